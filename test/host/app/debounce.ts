/** A call that waits until nobody has asked for a while. */
export interface Debouncer<T extends unknown[], V> {
  (...args: T): this;
  cancel(): this;
  run(): V | undefined;
}

/** Calls `callback` with the last arguments, `timeout` milliseconds after the first call, or after the last if `resetTimer`. */
export function debounce<T extends unknown[], V>(
  callback: (...args: T) => V,
  timeout = 0,
  resetTimer = false,
): Debouncer<T, V> {
  let timer: number | null = null;
  let last: T | null = null;
  const run = (): V | undefined => {
    if (timer !== null) window.clearTimeout(timer);
    timer = null;
    const args = last;
    last = null;
    return args ? callback(...args) : undefined;
  };
  const debouncer = ((...args: T) => {
    last = args;
    if (timer !== null && resetTimer) {
      window.clearTimeout(timer);
      timer = null;
    }
    timer ??= window.setTimeout(run, timeout);
    return debouncer;
  }) as Debouncer<T, V>;
  debouncer.cancel = () => {
    if (timer !== null) window.clearTimeout(timer);
    timer = null;
    last = null;
    return debouncer;
  };
  debouncer.run = run;
  return debouncer;
}

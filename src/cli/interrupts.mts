/** Whether somebody asks this process to end. */
export interface Interrupts {
  readonly came: () => boolean;
  /** From now on signals end the process again. */
  readonly end: () => void;
}

/**
 * From now on the first Ctrl-C, and the first friendly request to end, do not kill the process but are told: work that should not be left
 * half done ends where it can. The second one kills it. Work must give way to signals from time to time (`setImmediate`).
 */
export function watchInterrupts(): Interrupts {
  let hasCome = false;
  const note = (): void => {
    hasCome = true;
  };
  for (const signal of signals) process.once(signal, note);
  return {
    came: () => hasCome,
    end: () => {
      for (const signal of signals) process.removeListener(signal, note);
    },
  };
}

const signals = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/** Whether somebody asks this process to end. */
export interface Interrupts {
  readonly came: () => boolean;
  /** Signals end the process again. */
  readonly end: () => void;
}

/**
 * From now on Ctrl-C, and a friendly request to end, do not kill the process at once but are told: work that should not be
 * left half done ends where it can. Work must give way to signals from time to time (`setImmediate`).
 */
export function watchInterrupts(): Interrupts {
  let hasCome = false;
  const note = (): void => {
    hasCome = true;
  };
  for (const signal of signals) process.on(signal, note);
  return {
    came: () => hasCome,
    end: () => {
      for (const signal of signals) process.removeListener(signal, note);
    },
  };
}

const signals = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

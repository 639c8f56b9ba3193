import { formatCount } from "../report/count.ts";
import type { OutputStream } from "./io.mts";

/** Milliseconds after which a wait is worth a word, and between two words. */
const patience = 1000;
const pace = 100;

/** Tells somebody who waits at a terminal how far the work is. Elsewhere, and for quick work, it says nothing. */
export interface Progress {
  /** `done` of `total` pieces of `what` are done. Cheap: call it for each piece. */
  readonly step: (what: string, done: number, total: number) => void;
  /** Take the last word off the screen. */
  readonly end: () => void;
}

/** Progress on `stream`, counted from now. */
export function startProgress(stream: OutputStream): Progress {
  let next = Date.now() + patience;
  let shown = false;
  return {
    step: (what, done, total) => {
      if (!stream.isTTY || Date.now() < next) return;
      next = Date.now() + pace;
      shown = true;
      stream.write(`\r\x1b[K${what} ${formatCount(done)} of ${formatCount(total)} notes`);
    },
    end: () => {
      if (shown) stream.write("\r\x1b[K");
      shown = false;
    },
  };
}

import type { Steps } from "../text/steps.ts";

/**
 * After how much work it is somebody else's turn, in milliseconds. With the piece of work that is under way and a small garbage
 * collection that makes 8 at most, half a frame, so that nobody who types feels it.
 */
const SLICE = 5;

/** Do all steps of some work, in slices. Where the slices are stopped on the way, this does not end. */
export async function inSlices<T>(steps: Steps<T>, slices: Slices): Promise<T> {
  for (;;) {
    const { done, value } = steps.next();
    if (done === true) return value;
    if (slices.spent()) await slices.pause();
  }
}

/**
 * Cuts long work into slices: after each piece of work, `if (slices.spent()) await slices.pause();`. Time spent waiting for
 * a file counts too, since the app may have it at hand and then no other task has had its turn.
 */
export class Slices {
  private began = performance.now();
  private timer = 0;
  private isStopped = false;

  /** Whether the work has been ended: to be asked after waiting for anything else than a pause. */
  get isOver(): boolean {
    return this.isStopped;
  }

  /** Whether it is somebody else's turn. */
  spent(): boolean {
    return performance.now() - this.began >= SLICE;
  }

  /** Let the app do what it has to do. */
  async pause(): Promise<void> {
    await new Promise<void>((resolve) => {
      if (!this.isStopped) this.timer = window.setTimeout(resolve, 0);
    });
    this.began = performance.now();
  }

  /** End the work: whoever is in a pause, or takes one later, stays there, and nothing waits for them. */
  stop(): void {
    this.isStopped = true;
    window.clearTimeout(this.timer);
  }
}

import type { Steps } from "../../text/steps.ts";
import { Slices } from "../slices.ts";

/** Does work in slices, one piece at a time: what is begun later takes the place of what has not come to its end. */
export class LatestWork {
  private slices = new Slices();

  /** Do the work and hand on its result; at once, if it takes no longer than a slice. */
  run<T>(steps: Steps<T>, take: (result: T) => void): void {
    this.stop();
    this.slices = new Slices();
    void advance(steps, take, this.slices);
  }

  /** Leave what is being done. */
  stop(): void {
    this.slices.stop();
  }
}

async function advance<T>(steps: Steps<T>, take: (result: T) => void, slices: Slices): Promise<void> {
  for (;;) {
    const { done, value } = steps.next();
    if (done === true) {
      take(value);
      return;
    }
    if (slices.spent()) await slices.pause();
  }
}

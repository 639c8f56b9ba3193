import { shownMilliseconds } from "./report/table.mts";
import { median, quantile } from "./statistics.mts";

/** How long a piece of work took, over many times, in milliseconds. */
export interface Timed {
  readonly name: string;
  readonly times: readonly number[];
}

/** Do a piece of work `count` times after `warmUp` others that nobody counts. `work` is told how often it has been called. */
export function timeWork(name: string, count: number, warmUp: number, work: (time: number) => void): Timed {
  const times: number[] = [];
  for (let time = 0; time < warmUp + count; time++) {
    const began = performance.now();
    work(time);
    if (time >= warmUp) times.push(performance.now() - began);
  }
  return { name, times };
}

/** Name, median, 99th percentile and the longest. */
export function timedRow({ name, times }: Timed): readonly string[] {
  return [name, ...[median(times), quantile(times, 0.99), Math.max(...times)].map(shownMilliseconds)];
}

export const timedHead = ["work", "median ms", "99 % ms", "longest ms"] as const;

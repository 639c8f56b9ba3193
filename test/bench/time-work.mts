import { shownMilliseconds } from "./report/table.mts";
import { median, quantile } from "./statistics.mts";

/** How much of a processor's time a piece of work took, over many times, in milliseconds: others may be using the machine. */
export interface Timed {
  readonly name: string;
  readonly times: readonly number[];
}

/** Do a piece of work `count` times after `warmUp` others that nobody counts. `work` is told how often it has been called. */
export function timeWork(name: string, count: number, warmUp: number, work: (time: number) => void): Timed {
  const times: number[] = [];
  for (let time = 0; time < warmUp + count; time++) {
    const began = process.cpuUsage();
    work(time);
    const { user, system } = process.cpuUsage(began);
    if (time >= warmUp) times.push((user + system) / 1000);
  }
  return { name, times };
}

/** Name, median, 99th percentile and the longest. */
export function timedRow({ name, times }: Timed): readonly string[] {
  return [name, ...[median(times), quantile(times, 0.99), Math.max(...times)].map(shownMilliseconds)];
}

export const timedHead = ["work", "median ms", "99 % ms", "longest ms"] as const;

import { shownMilliseconds } from "./report/table.mts";
import { median, quantile } from "./statistics.mts";

/** How long a piece of work took, over many times, in milliseconds. */
export interface Timed {
  readonly name: string;
  /** By the clock: what one waits for. More where others use the machine. */
  readonly waits: readonly number[];
  /** By the processor's time of all threads, those of V8 that compile and collect garbage included, for which nobody waits. */
  readonly works: readonly number[];
}

/** Do a piece of work `count` times after `warmUp` others that nobody counts. `work` is told how often it has been called. */
export function timeWork(name: string, count: number, warmUp: number, work: (time: number) => void): Timed {
  const waits: number[] = [];
  const works: number[] = [];
  for (let time = 0; time < warmUp + count; time++) {
    const usage = process.cpuUsage();
    const began = performance.now();
    work(time);
    const wait = performance.now() - began;
    const { user, system } = process.cpuUsage(usage);
    if (time < warmUp) continue;
    waits.push(wait);
    works.push((user + system) / 1000);
  }
  return { name, waits, works };
}

/** Name, median, 99th percentile and the longest, by the clock and by the processor. */
export function timedRow({ name, waits, works }: Timed): readonly string[] {
  return [name, ...figuresOf(waits), ...figuresOf(works)];
}

export const timedHead = [
  "work",
  "by the clock: median ms",
  "99 % ms",
  "longest ms",
  "all threads: median ms",
  "99 % ms",
  "longest ms",
] as const;

function figuresOf(times: readonly number[]): readonly string[] {
  return [median(times), quantile(times, 0.99), Math.max(...times)].map(shownMilliseconds);
}

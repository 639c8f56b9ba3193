import { existsSync, readFileSync } from "node:fs";
import { shownMilliseconds } from "./report/table.mts";
import { median, quantile } from "./statistics.mts";

/** How much of a processor's time a piece of work took, over many times, in milliseconds: others may be using the machine. */
export interface Timed {
  readonly name: string;
  /** Of all threads, those of V8 that compile and collect garbage included. */
  readonly times: readonly number[];
  /** Of the main thread alone, for which somebody waits; null where the system does not tell it. */
  readonly mainThread: readonly number[] | null;
}

/** Do a piece of work `count` times after `warmUp` others that nobody counts. `work` is told how often it has been called. */
export function timeWork(name: string, count: number, warmUp: number, work: (time: number) => void): Timed {
  const times: number[] = [];
  const mainThread: number[] = [];
  for (let time = 0; time < warmUp + count; time++) {
    const began = process.cpuUsage();
    const mainBegan = ownTime();
    work(time);
    const mainEnded = ownTime();
    const { user, system } = process.cpuUsage(began);
    if (time < warmUp) continue;
    times.push((user + system) / 1000);
    if (mainBegan !== null && mainEnded !== null) mainThread.push(mainEnded - mainBegan);
  }
  return { name, times, mainThread: mainThread.length === count ? mainThread : null };
}

/** Name, median, 99th percentile and the longest of all threads, and the same of the main thread. */
export function timedRow({ name, times, mainThread }: Timed): readonly string[] {
  return [name, ...figuresOf(times), ...(mainThread === null ? ["?", "?", "?"] : figuresOf(mainThread))];
}

export const timedHead = [
  "work",
  "all threads: median ms",
  "99 % ms",
  "longest ms",
  "main thread: median ms",
  "99 % ms",
  "longest ms",
] as const;

function figuresOf(times: readonly number[]): readonly string[] {
  return [median(times), quantile(times, 0.99), Math.max(...times)].map(shownMilliseconds);
}

/** Where Linux tells how many nanoseconds the calling thread has run. */
const schedule = "/proc/thread-self/schedstat";

const isTold = existsSync(schedule);

/** How long the calling thread has run on a processor, in milliseconds; null where the system does not tell. */
function ownTime(): number | null {
  return isTold ? Number(readFileSync(schedule, "latin1").split(" ")[0]) / 1e6 : null;
}

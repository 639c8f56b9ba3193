import type { TraceEvent } from "../page/main-thread.mts";

/** What V8 itself does of one kind, in milliseconds of the processor. */
export interface MachineWork {
  readonly name: string;
  /** On the thread that runs the program. */
  readonly main: number;
  /** On V8's other threads. */
  readonly others: number;
}

/** What Node is to be asked to trace for {@link machineWork}. */
export const machineCategories = [
  "v8",
  "disabled-by-default-v8.compile",
  "disabled-by-default-v8.gc",
] as const;

const kinds = [
  ["to compile for the first time", /^V8\.(?:Compile|Parse|PreParse)/],
  ["to optimise", /^V8\.(?:Optimize|InstallOptimized|Deoptimize|MarkCandidates)/],
  ["to collect garbage", /^V8\.GC/],
] as const;

/** What V8 did besides running the program. Node's main thread is that whose number is the process's. */
export function machineWork(events: readonly TraceEvent[]): readonly MachineWork[] {
  return kinds.map(([name, isOf]) => {
    const own = events.filter((event) => event.ph === "X" && isOf.test(event.name));
    return {
      name,
      main: workOf(own.filter(({ pid, tid }) => pid === tid)),
      others: workOf(own.filter(({ pid, tid }) => pid !== tid)),
    };
  });
}

/** Those that lie in others on the same thread are part of them. */
function workOf(events: readonly TraceEvent[]): number {
  const ends = new Map<number, number>();
  let sum = 0;
  for (const { tid, ts, dur = 0, tdur = 0 } of [...events].sort((a, b) => a.ts - b.ts)) {
    if (ts < (ends.get(tid) ?? 0)) continue;
    ends.set(tid, ts + dur);
    sum += tdur / 1000;
  }
  return sum;
}

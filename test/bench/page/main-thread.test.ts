import { longest, mainThread, tasksBetween, workOf, type TraceEvent } from "./main-thread.mts";

const own = { pid: 1, tid: 7 };

/** A task of the page, from one millisecond to another, and how many of them it worked. */
function task(from: number, to: number, work = to - from): TraceEvent {
  return { ...own, name: "RunTask", ph: "X", ts: from * 1000, dur: (to - from) * 1000, tdur: work * 1000 };
}

function collection(name: string, from: number, to: number): TraceEvent {
  return { ...task(from, to), name };
}

function mark(name: string, at: number): TraceEvent {
  return { ...own, name, ph: "I", ts: at * 1000 };
}

const events: readonly TraceEvent[] = [
  mark("end", 45),
  task(0, 10),
  // A task within a task is part of it.
  task(12, 30, 9),
  task(13, 14),
  mark("begin", 15),
  // As are the parts of a garbage collection.
  collection("MinorGC", 16, 20),
  collection("V8.GCScavenger", 17, 19),
  task(40, 50),
  collection("V8.GC_MC_INCREMENTAL", 60, 62),
  task(59, 63),
  { ...task(0, 100), tid: 8 },
  { ...task(0, 100), pid: 2 },
];

test("the tasks of the thread on which a mark was made, with what of them was garbage collection", () => {
  const { tasks, marks } = mainThread(events, "begin");
  expect(tasks).toEqual([
    { began: 0, clock: 10, work: 10, collecting: 0 },
    { began: 12, clock: 18, work: 9, collecting: 4 },
    { began: 40, clock: 10, work: 10, collecting: 0 },
    { began: 59, clock: 4, work: 4, collecting: 2 },
  ]);
  expect([...marks]).toEqual([
    ["begin", 15],
    ["end", 45],
  ]);
});

test("between two marks lie the tasks in which they were made, too", () => {
  const between = tasksBetween(mainThread(events, "begin"), "begin", "end");
  expect(between.map(({ began }) => began)).toEqual([12, 40]);
  expect(workOf(between)).toEqual({ work: 19, collecting: 4 });
  expect(longest(between)).toEqual({ work: 10, withoutCollecting: 10 });
  expect(longest([])).toEqual({ work: 0, withoutCollecting: 0 });
});

test("a trace in which the mark was never made is of something else", () => {
  expect(() => mainThread(events, "enable")).toThrow(RangeError);
});

/** One event of a trace of Chromium, as far as it is read here. Times are in microseconds. */
export interface TraceEvent {
  readonly name: string;
  /** `X`: from `ts` on for `dur`, of which `tdur` on the processor. `I` and `R`: a moment. `M`: about a thread. */
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  readonly ts: number;
  readonly dur?: number;
  readonly tdur?: number;
  readonly args?: { readonly name?: string };
}

/** One uninterrupted piece of work of a page. Times are in milliseconds. */
export interface Task {
  /** On the clock of the trace. */
  readonly began: number;
  readonly clock: number;
  /** Of the processor: others may be using the machine. */
  readonly work: number;
  /** How much of that was garbage collection. */
  readonly collecting: number;
}

/** What the main thread of a page has done. */
export interface MainThread {
  /** In the order of time. */
  readonly tasks: readonly Task[];
  /** When marks were made that the page has set by `performance.mark`, on the clock of the trace in milliseconds. */
  readonly marks: ReadonlyMap<string, number>;
}

/** What is to be traced for {@link mainThread}. */
export const traceCategories = [
  "disabled-by-default-devtools.timeline",
  "blink.user_timing",
  "v8",
  "disabled-by-default-v8.gc",
] as const;

/** Read a trace. The page's main thread is that on which the mark `mark` was made. @throws RangeError if nobody made it */
export function mainThread(events: readonly TraceEvent[], mark: string): MainThread {
  const made = events.find(({ name, ph }) => name === mark && isMoment(ph));
  if (made === undefined) throw new RangeError(`The trace has no mark "${mark}"`);
  const own = events
    .filter(({ pid, tid }) => pid === made.pid && tid === made.tid)
    .sort((a, b) => a.ts - b.ts);
  const marks = own.filter(({ ph }) => isMoment(ph)).map(({ name, ts }) => [name, ts / 1000] as const);
  const collections = outermost(own.filter(isCollection));
  const tasks = outermost(own.filter(({ name, ph }) => name === "RunTask" && ph === "X"));
  return { tasks: tasksOf(tasks, collections), marks: new Map(marks) };
}

/** The tasks from one mark to another, those in which they were made included. */
export function tasksBetween({ tasks, marks }: MainThread, from: string, to: string): readonly Task[] {
  const [begin, end] = [marks.get(from) ?? NaN, marks.get(to) ?? NaN];
  return tasks.filter(({ began, clock }) => began + clock >= begin && began <= end);
}

/** The longest of some tasks by the processor's time, with and without what was garbage collection; 0 of none. */
export function longest(tasks: readonly Task[]): {
  readonly work: number;
  readonly withoutCollecting: number;
} {
  return {
    work: Math.max(0, ...tasks.map(({ work }) => work)),
    withoutCollecting: Math.max(0, ...tasks.map(({ work, collecting }) => work - collecting)),
  };
}

/** How long the processor worked for some tasks, and how much of that was garbage collection. */
export function workOf(tasks: readonly Task[]): { readonly work: number; readonly collecting: number } {
  return {
    work: tasks.reduce((sum, { work }) => sum + work, 0),
    collecting: tasks.reduce((sum, { collecting }) => sum + collecting, 0),
  };
}

function isMoment(ph: string): boolean {
  return ph === "I" || ph === "R";
}

function isCollection({ name, ph }: TraceEvent): boolean {
  return ph === "X" && /^(?:MinorGC|MajorGC|V8\.GC)/.test(name);
}

/** Those that lie in no other of them. They are in the order of time. */
function outermost(events: readonly TraceEvent[]): readonly TraceEvent[] {
  let end = -Infinity;
  return events.filter((event) => {
    const isOuter = event.ts >= end;
    if (isOuter) end = event.ts + (event.dur ?? 0);
    return isOuter;
  });
}

function tasksOf(tasks: readonly TraceEvent[], collections: readonly TraceEvent[]): readonly Task[] {
  let next = 0;
  return tasks.map(({ ts, dur = 0, tdur = 0 }) => {
    let collecting = 0;
    for (let each = collections[next]; each !== undefined && each.ts < ts + dur; each = collections[++next])
      if (each.ts >= ts) collecting += each.tdur ?? 0;
    return { began: ts / 1000, clock: dur / 1000, work: tdur / 1000, collecting: collecting / 1000 };
  });
}

import type { Frame, Sample } from "./cpu-profile.mts";
import { phaseOf } from "./phases.mts";
import type { Place } from "./source-place.mts";

/** Where time went, in milliseconds: each look at what ran counts for the innermost function alone. */
export interface OwnTimes {
  readonly phases: ReadonlyMap<string, number>;
  readonly rooms: ReadonlyMap<string, number>;
  readonly files: ReadonlyMap<string, number>;
  /** `parseNote (src/note/parse-note.ts)`. */
  readonly functions: ReadonlyMap<string, number>;
}

/** Add up what ran, by phase, room, file and function. */
export function ownTimes(samples: Iterable<Sample>, placeOf: (frame: Frame) => Place): OwnTimes {
  const known = new Map<Frame, Place>();
  const located = (frame: Frame): Place => {
    const place = known.get(frame) ?? placeOf(frame);
    known.set(frame, place);
    return place;
  };
  const empty = (): Map<string, number> => new Map();
  const times = { phases: empty(), rooms: empty(), files: empty(), functions: empty() };
  for (const { stack, milliseconds } of samples) {
    const [frame] = stack;
    if (frame === undefined) continue;
    const { room, file } = located(frame);
    add(times.phases, phaseOf(stack.map(located)), milliseconds);
    add(times.rooms, room, milliseconds);
    add(times.files, file, milliseconds);
    add(times.functions, `${frame.functionName || "a function without a name"} (${file})`, milliseconds);
  }
  return times;
}

function add(times: Map<string, number>, name: string, more: number): void {
  times.set(name, (times.get(name) ?? 0) + more);
}

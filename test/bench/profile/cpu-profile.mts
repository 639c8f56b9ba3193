import { z } from "zod";

const frameSchema = z.object({
  functionName: z.string(),
  url: z.string(),
  lineNumber: z.number(),
  columnNumber: z.number(),
});

const schema = z.object({
  nodes: z.array(
    z.object({ id: z.number(), callFrame: frameSchema, children: z.array(z.number()).optional() }),
  ),
  samples: z.array(z.number()),
  timeDeltas: z.array(z.number()),
});

/** What V8's profiler of the processor writes, as far as it is read here. Times are in microseconds, lines and columns count from 0. */
export type CpuProfile = z.infer<typeof schema>;

/** Where a function is: its own name, and where it begins in what was run. */
export type Frame = z.infer<typeof frameSchema>;

/** One look at what is running: the frames from the innermost out, and for how long that held, in milliseconds. */
export interface Sample {
  readonly stack: readonly Frame[];
  readonly milliseconds: number;
}

/** Read a profile. @throws for a text that is none */
export function readProfile(text: string): CpuProfile {
  return schema.parse(JSON.parse(text));
}

/** What was running all the time that the profile tells of, stretches in which nothing ran left out. */
export function* samplesOf({ nodes, samples, timeDeltas }: CpuProfile): Generator<Sample> {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const parents = new Map(nodes.flatMap(({ id, children = [] }) => children.map((child) => [child, id])));
  const stacks = new Map<number, readonly Frame[]>();
  const stackOf = (id: number): readonly Frame[] => {
    const known = stacks.get(id);
    if (known) return known;
    const frame = byId.get(id)?.callFrame;
    const parent = parents.get(id);
    const stack = frame ? [frame, ...(parent === undefined ? [] : stackOf(parent))] : [];
    stacks.set(id, stack);
    return stack;
  };
  for (const [at, id] of samples.entries()) {
    const stack = stackOf(id);
    if (stack[0]?.functionName === "(idle)") continue;
    // A sample holds until the next is taken.
    yield { stack, milliseconds: (timeDeltas[at + 1] ?? 0) / 1000 };
  }
}

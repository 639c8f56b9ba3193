import { readFileSync } from "node:fs";
import { z } from "zod";
import { roomOf } from "../profile/source-place.mts";
import { table } from "../report/table.mts";
import type { Result } from "../suite.mts";

/** How many parts are told of. */
const most = 10;

/** What main.js may be at most, in KB. */
const goal = 200;

/** What esbuild says of the bundle, as far as it is read here. */
const schema = z.object({
  outputs: z.record(
    z.string(),
    z.object({
      bytes: z.number(),
      inputs: z.record(z.string(), z.object({ bytesInOutput: z.number() })),
    }),
  ),
});

/** What main.js is made of, by room of src and by package: the largest parts, and the rest of it together. `metafile`: what esbuild wrote when it was built. */
export function bundle(metafile: string): Result {
  const { outputs } = schema.parse(JSON.parse(readFileSync(metafile, "utf8")));
  const [output] = Object.values(outputs);
  if (!output) throw new RangeError(`${metafile} tells of no bundle`);
  const parts = partsOf(
    Object.entries(output.inputs).map(([file, { bytesInOutput }]) => [file, bytesInOutput]),
  );
  const told = parts.slice(0, most);
  const rest = output.bytes - told.reduce((sum, { bytes }) => sum + bytes, 0);
  const rows = [...told, { part: "the rest", bytes: rest }, { part: "all", bytes: output.bytes }].map(
    ({ part, bytes }) => [part, (bytes / 1024).toFixed(1), ((bytes / output.bytes) * 100).toFixed(1)],
  );
  return {
    title: `What main.js is made of (goal: ${String(goal)} KB)`,
    text: table(["part", "KB", "%"], rows),
    data: { bytes: output.bytes, parts },
  };
}

/** A room of src or a package, and how much of the bundle it is. */
interface Part {
  readonly part: string;
  readonly bytes: number;
}

/** The parts that these files are of, the largest first. */
function partsOf(files: readonly (readonly [path: string, bytes: number])[]): readonly Part[] {
  const sums = new Map<string, number>();
  for (const [path, bytes] of files) sums.set(roomOf(path), (sums.get(roomOf(path)) ?? 0) + bytes);
  return [...sums].map(([part, bytes]) => ({ part, bytes })).sort((a, b) => b.bytes - a.bytes);
}

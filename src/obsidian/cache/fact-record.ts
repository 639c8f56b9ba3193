import type { FileStats } from "obsidian";
import type { PackedFacts } from "../../note/packed/packed-facts.ts";
import { sumOf } from "../text-sum.ts";

/** What tells whether a file is as it was. */
export type Stamp = Pick<FileStats, "mtime" | "size">;

/** What is kept of a note: its facts, of which file and by which parser, and a sum that tells damage. */
export interface FactRecord extends Stamp, PackedFacts {
  readonly parser: string;
  readonly sum: number;
}

/** The record of the note at `path`, whose file is stamped so. */
export function recordOf(
  path: string,
  { mtime, size }: Stamp,
  parser: string,
  { marks, words }: PackedFacts,
): FactRecord {
  return { mtime, size, parser, marks, words, sum: sumOfFacts(path, { marks, words }) };
}

/** The facts in what was kept for `path`, if they are of a file with this stamp, by this parser, and whole; else null. */
export function factsIn(
  kept: unknown,
  path: string,
  { mtime, size }: Stamp,
  parser: string,
): PackedFacts | null {
  if (!isRecord(kept) || kept.parser !== parser || kept.mtime !== mtime || kept.size !== size) return null;
  return sumOfFacts(path, kept) === kept.sum ? kept : null;
}

function sumOfFacts(path: string, { marks, words }: PackedFacts): number {
  return sumOf(words, sumOf(marks, sumOf(path)));
}

function isRecord(value: unknown): value is FactRecord {
  if (typeof value !== "object" || value === null) return false;
  const hasFacts =
    "marks" in value &&
    typeof value.marks === "string" &&
    "words" in value &&
    typeof value.words === "string";
  return hasFacts && "sum" in value && "parser" in value;
}

import type { FileStats } from "obsidian";
import { sumOf } from "../text-sum.ts";

/** What tells whether a file is as it was. */
export type Stamp = Pick<FileStats, "mtime" | "size">;

/** What is kept of a note: its facts, of which file and by which parser, and a sum that tells damage. */
export interface FactRecord extends Stamp {
  readonly parser: string;
  /** As `packNote` makes them. */
  readonly facts: string;
  readonly sum: number;
}

/** The record of a note whose file is stamped so. */
export function recordOf({ mtime, size }: Stamp, parser: string, facts: string): FactRecord {
  return { mtime, size, parser, facts, sum: sumOf(facts) };
}

/** The facts in what was kept, if they are of a file with this stamp, by this parser, and whole; else null. */
export function factsIn(kept: unknown, { mtime, size }: Stamp, parser: string): string | null {
  if (!isRecord(kept) || kept.parser !== parser || kept.mtime !== mtime || kept.size !== size) return null;
  return sumOf(kept.facts) === kept.sum ? kept.facts : null;
}

function isRecord(value: unknown): value is FactRecord {
  if (typeof value !== "object" || value === null) return false;
  return "facts" in value && typeof value.facts === "string" && "sum" in value && "parser" in value;
}

import type { Conventions } from "./conventions.ts";
import { globMatcher } from "./globs.ts";

/** A test for paths of notes that no rule speaks of, and that count for no other note's problems. */
export function ignoredNotes({ ignore, excluded }: Conventions): (path: string) => boolean {
  const isIgnored = globMatcher(ignore);
  return excluded === null ? isIgnored : (path) => isIgnored(path) || excluded(path);
}

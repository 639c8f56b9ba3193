import { firstFailing } from "../text/search.ts";
import { mostRelated } from "./rule.ts";

/** Other notes that have something in common with one: thousands may, and each of them has all others. */
export interface OtherNotes {
  /** The paths of the first of them, as many as a finding relates to. */
  readonly first: readonly string[];
  readonly count: number;
}

/**
 * The others of these paths, which are in the order of their code units; null if there are none. Takes time by the logarithm of how many
 * there are.
 */
export function besides(path: string, paths: readonly string[]): OtherNotes | null {
  const isAmong = paths[firstFailing(paths, (other) => other < path)] === path;
  const count = paths.length - Number(isAmong);
  if (count === 0) return null;
  const first = paths.slice(0, mostRelated + 1).filter((other) => other !== path);
  return { first: first.slice(0, mostRelated), count };
}

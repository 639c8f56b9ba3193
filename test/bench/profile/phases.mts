import type { Place } from "./source-place.mts";

/** A stage of a lint, by the files that its functions are in. */
type Phase = readonly [name: string, isIn: RegExp];

/** In these the index is asked, and notes are looked at, for their own purposes. */
const purposes: readonly Phase[] = [
  ["check", /^src\/(?:lint|rules)\//],
  ["report", /^src\/(?:report\/|cli\/lint-output)/],
];

/** The stages in which the vault is taken up: they call one another, as the index does for the next note. */
const stages: readonly Phase[] = [
  ["parse", /^src\/note\/parse-/],
  ["index", /^src\/vault\/(?!find-)/],
  ["walk and read", /^src\/(?:cli\/(?:walk|read-text|vault-sources)|vault\/find-)/],
];

/** What a lint spends its time on besides its phases. */
const collection = "garbage collection";

/** All phases, in the order in which they are gone through. */
export const phaseNames = [
  "start",
  "walk and read",
  "parse",
  "index",
  "check",
  "report",
  collection,
] as const;

/**
 * The phase in which a function runs, by the places on its stack from the innermost out: check or report if it is called for that,
 * else the innermost stage. What lies in none is the start: Node, the parts that are loaded, options and config.
 */
export function phaseOf(stack: readonly Place[]): string {
  if (stack[0]?.room === collection) return collection;
  return nameOf([...stack].reverse(), purposes) ?? nameOf(stack, stages) ?? "start";
}

/** Of the first place that is in any of these phases. */
function nameOf(places: readonly Place[], phases: readonly Phase[]): string | null {
  for (const { file } of places) {
    const found = phases.find(([, isIn]) => isIn.test(file));
    if (found) return found[0];
  }
  return null;
}

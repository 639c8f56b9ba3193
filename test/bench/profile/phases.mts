import type { Place } from "./source-place.mts";

/** The stages of a lint, each by where its functions are. What lies in none is the start: Node, the parts that are loaded, options and config. */
const phases: readonly (readonly [phase: string, isIn: RegExp])[] = [
  ["check", /^src\/(?:lint|rules)\//],
  ["report", /^src\/(?:report\/|cli\/lint-output)/],
  ["parse", /^src\/note\//],
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
 * The phase in which a function runs, by the places on its stack from the innermost out: that of the outermost place that is in
 * any, since a rule asks the index and is being checked all the same.
 */
export function phaseOf(stack: readonly Place[]): string {
  if (stack[0]?.room === collection) return collection;
  for (const { file } of [...stack].reverse()) {
    const found = phases.find(([, isIn]) => isIn.test(file));
    if (found) return found[0];
  }
  return "start";
}

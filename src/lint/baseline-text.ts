import type { Baseline, KnownProblem } from "./baseline.ts";

/** The version of the form that baselines are written in. */
export const baselineVersion = 1;

/**
 * A baseline as the text of its file, in pieces: JSON with one line for each known problem, so that a change of one is a change of
 * one line. The same baseline gives the same text. `count` is left out where it is 1.
 *
 * ```json
 * {
 *   "version": 1,
 *   "problems": {
 *     "Notes/a.md": [
 *       { "rule": "unresolved-link", "target": "Hoem", "count": 2 },
 *       { "rule": "missing-source", "message": "The note links to nothing outside the vault, expected a source" }
 *     ]
 *   }
 * }
 * ```
 */
export function* baselineText(baseline: Baseline): Generator<string> {
  yield `{\n  "version": ${String(baselineVersion)},\n  "problems": {`;
  let separator = "\n";
  for (const [path, problems] of baseline) {
    const lines = problems.map((problem) => `      ${entryText(problem)}`).join(",\n");
    yield `${separator}    ${JSON.stringify(path)}: [\n${lines}\n    ]`;
    separator = ",\n";
  }
  yield "\n  }\n}\n";
}

/** Whether a text is that of a baseline, of whatever version, whole or damaged. */
export function isBaselineText(text: string): boolean {
  return /^\s*\{\s*"version"\s*:\s*\d+\s*,\s*"problems"\s*:/.test(text);
}

function entryText({ rule, target, message, count }: KnownProblem): string {
  const about = target === null ? { message } : { target };
  const entry = { rule, ...about, ...(count === 1 ? {} : { count }) };
  const members = Object.entries(entry).map(([key, value]) => `"${key}": ${JSON.stringify(value)}`);
  return `{ ${members.join(", ")} }`;
}

import type { ConfigPattern } from "../journal/config-patterns.ts";
import type { ConfigMistake } from "../journal/config-source.ts";
import { quote } from "../text/quote.ts";
import type { Diagnostic } from "./diagnostic.ts";
import { hostProblem } from "./host-problem.ts";

/** The problems that mistakes in the config at `path` are. */
export function configProblems(path: string, mistakes: readonly ConfigMistake[]): readonly Diagnostic[] {
  return mistakes.map(({ from, to, message, severity }) =>
    hostProblem("invalid-config", severity ?? "error", path, message, { from, to }),
  );
}

/** Hints for patterns of the config at `path` that match nothing in the vault: they may be misspelt, or no longer needed. */
export function patternHints(path: string, unused: readonly ConfigPattern[]): readonly Diagnostic[] {
  return unused.map(({ kind, text, from, to }) => {
    const message =
      kind === "folder"
        ? `No file lies in the folder ${quote(text)}, expected a folder of the vault`
        : `Nothing in the vault matches ${quote(text)}, expected a path or pattern of notes that are there`;
    return hostProblem("invalid-config", "info", path, message, { from, to });
  });
}

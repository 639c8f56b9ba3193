import { compare, countKnown, partOf, without } from "../lint/baseline.ts";
import type { Diagnostic } from "../lint/diagnostic.ts";
import { countOf } from "../report/count.ts";
import type { KnownCount } from "../report/summary.ts";
import { writeBaselineFile, type BaselineFile } from "./baseline-file.mts";

/** What is left of the problems that were found when those that a baseline knows are taken out. */
export interface NewProblems {
  readonly found: readonly Diagnostic[];
  readonly count: KnownCount;
  /** What is to be said of the baseline besides, in one line; null if nothing is. */
  readonly remark: string | null;
}

/** What was linted. */
export interface Linted {
  /** Paths of all files of the vault. */
  readonly files: Iterable<string>;
  /** Whether findings of this rule in the file at `path` would have been found. */
  readonly covers: (rule: string, path: string) => boolean;
}

/**
 * Take out the problems that a baseline knows; what is wrong with the baseline itself comes first.
 * @param prune take out of the baseline's file what no longer occurs, of what was linted
 */
export function newProblems(
  baseline: BaselineFile,
  all: readonly Diagnostic[],
  { files, covers }: Linted,
  prune: boolean,
): NewProblems {
  const { fresh, known, gone, baseline: moved } = compare(baseline.baseline, all, files);
  const lost = partOf(gone, covers);
  const count = { known, gone: countKnown(lost) };
  const isDamaged = baseline.problems.length > 0;
  if (prune && !isDamaged && count.gone > 0)
    writeBaselineFile(baseline.file, without(moved, lost), baseline.path);
  return { found: [...baseline.problems, ...fresh], count, remark: remarkOn(count, prune, isDamaged) };
}

function remarkOn({ gone }: KnownCount, prune: boolean, isDamaged: boolean): string | null {
  if (prune && isDamaged) return "The baseline was not pruned, since not all of it can be read";
  if (gone === 0) return null;
  const problems = countOf(gone, "problem");
  const occur = gone === 1 ? "occurs" : "occur";
  return prune
    ? `Took ${problems} that no longer ${occur} out of the baseline`
    : `${problems} of the baseline no longer ${occur}, --prune takes ${gone === 1 ? "it" : "them"} out`;
}

import { NumberedTexts } from "./numbered-texts.mts";
import type { ProblemRow } from "./problem-rows.mts";

/**
 * The problems of some files as JSON has them. Most say what another one says: messages and targets are there once, which is soonest read, and
 * who groups problems by what they say meets the same texts again.
 */
export interface PackedProblems {
  readonly texts: readonly string[];
  /** How many problems each file has. */
  readonly counts: readonly number[];
  /** `NUMBERS` for each problem: its sign, its range, and the numbers of its message and target. */
  readonly numbers: readonly number[];
  /** What few problems have besides, each with the number of the problem. */
  readonly more: readonly (readonly [problem: number, more: NonNullable<ProblemRow[5]>])[];
}

const NUMBERS = 5;

/** In place of the number of a target, where there is none. */
const NONE = -1;

/** Pack the problems of files. */
export function packProblems(files: readonly (readonly ProblemRow[])[]): PackedProblems {
  const texts = new NumberedTexts();
  const numbers: number[] = [];
  const more: [number, NonNullable<ProblemRow[5]>][] = [];
  for (const rows of files)
    for (const [sign, from, to, message, target, rest] of rows) {
      if (rest) more.push([numbers.length / NUMBERS, rest]);
      numbers.push(sign, from, to, texts.numberOf(message), target === null ? NONE : texts.numberOf(target));
    }
  return { texts: texts.all, counts: files.map(({ length }) => length), numbers, more };
}

/** The problems that were packed, file by file. */
export function unpackProblems({
  texts,
  counts,
  numbers,
  more,
}: PackedProblems): readonly (readonly ProblemRow[])[] {
  const besides = new Map(more);
  let problem = 0;
  return counts.map((count) => {
    const rows: ProblemRow[] = [];
    for (const end = problem + count; problem < end; problem++) {
      const at = problem * NUMBERS;
      const sign = numbers[at] ?? 0;
      const from = numbers[at + 1] ?? 0;
      const to = numbers[at + 2] ?? 0;
      const message = texts[numbers[at + 3] ?? NONE] ?? "";
      const target = texts[numbers[at + 4] ?? NONE] ?? null;
      const rest = besides.get(problem);
      rows.push(rest ? [sign, from, to, message, target, rest] : [sign, from, to, message, target]);
    }
    return rows;
  });
}

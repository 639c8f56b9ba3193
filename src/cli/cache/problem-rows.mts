import { noPlaces, type Diagnostic, type Repairs } from "../../lint/diagnostic.ts";
import type { Fix, RelatedPlace, Severity } from "../../rules/rule.ts";
import { allRules } from "../../rules/all-rules.ts";
import { NumberedTexts } from "./numbered-texts.mts";
import type { KnownRepairs } from "./repair-memory.mts";

/** What a problem says, as plain data. */
export type Said = Omit<Diagnostic, "repairs">;

/** A problem as JSON has it: the number of its sign, its range, its message and target, and whatever else few problems have. */
export type ProblemRow = readonly [
  sign: number,
  from: number,
  to: number,
  message: string,
  target: string | null,
  more?: KnownRepairs & SaidByFew,
];

interface SaidByFew {
  readonly related?: readonly RelatedPlace[];
  /** Left out where it is as for most problems of the rule. */
  readonly canFix?: false;
}

/** What all problems of one rule have in common. */
export type Sign = readonly [rule: string, severity: Severity];

/** The signs of many problems, each once, numbered in the order in which they came. */
export class Signs {
  readonly all: Sign[] = [];
  private readonly keys = new NumberedTexts();

  /** @param signs those that rows have been numbered by already */
  constructor(signs: readonly Sign[]) {
    for (const [rule, severity] of signs) this.numberOf({ rule, severity });
  }

  numberOf({ rule, severity }: Pick<Said, "rule" | "severity">): number {
    const number = this.keys.numberOf(`${severity} ${rule}`);
    if (number === this.all.length) this.all.push([rule, severity]);
    return number;
  }
}

/** A problem and the repairs known of it as a row. */
export function rowOf(problem: Said, known: KnownRepairs, signs: Signs): ProblemRow {
  const { range, message, target, related } = problem;
  const row = [signs.numberOf(problem), range.from, range.to, message, target] as const;
  const more = {
    ...(known.fix !== undefined && { fix: known.fix && plainFix(known.fix) }),
    ...(known.suggestions && { suggestions: known.suggestions.map(plainFix) }),
    ...(related.length > 0 && { related: related.map(plainPlace) }),
    ...(isNeverFixed(problem, known) && { canFix: false as const }),
  };
  return Object.keys(more).length === 0 ? row : [...row, more];
}

/** What has no fix as the vault is now may have one when that has changed, unless facts alone tell that it never has. */
function isNeverFixed({ rule, canFix }: Said, { fix }: KnownRepairs): boolean {
  return !canFix && fix === undefined && canFixAny.has(rule);
}

/**
 * The problem of a row in the file at `path`.
 * @param signs those that rows are numbered by
 * @param repairs who is asked for repairs
 */
export function problemOf(
  row: ProblemRow,
  path: string,
  signs: readonly Sign[],
  repairs: Repairs,
): Diagnostic {
  // By numbers: there may be hundreds of thousands, and to take a list apart by names takes as long as all else.
  const sign = signs[row[0]] ?? unknownSign;
  const rule = sign[0];
  const more = row[5];
  return {
    rule,
    severity: sign[1],
    path,
    range: { from: row[1], to: row[2] },
    message: row[3],
    target: row[4],
    related: more?.related ?? noPlaces,
    canFix: canFixAny.has(rule) && more?.canFix !== false && more?.fix !== null,
    repairs,
  };
}

/** The repairs known of the problem of a row; null if nothing is known of any. */
export function knownOf(row: ProblemRow): KnownRepairs | null {
  return row[5] ?? null;
}

/**
 * The same problem of a file that no change has affected, and of its repairs what is known to be still so: all but the suggestions that a
 * change does not tell of. @param signs as for `saidBy`
 */
export function unaffected(row: ProblemRow, signs: readonly Sign[]): ProblemRow {
  const [number, from, to, message, target, more] = row;
  if (more === undefined || !isFromAfar(row, signs)) return row;
  const { suggestions: _, ...rest } = more;
  return [number, from, to, message, target, rest];
}

/** Whether suggestions of the problem are known that a change may make other ones, and does not tell so. */
export function isFromAfar(row: ProblemRow, signs: readonly Sign[]): boolean {
  if (row[5]?.suggestions === undefined) return false;
  const [rule] = signs[row[0]] ?? unknownSign;
  return suggestFromAfar.has(rule);
}

/** Ids of the rules whose problems may have sure repairs. */
const canFixAny: ReadonlySet<string> = new Set(allRules.flatMap(({ id, canFix }) => (canFix ? [id] : [])));
const suggestFromAfar: ReadonlySet<string> = new Set(
  allRules.flatMap(({ id, suggestsFromAfar }) => (suggestsFromAfar ? [id] : [])),
);
const unknownSign: Sign = ["unreadable-file", "error"];

/** Rules may hand over more than is said. */
function plainFix({ title, edits, leadsTo }: Fix): Fix {
  const plain = { title, edits: edits.map(({ from, to, insert }) => ({ from, to, insert })) };
  return leadsTo === undefined ? plain : { ...plain, leadsTo };
}

function plainPlace({ path, from, to, message }: RelatedPlace): RelatedPlace {
  return { path, from, to, message };
}

import { nearest } from "../journal/nearest.ts";
import type { Note, SuppressedRule, Suppression } from "../note/note.ts";
import { positionAt } from "../text/lines.ts";
import type { SuppressionFault } from "../rules/rule.ts";
import type { TextRange } from "../text/range.ts";
import { RangeCover } from "../text/range-cover.ts";
import { firstNotBefore, lastNotAbove } from "../text/search.ts";

/** Where one suppression switches one rule off. Both ends belong to the stretch. */
interface Stretch extends TextRange {
  readonly suppression: Suppression;
  readonly named: SuppressedRule;
}

/** Which findings of one note its author has switched off (rules.md, Suppression). */
export class Suppressions {
  private readonly note: Note;
  private readonly stretches: readonly Stretch[];
  /** Null in most notes, which switch nothing off. */
  private readonly byRule: ReadonlyMap<string, RangeCover> | null;
  /** By rule: where its findings start that were switched off. */
  private readonly held = new Map<string, number[]>();

  constructor(note: Note) {
    const isNone = note.suppressions.length === 0;
    this.note = note;
    this.stretches = isNone ? [] : stretchesOf(note);
    this.byRule = isNone ? null : stretchesByRule(this.stretches);
  }

  /** Whether a finding of this rule at this place is switched off. What is asked for counts as found. */
  hold(rule: string, { from }: TextRange): boolean {
    if (this.byRule === null || this.byRule.get(rule)?.holds({ from, to: from }) !== true) return false;
    const held = this.held.get(rule);
    if (held) held.push(from);
    else this.held.set(rule, [from]);
    return true;
  }

  /**
   * The suppressions that are of no use, of what has been asked for so far.
   * @param ran ids of the rules whose findings were all asked for; of others nothing is known
   * @param known ids of all rules there are
   */
  faults(ran: ReadonlySet<string>, known: ReadonlySet<string>): readonly SuppressionFault[] {
    const unused = this.unused().filter(({ named }) => ran.has(named.id));
    return [
      ...this.note.suppressions.flatMap((suppression) => faultsOfNames(suppression, known)),
      ...unused.map(({ suppression, named }) => ({ kind: "unused", suppression, named }) as const),
    ];
  }

  private unused(): readonly Stretch[] {
    const held = new Map([...this.held].map(([rule, offsets]) => [rule, [...offsets].sort((a, b) => a - b)]));
    return this.stretches.filter(({ named, from, to }) => {
      const offsets = held.get(named.id) ?? [];
      return (offsets[lastNotAbove(offsets, to)] ?? -1) < from;
    });
  }
}

function stretchesByRule(all: readonly Stretch[]): ReadonlyMap<string, RangeCover> {
  const byRule = new Map<string, Stretch[]>();
  for (const stretch of all) {
    const others = byRule.get(stretch.named.id);
    if (others) others.push(stretch);
    else byRule.set(stretch.named.id, [stretch]);
  }
  return new Map([...byRule].map(([rule, stretches]) => [rule, new RangeCover(stretches)]));
}

/** What is wrong with the names themselves. Those of an `enable` are held to the `disable` that it ends. */
function faultsOfNames(suppression: Suppression, known: ReadonlySet<string>): readonly SuppressionFault[] {
  const { kind, rules } = suppression;
  if (rules.length === 0) return [{ kind: "nameless", suppression }];
  if (kind === "enable") return [];
  return unknownRuns(rules, known, kind !== "note").map(([named, ...others]) => ({
    kind: "unknown",
    suppression,
    named,
    others,
    meant: others.length === 0 ? meantBy(named, rules, known) : null,
  }));
}

function meantBy(
  { id }: SuppressedRule,
  rules: readonly SuppressedRule[],
  known: ReadonlySet<string>,
): string | null {
  const meant = nearest(id, known);
  return rules.some((rule) => rule.id === meant) ? null : meant;
}

/**
 * The names that no rule has. Those in a row are most often the words of a sentence; the items of a property's list are not,
 * so each is told by itself (`together` is false).
 */
function unknownRuns(
  rules: readonly SuppressedRule[],
  known: ReadonlySet<string>,
  together: boolean,
): readonly (readonly [SuppressedRule, ...SuppressedRule[]])[] {
  const runs: [SuppressedRule, ...SuppressedRule[]][] = [];
  let run: [SuppressedRule, ...SuppressedRule[]] | null = null;
  for (const rule of rules) {
    if (known.has(rule.id)) run = null;
    else if (run !== null && together) run.push(rule);
    else runs.push((run = [rule]));
  }
  return runs;
}

/** Where each suppression of a note holds, for each rule that it names; what lies behind its end goes on to the end of the note. */
function stretchesOf(note: Note): readonly Stretch[] {
  const found: Stretch[] = [];
  const disabled = new Map<string, Omit<Stretch, "to">[]>();
  for (const suppression of note.suppressions) {
    for (const named of suppression.rules) {
      const { kind, from, to, next } = suppression;
      const open = disabled.get(named.id) ?? [];
      if (kind === "disable") {
        if (open.push({ suppression, named, from: to }) === 1) disabled.set(named.id, open);
      } else if (kind === "enable") {
        for (const stretch of open) found.push({ ...stretch, to: from });
        disabled.delete(named.id);
      } else {
        found.push({ suppression, named, ...placeOf(kind, to, next, note) });
      }
    }
  }
  for (const open of disabled.values())
    for (const stretch of open) found.push({ ...stretch, to: note.length });
  return found;
}

function placeOf(kind: "note" | "next-line" | "next-block", to: number, next: number, note: Note): TextRange {
  if (kind === "note") return { from: 0, to: note.length };
  return kind === "next-line" ? lineAfter(note, to) : blockAt(note, next);
}

/** The line below the one that holds `offset`; at the end of the text nothing. */
function lineAfter({ lines, length }: Note, offset: number): TextRange {
  const next = positionAt(lines, offset).line;
  const from = lines[next] ?? length + 1;
  return { from, to: (lines[next + 1] ?? length + 1) - 1 };
}

/** The linkage block that starts at `offset`; where none does, the rest of its line. */
function blockAt({ linkageBlocks, lines, length }: Note, offset: number): TextRange {
  const block = linkageBlocks[firstNotBefore(linkageBlocks, ({ from }) => from < offset)];
  if (block?.from === offset) return block;
  return { from: offset, to: (lines[positionAt(lines, offset).line] ?? length + 1) - 1 };
}

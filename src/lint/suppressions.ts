import type { Note, Suppression } from "../note/note.ts";
import { positionAt } from "../text/lines.ts";
import type { TextRange } from "../text/range.ts";

/** Which findings of one note its author has switched off (rules.md, Suppression). */
export class Suppressions {
  private readonly wholeNote = new Set<string>();
  private readonly stretches: readonly Stretch[];

  constructor(note: Note) {
    const stretches: Stretch[] = [];
    const disabled = new Map<string, number>();
    for (const suppression of note.suppressions) {
      for (const { id } of suppression.rules) this.take(suppression, id, note, disabled, stretches);
    }
    for (const [rule, from] of disabled) stretches.push({ rule, from, to: note.length });
    this.stretches = stretches;
  }

  /** Whether a finding of this rule at this place is switched off. */
  hold(rule: string, { from }: TextRange): boolean {
    return (
      this.wholeNote.has(rule) ||
      this.stretches.some((stretch) => stretch.rule === rule && from >= stretch.from && from <= stretch.to)
    );
  }

  private take(
    { kind, from, to }: Suppression,
    rule: string,
    note: Note,
    disabled: Map<string, number>,
    stretches: Stretch[],
  ): void {
    switch (kind) {
      case "note":
        this.wholeNote.add(rule);
        break;
      case "disable":
        if (!disabled.has(rule)) disabled.set(rule, to);
        break;
      case "enable": {
        const start = disabled.get(rule);
        if (start !== undefined) stretches.push({ rule, from: start, to: from });
        disabled.delete(rule);
        break;
      }
      case "next-line":
        stretches.push({ rule, ...lineAfter(note, to) });
        break;
      case "next-block":
        stretches.push({ rule, ...blockAfter(note, to) });
        break;
    }
  }
}

interface Stretch extends TextRange {
  readonly rule: string;
}

/** The line below the one that holds `offset`; at the end of the text nothing. */
function lineAfter({ lines, length }: Note, offset: number): TextRange {
  const next = positionAt(lines, offset).line;
  const from = lines[next] ?? length + 1;
  return { from, to: (lines[next + 1] ?? length + 1) - 1 };
}

/** The linkage block that follows `offset`; where none does, the next line. */
function blockAfter(note: Note, offset: number): TextRange {
  return note.linkageBlocks.find(({ from }) => from >= offset) ?? lineAfter(note, offset);
}

import type { Note, Suppression } from "../note/note.ts";
import { positionAt } from "../text/lines.ts";
import type { TextRange } from "../text/range.ts";
import { lastNotAbove } from "../text/search.ts";

/** Which findings of one note its author has switched off (rules.md, Suppression). */
export class Suppressions {
  private readonly wholeNote = new Set<string>();
  private readonly stretches: ReadonlyMap<string, Stretches>;

  constructor(note: Note) {
    const stretches = new Map<string, TextRange[]>();
    const disabled = new Map<string, number>();
    const add = (rule: string, stretch: TextRange): void => {
      const others = stretches.get(rule);
      if (others) others.push(stretch);
      else stretches.set(rule, [stretch]);
    };
    for (const suppression of note.suppressions) {
      for (const { id } of suppression.rules) this.take(suppression, id, note, disabled, add);
    }
    for (const [rule, from] of disabled) add(rule, { from, to: note.length });
    this.stretches = new Map([...stretches].map(([rule, ranges]) => [rule, new Stretches(ranges)]));
  }

  /** Whether a finding of this rule at this place is switched off. */
  hold(rule: string, { from }: TextRange): boolean {
    return this.wholeNote.has(rule) || (this.stretches.get(rule)?.have(from) ?? false);
  }

  private take(
    { kind, from, to, next }: Suppression,
    rule: string,
    note: Note,
    disabled: Map<string, number>,
    add: (rule: string, stretch: TextRange) => void,
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
        if (start !== undefined) add(rule, { from: start, to: from });
        disabled.delete(rule);
        break;
      }
      case "next-line":
        add(rule, lineAfter(note, to));
        break;
      case "next-block":
        add(rule, blockAt(note, next));
        break;
    }
  }
}

/** Stretches of a note that may overlap, to ask for many offsets. Both ends belong to a stretch. */
class Stretches {
  private readonly starts: readonly number[];
  /** For each start, how far the stretches reach that start there or before. */
  private readonly ends: readonly number[];

  constructor(ranges: readonly TextRange[]) {
    const sorted = [...ranges].sort((a, b) => a.from - b.from);
    let reach = -1;
    this.starts = sorted.map(({ from }) => from);
    this.ends = sorted.map(({ to }) => (reach = Math.max(reach, to)));
  }

  have(offset: number): boolean {
    return offset <= (this.ends[lastNotAbove(this.starts, offset)] ?? -1);
  }
}

/** The line below the one that holds `offset`; at the end of the text nothing. */
function lineAfter({ lines, length }: Note, offset: number): TextRange {
  const next = positionAt(lines, offset).line;
  const from = lines[next] ?? length + 1;
  return { from, to: (lines[next + 1] ?? length + 1) - 1 };
}

/** The linkage block that starts at `offset`; where none does, the rest of its line. */
function blockAt({ linkageBlocks, lines, length }: Note, offset: number): TextRange {
  const block = linkageBlocks[firstFrom(linkageBlocks, offset)];
  if (block?.from === offset) return block;
  return { from: offset, to: (lines[positionAt(lines, offset).line] ?? length + 1) - 1 };
}

/** The index of the first of these ranges, in text order, that starts at `offset` or behind it. */
function firstFrom(ranges: readonly TextRange[], offset: number): number {
  let low = 0;
  let high = ranges.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ranges[middle]?.from ?? offset) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

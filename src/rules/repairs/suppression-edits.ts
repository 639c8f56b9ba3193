import { property } from "../../journal/properties.ts";
import type { Note, SuppressedRule, Suppression } from "../../note/note.ts";
import type { TextEdit, TextRange } from "../../text/range.ts";
import { removeItem } from "./list-edits.ts";

/**
 * Take a rule out of a suppression: its name, or the whole comment if it names no other; with `disable` also out of the
 * `enable` that ends it. Null where the name has no place of its own, as in a text written with escapes.
 */
export function withdrawRule(
  note: Note,
  text: string,
  suppression: Suppression,
  named: SuppressedRule,
): readonly TextEdit[] | null {
  if (suppression.kind === "note") return withdrawProperty(note, text, named);
  const end = suppression.kind === "disable" ? enableAfter(note, suppression, named.id) : null;
  const ends = end?.rules.filter(({ id }) => id === named.id) ?? [];
  return [
    withdrawName(text, suppression, named),
    ...ends.map((name) => withdrawName(text, end ?? suppression, name)),
  ];
}

function enableAfter({ suppressions }: Note, { to }: Suppression, rule: string): Suppression | null {
  const ends = suppressions.filter(
    ({ kind, rules }) => kind === "enable" && rules.some(({ id }) => id === rule),
  );
  return ends.find(({ from }) => from >= to) ?? null;
}

function withdrawName(
  text: string,
  { rules, from, to }: Suppression,
  { from: start, to: end }: TextRange,
): TextEdit {
  if (rules.length === 1) return withdrawComment(text, { from, to });
  const behind = /^[\s,]+/.exec(text.slice(end, to))?.[0] ?? "";
  return { from: start, to: end + behind.length, insert: "" };
}

/** With its line if it has one of its own, else with the blanks before it. */
function withdrawComment(text: string, { from, to }: TextRange): TextEdit {
  const start = text.lastIndexOf("\n", from - 1) + 1;
  const behind = /^[ \t]*(?:\r\n|\n|\r|$)/.exec(text.slice(to))?.[0];
  if (behind !== undefined && text.slice(start, from).trim() === "")
    return { from: start, to: to + behind.length, insert: "" };
  const before = /[ \t]*$/.exec(text.slice(start, from))?.[0] ?? "";
  return { from: from - before.length, to, insert: "" };
}

function withdrawProperty(note: Note, text: string, named: SuppressedRule): readonly TextEdit[] | null {
  const found = property(note, "linkage-disable");
  if (found === null || text.slice(named.from, named.to) !== named.id) return null;
  const index = found.items?.findIndex(({ from, to }) => named.from >= from && named.to <= to) ?? -1;
  const item = found.items?.[index];
  if (item && item.value === named.id) {
    const edit = removeItem(text, found, index);
    return edit && [edit];
  }
  const behind = /^[\s,]+(?=[\w-])/.exec(text.slice(named.to, (item ?? found.valueRange).to))?.[0];
  const before = /[\s,]+$/.exec(text.slice((item ?? found.valueRange).from, named.from))?.[0];
  if (behind !== undefined) return [{ from: named.from, to: named.to + behind.length, insert: "" }];
  if (before !== undefined) return [{ from: named.from - before.length, to: named.to, insert: "" }];
  return [{ ...found.valueRange, insert: "[]" }];
}

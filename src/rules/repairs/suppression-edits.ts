import type { Note, SuppressedRule, Suppression } from "../../note/note.ts";
import { keepingLast } from "../../text/keeping-last.ts";
import type { TextEdit, TextRange } from "../../text/range.ts";
import { firstNotBefore } from "../../text/search.ts";
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

/** Put another rule's id in the place of a name, with `disable` also in the `enable` that ends it. Null as for {@link withdrawRule}. */
export function respellRule(
  note: Note,
  text: string,
  suppression: Suppression,
  named: SuppressedRule,
  id: string,
): readonly TextEdit[] | null {
  const end = suppression.kind === "disable" ? enableAfter(note, suppression, named.id) : null;
  const names = [named, ...(end?.rules.filter((rule) => rule.id === named.id) ?? [])];
  const areWritten = names.every(({ from, to }) => text.slice(from, to) === named.id);
  return areWritten ? names.map(({ from, to }) => ({ from, to, insert: id })) : null;
}

function enableAfter(note: Note, { to }: Suppression, rule: string): Suppression | null {
  const ends = enablesByRule(note).get(rule) ?? [];
  return ends[firstNotBefore(ends, ({ from }) => from < to)] ?? null;
}

/** By rule, what switches it on again, in text order. */
const enablesByRule = keepingLast(({ suppressions }: Note): ReadonlyMap<string, readonly Suppression[]> => {
  const byRule = new Map<string, Suppression[]>();
  for (const suppression of suppressions) {
    if (suppression.kind !== "enable") continue;
    for (const rule of new Set(suppression.rules.map(({ id }) => id))) {
      const others = byRule.get(rule);
      if (others) others.push(suppression);
      else byRule.set(rule, [suppression]);
    }
  }
  return byRule;
});

function withdrawName(
  text: string,
  { rules, from, to }: Suppression,
  { from: start, to: end }: TextRange,
): TextEdit {
  if (rules.length === 1) return withdrawComment(text, { from, to });
  const behind = /^[\s,]+/.exec(text.slice(end, to))?.[0] ?? "";
  return { from: start, to: end + behind.length, insert: "" };
}

/** With its line if it has one of its own, else with the blanks before it. A line may be long, and is not walked through for each. */
function withdrawComment(text: string, { from, to }: TextRange): TextEdit {
  const behind = /^[ \t]*(?:\r\n|\n|\r|$)/.exec(text.slice(to))?.[0];
  const start = startOfRun(text, from, /[^\S\n]/);
  if (behind !== undefined && (start === 0 || text.charAt(start - 1) === "\n"))
    return { from: start, to: to + behind.length, insert: "" };
  return { from: startOfRun(text, from, /[ \t]/), to, insert: "" };
}

/** Where the characters of this kind start that end at `offset`. */
function startOfRun(text: string, offset: number, kind: RegExp): number {
  let at = offset;
  while (at > 0 && kind.test(text.charAt(at - 1))) at--;
  return at;
}

function withdrawProperty(note: Note, text: string, named: SuppressedRule): readonly TextEdit[] | null {
  // One that is given more than once switches off what each says.
  const found = note.frontmatter.properties.find(
    ({ valueRange }) => valueRange.from <= named.from && named.to <= valueRange.to,
  );
  if (found === undefined || text.slice(named.from, named.to) !== named.id) return null;
  const items = found.items ?? [];
  const index = firstNotBefore(items, ({ to }) => to < named.to);
  const item = items[index];
  if (item && named.from >= item.from && item.value === named.id) {
    const edit = removeItem(text, found, index);
    return edit && [edit];
  }
  const place = item && named.from >= item.from ? item : found.valueRange;
  const behind = /^[\s,]+(?=[\w-])/.exec(text.slice(named.to, place.to))?.[0];
  const before = /[\s,]+$/.exec(text.slice(place.from, named.from))?.[0];
  if (behind !== undefined) return [{ from: named.from, to: named.to + behind.length, insert: "" }];
  if (before !== undefined) return [{ from: named.from - before.length, to: named.to, insert: "" }];
  return [{ ...found.valueRange, insert: "[]" }];
}

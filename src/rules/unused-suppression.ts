import type { Note, Suppression } from "../note/note.ts";
import { parseNote } from "../note/parse-note.ts";
import { applyEdits } from "../text/edits.ts";
import { positionAt } from "../text/lines.ts";
import { quote } from "../text/quote.ts";
import type { TextEdit } from "../text/range.ts";
import { noOptions } from "./no-options.ts";
import { respellRule, withdrawRule } from "./repairs/suppression-edits.ts";
import { defineSuppressionRule } from "./define-rule.ts";
import type { Fix, FixContext, SuppressionFault } from "./rule.ts";

/** What is switched off would otherwise be reported. */
export const unusedSuppression = defineSuppressionRule({
  id: "unused-suppression",
  summary: "A suppression names a rule that would otherwise report something there.",
  severity: "warning",
  options: noOptions,
  checkSuppression(fault) {
    if (fault.kind === "nameless") {
      const { from, to } = fault.suppression;
      const message = "This names no rule and switches nothing off, expected the ids of those to switch off";
      return { range: { from, to }, message, fact: fault };
    }
    const { id, from, to } = fault.named;
    if (fault.kind === "unused") {
      const message = `${quote(id)} reports nothing here, expected no suppression of it`;
      return { range: { from, to }, message, target: id, fact: fault };
    }
    const last = fault.others.at(-1);
    return last === undefined
      ? {
          range: { from, to },
          message: `There is no rule ${quote(id)}, expected ${fault.meant === null ? "the id of one" : quote(fault.meant)}`,
          target: id,
          fact: fault,
        }
      : { range: { from, to: last.to }, message: unknownWords(fault), fact: fault };
  },
  fix(fault, context) {
    switch (fault.kind) {
      case "nameless":
        // What its author meant to switch off only the author knows.
        return null;
      case "unknown":
        if (fault.others.length > 0) return markReason(fault, context);
        // Who misspelt a name means to switch something off.
        return fault.meant === null ? removeName(fault, context) : null;
      case "unused":
        return removeName(fault, context);
    }
  },
  *suggest(fault, context) {
    if (fault.kind !== "unknown" || fault.meant === null) return;
    const { suppression, named, meant } = fault;
    const edits = respellRule(context.note, context.text, suppression, named, meant);
    if (edits) yield { title: `Write ${meant}`, edits };
    const removal = removeName(fault, context);
    if (removal) yield removal;
  },
});

function unknownWords({ named, others }: UnknownNames): string {
  const [first, ...more] = others.map(({ id }) => quote(id));
  const rest = more.length === 0 ? ` and ${first ?? ""}` : `, ${first ?? ""} and ${String(more.length)} more`;
  return `There are no rules ${quote(named.id)}${rest}, expected ids, and a reason only behind "--"`;
}

/** Words behind the rules that there are say why they are switched off. Where each stands behind a comma, ids may be meant. */
function markReason({ suppression, named, others }: UnknownNames, { text }: Context): Fix | null {
  const last = others.at(-1);
  const isBehind = suppression.rules[0] !== named && suppression.rules.at(-1) === last;
  const words = text.slice(named.from, last?.to);
  const isList = words.split(",").length > others.length;
  return isBehind && !isList
    ? { title: 'Write "--" before the reason', edits: [{ from: named.from, to: named.from, insert: "-- " }] }
    : null;
}

function removeName({ suppression, named }: NamedFault, { note, text }: Context): Fix | null {
  const edits = withdrawRule(note, text, suppression, named);
  return edits &&
    (edits.every((edit) => standsAlone(edit, note, text)) ||
      (mayRead(note, suppression) && keepsAllElse(edits, note, text)))
    ? { title: `Remove the suppression of ${quote(named.id)}`, edits }
    : null;
}

type UnknownNames = Extract<SuppressionFault, { kind: "unknown" }>;
type NamedFault = Exclude<SuppressionFault, { kind: "nameless" }>;
type Context = Pick<FixContext<unknown>, "note" | "text">;

/**
 * Whether the edit removes lines that stand alone: flush left, below a blank line that is not the note's first, above another
 * and then text that is flush left, too. What belongs to no other block can go, and with thousands of them in a note it need
 * not be parsed for each.
 */
function standsAlone({ from, to, insert }: TextEdit, { lines }: Note, text: string): boolean {
  const above = text.slice(lines[positionAt(lines, from).line - 2] ?? 0, from);
  return (
    insert === "" &&
    /^[ \t]*\r?\n$/.test(above) &&
    /\S/.test(text.slice(0, from)) &&
    /^\S.*\n$/.test(text.slice(from, to)) &&
    /^(?:[ \t]*\r?\n)+(?!\s)/.test(text.slice(to))
  );
}

/** How many code units of a note are read again at most, for all its suppressions together: some seconds' work. */
const MOST_READ = 50_000_000;

/** False for a note that is so long, with so many suppressions, that to read it again for each would take minutes. */
function mayRead(note: Note, { rules }: Suppression): boolean {
  return Math.max(note.suppressions.length, rules.length) * note.length <= MOST_READ;
}

/**
 * A comment may be what keeps the line above it from being a heading, or is underlined as one, all that stands below one, or
 * what keeps apart what would be code together.
 */
function keepsAllElse(edits: readonly TextEdit[], note: Note, text: string): boolean {
  const after = parseNote(note.path, applyEdits(text, edits));
  return JSON.stringify(said(after)) === JSON.stringify(said(note));
}

function said({ headings, links, tags }: Note): readonly unknown[] {
  return [
    headings.map(({ level, text, isBare }) => [level, text, isBare]),
    links.map(({ kind, linkpath, subpath }) => [kind, linkpath, subpath]),
    tags.map(({ tag }) => tag),
  ];
}

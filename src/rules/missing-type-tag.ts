import type { NoteType } from "../journal/conventions.ts";
import { allTagsOf, listOf, property } from "../journal/properties.ts";
import type { Note } from "../note/note.ts";
import type { TextRange } from "../text/range.ts";
import { quote } from "../text/quote.ts";
import { noOptions } from "./no-options.ts";
import { addToList } from "./repairs/list-edits.ts";
import { nameOfTag, renameTag } from "./repairs/tag-repairs.ts";
import { defineRule } from "./define-rule.ts";
import type { Fix, RuleFinding } from "./rule.ts";
import { typeConflict } from "./type-signs.ts";

/** A sign of its type that a note lacks. */
interface MissingSign {
  readonly name: "tags" | "cssclasses";
  /** What the type has of it; one is enough. */
  readonly wanted: readonly string[];
}

/** A note has the tag and the class of its type. */
export const missingTypeTag = defineRule({
  id: "missing-type-tag",
  summary: "A note has the tag and the class of its type.",
  severity: "info",
  typedNotesOnly: true,
  options: noOptions,
  check(note, vault): readonly RuleFinding<MissingSign>[] {
    const type = vault.typeOf(note);
    const { state } = note.frontmatter;
    if (type === null || (state !== "read" && state !== "none")) return [];
    const missing = signsOf(type).filter((sign) => !has(note, sign) && !isOtherRules(note, sign, type));
    // Where all signs are of another type, the note id is what is wrong: note-id-type.
    if (missing.length === 0 || typeConflict(note, vault.conventions)) return [];
    return missing.map((sign) => {
      const message = messageOf(sign, type);
      return { range: rangeOf(note, sign), message, target: sign.wanted[0] ?? "", fact: sign };
    });
  },
  *suggest({ name, wanted }, { note, text }) {
    const [first = ""] = wanted;
    const otherwise = name === "tags" ? respelling(note, text, wanted) : null;
    if (otherwise) yield otherwise;
    const edit = addToList(note, text, name, first);
    if (edit) yield { title: `Add the ${kindOf[name]} ${quote(first)}`, edits: [edit] };
  },
});

const kindOf = { tags: "tag", cssclasses: "class" } as const;

/** The kind stands without quotes: a tag and a class of the same name are two problems, each with a repair of its own. */
function messageOf({ name, wanted }: MissingSign, { code }: NoteType): string {
  const [only = ""] = wanted;
  return wanted.length === 1
    ? `The ${kindOf[name]} ${quote(only)} is missing, expected it in every ${code} note`
    : `No ${kindOf[name]} is ${wanted.map(quote).join(" or ")}, expected one of them in every ${code} note`;
}

/** The signs of a type. Made once for a type. */
function signsOf(type: NoteType): readonly MissingSign[] {
  const made = signsByType.get(type);
  if (made !== undefined) return made;
  const all: readonly MissingSign[] = [
    { name: "tags", wanted: type.tags },
    { name: "cssclasses", wanted: type.classes },
  ];
  const signs = all.filter(({ wanted }) => wanted.length > 0);
  signsByType.set(type, signs);
  return signs;
}

const signsByType = new WeakMap<NoteType, readonly MissingSign[]>();

/** Letter case counts in classes and not in tags (obsidian.md E2). */
function has(note: Note, { name, wanted }: MissingSign): boolean {
  if (name === "cssclasses") return listOf(property(note, name)).some(({ text }) => wanted.includes(text));
  const tags = allTagsOf(note);
  if (tags.some((tag) => wanted.includes(tag))) return true;
  const lower = new Set(wanted.map((tag) => tag.toLowerCase()));
  return tags.some((tag) => lower.has(tag.toLowerCase()));
}

/** The property is not there or empty, which missing-property reports and repairs if the type requires it. */
function isOtherRules(note: Note, { name }: MissingSign, { required }: NoteType): boolean {
  const isRequired = required.some((other) => other.toLowerCase() === name);
  return isRequired && listOf(property(note, name)).length === 0;
}

/** The property's name, or the line that opens the frontmatter. */
function rangeOf(note: Note, { name }: MissingSign): TextRange {
  const { from, state } = note.frontmatter;
  return property(note, name)?.keyRange ?? { from, to: state === "none" ? from : from + "---".length };
}

/** A tag that differs from the wanted one in case, hyphens and underscores alone, written as that. */
function respelling(note: Note, text: string, wanted: readonly string[]): Fix | null {
  const tags = property(note, "tags");
  for (const [index, item] of (tags?.items ?? []).entries()) {
    const meant = wanted.find((tag) => letters(tag) === letters(nameOfTag(item)));
    if (tags && meant !== undefined) return renameTag({ property: tags, index, item }, note, text, meant);
  }
  return null;
}

function letters(tag: string): string {
  return tag.toLowerCase().replace(/[-_#]/g, "");
}

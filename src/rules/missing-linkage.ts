import type { NoteType } from "../journal/conventions.ts";
import { allTagsOf } from "../journal/properties.ts";
import { linkageHtml, type WrittenGroup } from "../linkage/linkage-html.ts";
import type { Note } from "../note/note.ts";
import { parseNote } from "../note/parse-note.ts";
import { applyEdits } from "../text/edits.ts";
import { lineBreakOf } from "../text/lines.ts";
import type { TextEdit } from "../text/range.ts";
import { isLinkable, isNotePath } from "../vault/names.ts";
import type { VaultIndex } from "../vault/vault-index.ts";
import { checkedLinks } from "./checked-links.ts";
import { sectionKey } from "./heading-text.ts";
import { noOptions } from "./no-options.ts";
import { placeOfNote } from "./note-place.ts";
import { insertSection } from "./repairs/section-edits.ts";
import { defineRule, type RuleFinding } from "./rule.ts";
import { tagFault } from "./tag-fault.ts";

/** A note shows its linkage in a block, if its type wants one. */
export const missingLinkage = defineRule({
  id: "missing-linkage",
  summary: "A note has a linkage block, of either markup, if its type requires one.",
  severity: "info",
  typedNotesOnly: true,
  options: noOptions,
  *check(note, vault): Generator<RuleFinding<NoteType>> {
    const type = vault.typeOf(note);
    if (type?.linkage !== "required" || note.linkageBlocks.length > 0) return;
    const message = `The note has no linkage block, expected in every ${type.code} note`;
    yield { range: placeOfNote(note), message, fact: type };
  },
  *suggest(type, { note, vault, text }) {
    const groups = [
      { label: "tags", items: tagItems(note, type) },
      { label: "related", items: relatedItems(note, vault) },
    ].filter(({ items }) => items.length > 0);
    const edit = groups.length === 0 ? null : insertion(note, text, type, groups);
    if (edit) yield { title: "Insert a linkage block with the note's tags and links", edits: [edit] };
  },
});

/** The note's tags that are tags, less those of its type, which say nothing new. */
function tagItems(note: Note, { tags }: NoteType): readonly string[] {
  const seen = new Set(tags.map((tag) => tag.toLowerCase()));
  const all = allTagsOf(note);
  const fresh = all.filter((tag) => {
    const isNew = tagFault(tag) === null && !seen.has(tag.toLowerCase());
    seen.add(tag.toLowerCase());
    return isNew;
  });
  return fresh.map((tag) => `#${tag}`);
}

/** The notes that the note links to; from a published note none that is not. */
function relatedItems(note: Note, vault: VaultIndex): readonly string[] {
  const targets = checkedLinks(note).flatMap((link) => {
    const target = link.kind === "embed" ? null : vault.resolve(link, note.path);
    return target?.kind === "resolved" ? [target.path] : [];
  });
  const paths = [...new Set(targets)].filter(
    (path) =>
      path !== note.path && isNotePath(path) && (!vault.isPublished(note) || !vault.isUnpublished(path)),
  );
  return paths
    .map((path) => vault.linkpathTo(path))
    .filter(isLinkable)
    .map((linkpath) => `[[${linkpath}]]`);
}

/** The block below the heading that is there for it, or with one of its own; null where it would be no block. */
function insertion(
  note: Note,
  text: string,
  type: NoteType,
  groups: readonly WrittenGroup[],
): TextEdit | null {
  const html = linkageHtml(groups);
  const heading = note.headings.find(({ text: words }) => sectionKey(words) === NAME);
  const eol = lineBreakOf(text);
  const edit = heading
    ? { from: heading.to, to: heading.to, insert: ["", ...html, ...(heading.isBare ? [] : [""])].join(eol) }
    : insertSection(note, text, type, NAME, html);
  return edit && parseNote(note.path, applyEdits(text, [edit])).linkageBlocks.length > 0 ? edit : null;
}

/** What the journal calls the section. */
const NAME = "linkage";

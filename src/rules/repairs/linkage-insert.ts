import { linkageHtml } from "../../linkage/linkage-html.ts";
import { linkageOf } from "../../linkage/unshown.ts";
import type { Note } from "../../note/note.ts";
import { parseNote } from "../../note/parse-note.ts";
import { applyEdits } from "../../text/edits.ts";
import { lineBreakOf } from "../../text/lines.ts";
import type { TextEdit } from "../../text/range.ts";
import type { VaultIndex } from "../../vault/vault-index.ts";
import { sectionKey } from "../heading-text.ts";
import { insertSection } from "./section-edits.ts";

/** What comes of asking for a linkage block: nothing to show, or no place where it would be one. */
export type BlockInsertion =
  | { readonly kind: "insertion"; readonly edit: TextEdit }
  | { readonly kind: "nothing" }
  | { readonly kind: "no-place" };

/**
 * The edit that gives a note without a linkage block one with its tags and links (`linkageOf`): below the heading that is
 * there for it, or with one of its own where notes of its type have theirs; in the markup of the notes of its year.
 */
export function insertLinkageBlock(note: Note, text: string, vault: VaultIndex): BlockInsertion {
  const { tags, links } = linkageOf(note, vault);
  const groups = [
    { label: "tags", items: tags.map((tag) => `#${tag}`) },
    { label: "related", items: links.map((link) => `[[${link}]]`) },
  ].filter(({ items }) => items.length > 0);
  if (groups.length === 0) return { kind: "nothing" };
  const edit = insertion(note, text, vault, linkageHtml(groups, vault.shared.markupFor(note)));
  const after = edit && parseNote(note.path, applyEdits(text, [edit]));
  return edit && after?.linkageBlocks.length === 1 ? { kind: "insertion", edit } : { kind: "no-place" };
}

function insertion(note: Note, text: string, vault: VaultIndex, html: readonly string[]): TextEdit | null {
  const heading = note.headings.find(({ text: words }) => sectionKey(words) === NAME);
  if (!heading) return insertSection(note, text, vault.typeOf(note) ?? { sections: [] }, NAME, html);
  const lines = ["", ...html, ...(heading.isBare ? [] : [""])];
  return { from: heading.to, to: heading.to, insert: lines.join(lineBreakOf(text)) };
}

/** What the journal calls the section. */
const NAME = "linkage";

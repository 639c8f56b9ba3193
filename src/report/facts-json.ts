import { property, tagsOf, textOf } from "../journal/properties.ts";
import type { Link, Note } from "../note/note.ts";
import { isAllDigits } from "../note/tags.ts";
import { positionAt } from "../text/lines.ts";
import type { VaultIndex } from "../vault/vault-index.ts";
import { jsonDocument } from "./json-document.ts";
import type { JsonNote } from "./json.ts";

/** A note, and its text as it was parsed. */
export interface NoteWithText {
  readonly note: Note;
  readonly text: string;
}

/** The facts of a vault as a JSON document in pieces; its form is `factsReportSchema`. */
export function factsJson(
  files: number,
  notes: Iterable<NoteWithText>,
  vault: VaultIndex,
): Generator<string> {
  return jsonDocument({ version: 1, files }, "notes", allFacts(notes, vault));
}

function* allFacts(notes: Iterable<NoteWithText>, vault: VaultIndex): Generator<JsonNote> {
  for (const { note, text } of notes) yield noteFacts(note, text, vault);
}

/** What `linkage facts` says of one note. `text` is the note's text as it was parsed. */
function noteFacts(note: Note, text: string, vault: VaultIndex): JsonNote {
  return {
    path: note.path,
    type: vault.typeOf(note)?.code ?? null,
    noteId: textOf(property(note, "note_id")),
    properties: propertyValues(note),
    tags: [...propertyTags(note), ...bodyTags(note)],
    headings: note.headings.map(({ level, text, from }) => ({
      level,
      text,
      line: positionAt(note.lines, from).line,
    })),
    blocks: note.blockIds.map(({ id }) => id),
    links: note.links.map((link) => linkFacts(link, note, text, vault)),
    linkage: note.linkageBlocks.map(({ markup, groups }) => ({
      markup,
      groups: groups.map(({ label, items }) => ({
        label,
        items: items.map(({ textRange }) => text.slice(textRange.from, textRange.to)),
      })),
    })),
  };
}

/** By key; made so that a key such as `__proto__` is one like any other. */
function propertyValues(note: Note): JsonNote["properties"] {
  return Object.fromEntries(note.frontmatter.properties.map(({ key, value }) => [key, value]));
}

/** The tags of the frontmatter that the app reads: text without blanks, and not all digits (obsidian.md E1, F4). */
function* propertyTags(note: Note): Generator<JsonNote["tags"][number]> {
  for (const { text, isText, from } of tagsOf(note)) {
    if (!isText || isAllDigits(text) || /\s/.test(text)) continue;
    yield { tag: text, ...positionAt(note.lines, from), place: "property" };
  }
}

function* bodyTags(note: Note): Generator<JsonNote["tags"][number]> {
  for (const { tag, from } of note.tags) yield { tag, ...positionAt(note.lines, from), place: "body" };
}

function linkFacts(link: Link, note: Note, text: string, vault: VaultIndex): JsonNote["links"][number] {
  const { kind, linkpath, subpath, displayText, from, to } = link;
  const resolution = vault.resolve(link, note.path);
  return {
    raw: text.slice(from, to),
    kind,
    linkpath,
    subpath,
    displayText,
    ...positionAt(note.lines, from),
    from,
    to,
    target: resolution.kind === "unresolved" ? null : resolution.path,
    ...(resolution.kind === "ambiguous" ? { candidates: [...resolution.candidates] } : {}),
  };
}

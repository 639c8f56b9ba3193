import { parseDate } from "../journal/calendar.ts";
import type { NoteType } from "../journal/conventions.ts";
import { formatNoteId, nextNoteId, parseNoteId } from "../journal/note-id.ts";
import { allTagsOf, listOf, property, tagsOf, textOf } from "../journal/properties.ts";
import type { Note } from "../note/note.ts";
import { yamlScalar } from "../note/yaml-scalar.ts";
import { tagFault } from "../rules/tag-fault.ts";
import { fileName, isLinkable, isNotePath, withoutExtension } from "../vault/names.ts";
import { plainNote } from "../note/packed/plain-note.ts";
import type { VaultIndex } from "../vault/vault-index.ts";
import type { CompletionPlace } from "./completion-place.ts";

/** What may be written at a place. */
export interface Completion {
  /** What it is, and what is inserted but for quotes and brackets. */
  readonly text: string;
  /** What is said of it: its type, how many notes have it, where it leads. Empty if there is nothing to say. */
  readonly detail: string;
}

/** How many are offered. */
const MOST = 30;

/** The text that a completion inserts at its place, with what closes it. */
export function insertionOf({ text }: Completion, { close, isQuoted }: CompletionPlace): string {
  return (isQuoted ? text : yamlScalar(text)) + close;
}

/**
 * The next free note id of the note's day and type; if its type is not known, of each type.
 * @param note as the editor shows it
 * @param today the day of a note that does not say when it was created
 */
export function noteIdCompletions(
  query: string,
  note: Note,
  vault: VaultIndex,
  today: string,
): readonly Completion[] {
  const day = parseDate(textOf(property(note, "created")) ?? "")?.day ?? today;
  if (!day.startsWith("20")) return [];
  const own = vault.typeOf(withoutId(note));
  const types = own ? [own] : vault.conventions.types;
  const start = query.toUpperCase();
  return types.flatMap((type) => {
    const text = nextFor(type, day, note.path, vault);
    return text?.startsWith(start) === true && text !== query ? [{ text, detail: type.code }] : [];
  });
}

/** Tags of the note's type, then those of the vault, the commonest first; those that the list has are left out. */
export function tagCompletions(query: string, note: Note, vault: VaultIndex): readonly Completion[] {
  const listed = tagsOf(note).map(({ text }) => text);
  const usable = new Map([...vault.tagCounts()].filter(([tag]) => tagFault(tag) === null));
  const found = ranked(query, vault.typeOf(note)?.tags ?? [], usable, listed);
  const own = new Set(vault.typeOf(note)?.tags);
  return found.map((each) => (own.has(each.text) ? each : { ...each, text: vault.spellingOf(each.text) }));
}

/** Classes of the note's type, then those of the vault, the commonest first, then those that nobody has used yet. */
export function classCompletions(query: string, note: Note, vault: VaultIndex): readonly Completion[] {
  const { types, classes } = vault.conventions;
  const listed = listOf(property(note, "cssclasses")).map(({ text }) => text);
  const counts = new Map(vault.shared.classCounts());
  for (const name of [...types.flatMap((type) => type.classes), ...(classes ?? [])])
    if (!counts.has(name)) counts.set(name, 0);
  return ranked(query, vault.typeOf(note)?.classes ?? [], counts, listed);
}

/** The note's own tags: what a linkage block may show. */
export function linkageTagCompletions(query: string, note: Note): readonly Completion[] {
  const key = query.toLowerCase();
  const tags = [...new Set(allTagsOf(note))].filter(
    (tag) => tagFault(tag) === null && tag.toLowerCase().startsWith(key) && tag !== query,
  );
  return tags.slice(0, MOST).map((text) => ({ text, detail: "" }));
}

/** A link to a file: the shortest that leads there and nowhere else; null if no link can say it. */
export function linkCompletion(path: string, name: string, vault: VaultIndex): Completion | null {
  const text = vault.linkpathTo(path);
  if (!isLinkable(text)) return null;
  const isOther = name !== text && name !== withoutExtension(fileName(path));
  return { text, detail: isOther ? name : text.includes("/") ? "" : withoutExtension(path) };
}

/** The notes that the text of a note links to and its linkage blocks do not yet: what a writer puts there first. */
export function unshownLinks(note: Note, vault: VaultIndex): readonly string[] {
  const pathsOf = (isShown: boolean): readonly string[] =>
    note.links
      .filter(({ kind }) => kind !== "embed" && (kind === "html") === isShown)
      .flatMap((link) => {
        const target = vault.resolve(link, note.path);
        return target.kind === "resolved" && isNotePath(target.path) ? [target.path] : [];
      });
  const shown = new Set([...pathsOf(true), note.path]);
  return [...new Set(pathsOf(false))].filter((path) => !shown.has(path)).slice(0, MOST);
}

/** By class, tag and folder: the id is what is being written. */
function withoutId(note: Note): Note {
  const properties = note.frontmatter.properties.filter(({ key }) => key.toLowerCase() !== "note_id");
  return { ...plainNote(note), frontmatter: { ...note.frontmatter, properties } };
}

function nextFor({ code }: NoteType, day: string, path: string, vault: VaultIndex): string | null {
  const any = parseNoteId(formatNoteId(day, code, 1));
  const ids = any ? vault.journal.onDayOf(any) : [];
  const others = ids.filter((id) => vault.notesWithId(id).some((other) => other !== path));
  return nextNoteId(day, code, others);
}

/** Words that begin with the query, then those that hold it: first those of the type, then by how many notes have them. */
function ranked(
  query: string,
  first: readonly string[],
  counts: ReadonlyMap<string, number>,
  listed: readonly string[],
): readonly Completion[] {
  const key = query.toLowerCase();
  const seen = new Set(listed.filter((word) => word !== query).map((word) => word.toLowerCase()));
  const fitting = [...counts].flatMap(([text, count]) => {
    const at = text.toLowerCase().indexOf(key);
    return at < 0 ? [] : [{ text, count, isBeginning: at === 0 }];
  });
  fitting.sort((a, b) => Number(b.isBeginning) - Number(a.isBeginning) || b.count - a.count);
  const own = first.filter((text) => text.toLowerCase().startsWith(key));
  const all = [
    ...own.map((text) => ({ text, count: counts.get(text) ?? counts.get(text.toLowerCase()) ?? 0 })),
    ...fitting,
  ];
  const found: Completion[] = [];
  for (const { text, count } of all) {
    const lower = text.toLowerCase();
    if (seen.has(lower) || found.length >= MOST) continue;
    seen.add(lower);
    found.push({ text, detail: String(count) });
  }
  return found.length === 1 && found[0]?.text === query ? [] : found;
}

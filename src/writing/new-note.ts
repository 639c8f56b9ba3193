import type { NoteType } from "../journal/conventions.ts";
import type { Moment } from "../journal/moment.ts";
import { nextNoteId } from "../journal/note-id.ts";
import type { Note } from "../note/note.ts";
import { lineBreakOf } from "../text/lines.ts";
import { quote } from "../text/quote.ts";
import { fileName, folderOf, isLinkable, nameKey, targetKey, withoutExtension } from "../vault/names.ts";
import type { VaultIndex } from "../vault/vault-index.ts";
import { fileNameFor, isFileName } from "./file-name.ts";
import { newBody } from "./new-body.ts";
import { newProperties } from "./new-properties.ts";
import { titleFault } from "./title.ts";
import { folderForType } from "./type-folder.ts";
import { commonest, type Sample } from "./type-samples.ts";

/** What a new note is to be. */
export interface NoteWanted {
  readonly type: NoteType;
  readonly title: string;
  /** When it is made. */
  readonly moment: Moment;
  /** Where it is to lie, vault-relative; empty for the top of the vault. By default where the type's notes lie. */
  readonly folder?: string;
  /** The path that it must have, instead. */
  readonly path?: string;
}

/** A note that can be made. */
export interface NewNote {
  readonly path: string;
  readonly text: string;
  /** The number of the line to begin to write on, from 0: below the first section, or below the title. */
  readonly line: number;
  /** Names of the properties that the type requires and that only the author can fill in. */
  readonly open: readonly string[];
}

/** A sentence on why there can be no such note. */
export interface NoNote {
  readonly fault: string;
}

/**
 * The note that is wanted: its path, which no file of the vault has, and its text, as the samples are written. Nothing in its
 * frontmatter is wrong, but that what only the author can say is still empty.
 * @param newest the newest notes of the type (`newestOfType`), which tell where it is to lie
 * @param samples some of them with their texts (`sampledOf`), which tell how it is to be written
 */
export function newNote(
  wanted: NoteWanted,
  newest: readonly Note[],
  samples: readonly Sample[],
  vault: VaultIndex,
): NewNote | NoNote {
  const { type, moment } = wanted;
  const title = wanted.title.trim();
  const fault = titleFault(title) ?? dayFault(moment.day);
  if (fault !== null) return { fault };
  const path = wanted.path ?? pathFor(wanted, title, newest, vault);
  const taken = fileAt(path, vault);
  if (taken !== null) return { fault: `There is a file ${quote(taken)} already, expected another title` };
  const noteId = nextNoteId(moment.day, type.code, vault.allNoteIds());
  if (noteId === null)
    return { fault: `No note id of ${type.code} is free on ${moment.day}: the day's last one is used` };
  const { lines, open, tags } = newProperties({ type, title, moment, noteId }, samples, vault);
  const body = newBody(type, title, tags, samples);
  const above = ["---", ...lines, "---"];
  const eol = commonest(samples.map(({ text }) => lineBreakOf(text))) ?? "\n";
  const endsLine = commonest(samples.map(({ text }) => text.endsWith("\n"))) ?? true;
  const text = [...above, ...body.lines].join(eol) + (endsLine ? eol : "");
  return { path, text, line: above.length + body.start, open };
}

/**
 * What makes a link to a missing note resolve: the path that a note must have for the link, and its title, the link's last
 * name. A link without folders leads to the note wherever it lies, so that `folder` says where.
 * @param from path of the note with the link
 */
export function noteForTarget(
  linkpath: string,
  from: string,
  folder: string,
): { readonly path: string; readonly title: string } | NoNote {
  const target = withoutExtension(
    linkpath
      .trim()
      .normalize("NFC")
      .replace(/\\/g, "/")
      .replace(/\u00A0/g, " "),
  );
  const path = `${target.includes("/") ? pathOfLink(target, from) : below(folder, target)}.md`;
  const names = withoutExtension(path).split("/");
  const wrong = names.find((name) => !isFileName(name));
  if (wrong !== undefined || !isLinkable(path) || targetKey(target, from) === null)
    return {
      fault: `No file can be called ${quote(wrong ?? target)}, expected a name that every system takes`,
    };
  return { path, title: fileName(target) };
}

function dayFault(day: string): string | null {
  return /^20\d\d-/.test(day) ? null : `${quote(day)} is in no note id, expected a day from 2000 to 2099`;
}

/** A path that no file has, under a name that no other file has, so that links by name alone stay what they are. */
function pathFor(wanted: NoteWanted, title: string, newest: readonly Note[], vault: VaultIndex): string {
  const { type, moment, folder = folderForType(type, moment.day, newest) ?? "" } = wanted;
  const name = fileNameFor(title) ?? "";
  const first = `${below(folder, name)}.md`;
  if (fileAt(first, vault) !== null || !isNamed(name, vault)) return first;
  let number = 2;
  while (isNamed(`${name} ${String(number)}`, vault)) number++;
  return `${below(folder, `${name} ${String(number)}`)}.md`;
}

function isNamed(name: string, vault: VaultIndex): boolean {
  return vault.resolve({ linkpath: `${name}.md` }, "").kind !== "unresolved";
}

/** The file at a path, letter case and the form of its letters aside, as most systems take it; null if there is none. */
function fileAt(path: string, vault: VaultIndex): string | null {
  const found = vault.resolve({ linkpath: `/${path}` }, "");
  return found.kind !== "unresolved" && nameKey(found.path) === nameKey(path) ? found.path : null;
}

function below(folder: string, name: string): string {
  return folder === "" ? name : `${folder}/${name}`;
}

/** Where a link with folders leads: from the note's own folder with dots in front, else from the top of the vault. */
function pathOfLink(target: string, from: string): string {
  const isRelative = /^\.\.?\//.test(target);
  const names = isRelative && folderOf(from) !== "" ? folderOf(from).split("/") : [];
  for (const name of target.split("/")) {
    if (name === "..") names.pop();
    else if (name !== "." && name !== "") names.push(name);
  }
  return names.join("/");
}

import { sep } from "node:path";
import type { Diagnostic } from "../../lint/diagnostic.ts";
import type { Note } from "../../note/note.ts";
import { canvasLinks } from "../../note/parse-canvas.ts";
import { parseNote } from "../../note/parse-note.ts";
import { isNotePath } from "../../vault/names.ts";
import { NoteStore } from "../../vault/note-store.ts";
import { unreadable } from "../load-vault.mts";
import type { Progress } from "../progress.mts";
import { readHashed } from "../read-text.mts";
import { contentWith, type Content } from "./file-content.mts";
import type { KeptFile } from "./kept-files.mts";
import type { KeptVault } from "./kept-vault.mts";
import { packLines } from "./line-lengths.mts";
import { OrderedFiles } from "./ordered-files.mts";
import { isSameStamp, isSettled } from "./stamp.mts";
import { isLookedInto, lookHere, type VaultLook } from "./vault-look.mts";

/** What lies in a vault's folder, held against what was kept of it. */
export interface Survey {
  /** Paths of all files, in the order of the vault. */
  readonly files: readonly string[];
  /** What cannot be read, and why: rule `unreadable-file`. */
  readonly problems: readonly Diagnostic[];
  /** Of the notes and canvases that can be read, by path. */
  readonly contents: ReadonlyMap<string, Content>;
  /** Files were read that are as they were, and need not be read again. */
  readonly isRestamped: boolean;
}

/** By path: the new facts of a note, or null for any other file that has come, changed or gone. */
export type Changes = ReadonlyMap<string, Note | null>;

/** A survey of a vault of which something was kept. */
export interface ChangeSurvey extends Survey {
  readonly changes: Changes;
}

/** A survey of a vault of which nothing was kept. */
export interface FirstSurvey extends Survey {
  /**
   * The notes that can be read, once: each is read when it is asked for, so that the facts of no two need be in memory as objects.
   * All else that the survey tells but `files` is known when these have been taken.
   */
  readonly notes: Iterable<Note>;
}

/**
 * Look at all files of the vault in `folder`, an absolute path, and read those that may have changed since.
 * @param onChange told when one has been found, before others are looked for
 */
export function surveyChanges(
  folder: string,
  look: VaultLook,
  kept: KeptVault,
  progress: Progress,
  onChange: () => void,
): ChangeSurvey {
  const surveyor = new Surveyor(folder, look, kept.files);
  const changes = new Map<string, Note | null>();
  // In the form in which an index will keep them: all facts of a large vault as objects would not fit into memory.
  const notes = new NoteStore();
  for (const [path, note] of surveyor.changes(progress)) {
    if (changes.size === 0) onChange();
    if (note) notes.set(note);
    changes.set(path, notes.get(path));
  }
  if (surveyor.known < kept.files.length) {
    const now = new Set(surveyor.files);
    for (const { path } of kept.files) if (!now.has(path)) changes.set(path, null);
  }
  const { files, problems, contents, isRestamped } = surveyor;
  return { files, problems, contents, changes, isRestamped };
}

/** The same where nothing was kept: all are read, when the notes are asked for. */
export function surveyAll(folder: string, progress: Progress): FirstSurvey {
  const surveyor = new Surveyor(folder, lookHere(folder), []);
  function* notes(): Generator<Note> {
    for (const [, note] of surveyor.changes(progress)) if (note) yield note;
  }
  const { files, problems, contents } = surveyor;
  return { files, problems, contents, isRestamped: false, notes: notes() };
}

class Surveyor {
  readonly files: readonly string[];
  readonly problems: Diagnostic[];
  readonly contents = new Map<string, Content>();
  isRestamped = false;
  /** How many of the files that were kept are still there. */
  known = 0;
  private readonly folder: string;
  private readonly look: VaultLook;
  private readonly before: OrderedFiles;

  constructor(folder: string, look: VaultLook, before: readonly KeptFile[]) {
    this.folder = folder;
    this.look = look;
    this.before = new OrderedFiles(before);
    this.files = look.files;
    this.problems = [...look.problems];
  }

  /** Look at all files: those that have come or changed, each before the next is looked at. */
  *changes(progress: Progress): Generator<readonly [path: string, note: Note | null]> {
    for (const [done, path] of this.files.entries()) {
      progress.step("Read", done, this.files.length);
      const note = this.compare(path, done);
      if (note !== undefined) yield [path, note];
    }
  }

  /** The new facts of a note, or null for any other file that has come or changed; undefined for one that is as it was. */
  private compare(path: string, place: number): Note | null | undefined {
    const old = this.before.at(path)?.content;
    const isNew = old === undefined ? null : undefined;
    if (old !== undefined) this.known++;
    if (!isLookedInto(path)) return isNew;
    const stamp = this.look.stampAt(place);
    if (old?.stamp && stamp && isSameStamp(old.stamp, stamp)) {
      this.contents.set(path, old);
      return undefined;
    }
    const settled = stamp && isSettled(stamp, this.look.began) ? stamp : null;
    const read = readHashed(this.folder + sep + path);
    if ("trouble" in read) {
      if (isNotePath(path)) this.problems.push(unreadable(path, read));
      return old === null ? undefined : null;
    }
    if (old?.hash === read.hash) {
      this.contents.set(path, contentWith(old, { stamp: settled }));
      if (settled) this.isRestamped = true;
      return undefined;
    }
    return this.take(path, { ...read, stamp: settled });
  }

  /** Take up a file that has come or changed. */
  private take(
    path: string,
    { text, hash, stamp }: { readonly text: string } & Pick<Content, "hash" | "stamp">,
  ): Note | null {
    const note = isNotePath(path) ? parseNote(path, text) : null;
    // No problem stands in a line of a canvas.
    const lines = packLines(note?.lines ?? []);
    const facts = note ? "" : canvasLinks(path, text);
    this.contents.set(path, { stamp, hash, length: text.length, lines, facts });
    return note;
  }
}

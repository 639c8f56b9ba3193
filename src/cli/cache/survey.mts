import { join } from "node:path";
import type { Diagnostic } from "../../lint/diagnostic.ts";
import type { Note } from "../../note/note.ts";
import { canvasLinks } from "../../note/parse-canvas.ts";
import { parseNote } from "../../note/parse-note.ts";
import { isCanvasPath, isNotePath } from "../../vault/names.ts";
import { NoteStore } from "../../vault/note-store.ts";
import { unreadable } from "../load-vault.mts";
import type { Progress } from "../progress.mts";
import { readHashed } from "../read-text.mts";
import { walk } from "../walk.mts";
import type { Content, KeptVault } from "./kept-vault.mts";
import { packLines } from "./line-lengths.mts";
import { isSameStamp, isSettled, stampOf } from "./stamp.mts";

/** What lies in a vault's folder, held against what was kept of it. */
export interface Survey {
  /** Paths of all files, in the order of the vault. */
  readonly files: readonly string[];
  /** What cannot be read, and why: rule `unreadable-file`. */
  readonly problems: readonly Diagnostic[];
  /** Of the notes and canvases that can be read, by path. */
  readonly contents: ReadonlyMap<string, Content>;
  /** By path: the new facts of a note, or null for any other file that has come, changed or gone. */
  readonly changes: ReadonlyMap<string, Note | null>;
  /** Files were read that are as they were, and need not be read again. */
  readonly isRestamped: boolean;
}

/** Look at all files of the vault in `folder`, an absolute path, and read those that may have changed since. */
export function surveyVault(folder: string, kept: KeptVault | null, progress: Progress): Survey {
  const began = Date.now();
  const { files, problems } = walk(folder);
  const before = new Map(kept?.files.map(({ path, content }) => [path, content]));
  const now = new Set(files);
  const survey = new Surveyor(folder, began, before);
  for (const [done, path] of files.entries()) {
    progress.step("Read", done, files.length);
    survey.look(path);
  }
  for (const path of before.keys()) if (!now.has(path)) survey.changes.set(path, null);
  const { contents, changes, isRestamped } = survey;
  return { files, problems: [...problems, ...survey.problems], contents, changes, isRestamped };
}

class Surveyor {
  readonly contents = new Map<string, Content>();
  readonly changes = new Map<string, Note | null>();
  readonly problems: Diagnostic[] = [];
  isRestamped = false;
  private readonly folder: string;
  private readonly began: number;
  private readonly before: ReadonlyMap<string, Content | null>;
  /** In the form in which an index will keep them: all facts of a large vault as objects would not fit into memory. */
  private readonly notes = new NoteStore();

  constructor(folder: string, began: number, before: ReadonlyMap<string, Content | null>) {
    this.folder = folder;
    this.began = began;
    this.before = before;
  }

  look(path: string): void {
    const old = this.before.get(path);
    if (old === undefined) this.changes.set(path, null);
    if (!isNotePath(path) && !isCanvasPath(path)) return;
    const stamp = stampOf(join(this.folder, path));
    if (old?.stamp && stamp && isSameStamp(old.stamp, stamp)) {
      this.contents.set(path, old);
      return;
    }
    const settled = stamp && isSettled(stamp, this.began) ? stamp : null;
    const read = readHashed(join(this.folder, path));
    if ("trouble" in read) {
      if (old) this.changes.set(path, null);
      if (isNotePath(path)) this.problems.push(unreadable(path, read));
    } else if (old?.hash === read.hash) {
      this.contents.set(path, { ...old, stamp: settled });
      if (settled) this.isRestamped = true;
    } else this.take(path, { ...read, stamp: settled });
  }

  /** Take up a file that has changed. */
  private take(
    path: string,
    { text, ...known }: { readonly text: string } & Pick<Content, "hash" | "stamp">,
  ): void {
    const note = isNotePath(path) ? parseNote(path, text) : null;
    // No problem stands in a line of a canvas.
    const lines = packLines(note?.lines ?? []);
    this.contents.set(path, {
      ...known,
      length: text.length,
      lines,
      facts: note ? "" : canvasLinks(path, text),
    });
    if (note) this.notes.set(note);
    this.changes.set(path, this.notes.get(path));
  }
}

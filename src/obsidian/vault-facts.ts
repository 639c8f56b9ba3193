import type { TFile, Vault } from "obsidian";
import type { Conventions } from "../journal/conventions.ts";
import type { Diagnostic } from "../lint/diagnostic.ts";
import type { Note } from "../note/note.ts";
import { canvasLinks } from "../note/parse-canvas.ts";
import { parseNote } from "../note/parse-note.ts";
import { addAll } from "../vault/add-all.ts";
import { isCanvasPath, isNotePath } from "../vault/names.ts";
import { VaultIndex } from "../vault/vault-index.ts";
import type { FactCache } from "./cache/fact-cache.ts";
import { indexedText, readFiles, type FileText } from "./read-note.ts";
import type { Slices } from "./slices.ts";
import type { ChangedFiles } from "./vault-changes.ts";

/** Is told the paths of the notes that a change has just affected, before anybody else can ask about them. */
export type AffectedListener = (affected: ReadonlySet<string>) => void;

/**
 * The index of the app's vault, and what cannot be read for it: brought up to the files and to what editors show, in slices.
 * Who owns it says when, and stops the slices when it is over.
 */
export class VaultFacts {
  private readonly vault: Vault;
  private readonly cache: FactCache | null;
  private readonly slices: Slices;
  private readonly onAffected: AffectedListener;
  private readonly unreadable = new Map<string, Diagnostic>();
  /** Text that an editor has shown, by path, until the file says something else. */
  private readonly edited = new Map<string, string>();
  private current: VaultIndex;
  /** Nothing has been asked about yet, so that nothing is affected. */
  private isFirstReading = false;

  constructor(
    {
      vault,
      cache,
      slices,
    }: { readonly vault: Vault; readonly cache: FactCache | null; readonly slices: Slices },
    conventions: Conventions,
    onAffected: AffectedListener,
  ) {
    this.vault = vault;
    this.cache = cache;
    this.slices = slices;
    this.onAffected = onAffected;
    this.current = VaultIndex.live(conventions);
  }

  /** Replaced when the conventions change: ask for it each time. */
  get index(): VaultIndex {
    return this.current;
  }

  /** Paths of all notes, those that cannot be read included. */
  *notePaths(): Iterable<string> {
    for (const { path } of this.current.notes()) yield path;
    yield* this.unreadable.keys();
  }

  /** Why the note at `path` cannot be read, or null. */
  problemOf(path: string): Diagnostic | null {
    return this.unreadable.get(path) ?? null;
  }

  /** What an editor has shown of the note at `path`, saved or not, if its facts are of that; else null. */
  editedText(path: string): string | null {
    return this.edited.get(path) ?? null;
  }

  /** Read what the editor of a known note shows. What is returned takes it up, and gives the notes affected. */
  readText(path: string, text: string): () => ReadonlySet<string> {
    if (!this.isKnown(path) || this.edited.get(path) === text) return () => new Set();
    const read = indexedText(path, text);
    const note = "problem" in read ? null : parseNote(path, read.text);
    return () => {
      if (!this.isKnown(path)) return new Set();
      this.edited.set(path, text);
      if (note !== null) return this.takeNote(note);
      return "problem" in read ? this.takeProblem(path, read.problem) : new Set();
    };
  }

  /** All that is known, indexed anew by other conventions: to be used then. */
  async indexedBy(conventions: Conventions): Promise<VaultIndex> {
    const index = VaultIndex.live(conventions);
    for (const path of this.current.files()) {
      index.loadFile(path);
      await this.rest();
    }
    for (const note of this.current.notes()) {
      index.loadNote(note);
      await this.rest();
    }
    return index;
  }

  /** Use this index from now on. */
  use(index: VaultIndex): void {
    for (const [path, links] of this.current.canvasLinks()) index.setCanvas(path, links);
    // Somebody may have typed while it was made.
    for (const note of this.current.notes()) if (index.note(note.path) !== note) index.loadNote(note);
    this.current = index;
  }

  /** Take up all files of the vault for the first time: what the cache does not know is read. */
  async readAll(): Promise<void> {
    const files = new Set(this.vault.getFiles().map(({ path }) => path));
    this.isFirstReading = true;
    await this.follow({ files, goneFolders: new Set() });
    this.isFirstReading = false;
  }

  /** Bring the index up to what the vault has at these paths. The notes affected are returned. */
  async follow({
    files,
    goneFolders,
  }: Pick<ChangedFiles, "files" | "goneFolders">): Promise<ReadonlySet<string>> {
    const affected = new Set<string>();
    const notes = new Map<string, TFile>();
    const canvases: TFile[] = [];
    for (const path of [...files, ...this.filesIn(goneFolders)]) {
      const file = this.vault.getFileByPath(path);
      addAll(affected, file ? this.takePath(path) : this.drop(path));
      if (file && isNotePath(path)) notes.set(path, file);
      if (file && isCanvasPath(path)) canvases.push(file);
      await this.rest();
    }
    if (this.isFirstReading) await this.takeKept(notes);
    for await (const read of readFiles([...notes.values(), ...canvases], this.vault)) {
      if (this.slices.isOver) break;
      // Read under this path, but by now it may be gone; then another change is on its way.
      if (this.vault.getFileByPath(read.path) && !this.isShown(read)) addAll(affected, this.takeFile(read));
      await this.rest();
    }
    return affected;
  }

  /** Take up what is known of these notes from before; those that are left are to be read. */
  private async takeKept(notes: Map<string, TFile>): Promise<void> {
    for await (const note of this.cache?.kept(notes) ?? []) {
      if (this.slices.isOver) return;
      this.current.loadNote(note);
      notes.delete(note.path);
      await this.rest();
    }
  }

  private isKnown(path: string): boolean {
    return this.current.note(path) !== null || this.unreadable.has(path);
  }

  private async rest(): Promise<void> {
    if (this.slices.spent()) await this.slices.pause();
  }

  /** Whether the file says what its editor has shown, line ends aside: then the facts stay those of the editor's text. */
  private isShown({ path, stamp, read }: FileText): boolean {
    const shown = this.edited.get(path);
    if (shown === undefined) return false;
    if ("text" in read && read.text.replace(/\r\n?/g, "\n") === shown) {
      const note = this.current.note(path);
      if (note && read.text === shown) this.cache?.keep(note, stamp);
      return true;
    }
    this.edited.delete(path);
    return false;
  }

  private takePath(path: string): ReadonlySet<string> {
    if (!this.isFirstReading) return this.told(this.current.addFile(path));
    this.current.loadFile(path);
    return new Set();
  }

  private takeFile({ path, stamp, read }: FileText): ReadonlySet<string> {
    if (isCanvasPath(path))
      return this.told(this.current.setCanvas(path, "text" in read ? canvasLinks(path, read.text) : []));
    if ("problem" in read) return this.takeProblem(path, read.problem);
    const affected = this.takeNote(parseNote(path, read.text));
    // As the index keeps it, which may have packed it already.
    const note = this.current.note(path);
    if (note) this.cache?.keep(note, stamp);
    return affected;
  }

  /** Take up that a note cannot be read. */
  private takeProblem(path: string, problem: Diagnostic): ReadonlySet<string> {
    const affected = new Set([path, ...this.current.remove(path), ...this.current.addFile(path)]);
    this.unreadable.set(path, problem);
    this.cache?.forget(path);
    return this.told(affected);
  }

  private takeNote(note: Note): ReadonlySet<string> {
    this.unreadable.delete(note.path);
    if (!this.isFirstReading) return this.told(this.current.setNote(note));
    this.current.loadNote(note);
    return new Set();
  }

  private drop(path: string): ReadonlySet<string> {
    this.unreadable.delete(path);
    this.edited.delete(path);
    this.cache?.forget(path);
    return this.told(new Set([path, ...this.current.remove(path)]));
  }

  private *filesIn(folders: ReadonlySet<string>): Iterable<string> {
    if (folders.size === 0) return;
    for (const path of this.current.files()) {
      for (let at = path.indexOf("/"); at >= 0; at = path.indexOf("/", at + 1)) {
        if (folders.has(path.slice(0, at))) yield path;
      }
    }
  }

  private told(affected: ReadonlySet<string>): ReadonlySet<string> {
    this.onAffected(affected);
    return affected;
  }
}

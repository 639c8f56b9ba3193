import { Component, Notice, type TFile, type Vault, type Workspace } from "obsidian";
import { configName } from "../journal/conventions.ts";
import type { Diagnostic } from "../lint/diagnostic.ts";
import { Linter } from "../lint/linter.ts";
import type { Note } from "../note/note.ts";
import { canvasLinks } from "../note/parse-canvas.ts";
import { parseNote } from "../note/parse-note.ts";
import { allRules } from "../rules/all-rules.ts";
import { isCanvasPath, isNotePath } from "../vault/names.ts";
import { VaultIndex } from "../vault/vault-index.ts";
import type { FactCache } from "./cache/fact-cache.ts";
import { indexedText, readFiles, reasonOf, type FileText } from "./read-note.ts";
import { Slices } from "./slices.ts";
import { builtInConfig, readVaultConfig, sameConfig, type VaultConfig } from "./vault-config.ts";
import { VaultChanges, type ChangedFiles } from "./vault-changes.ts";

/** Is told the paths whose diagnostics may have changed: of notes, gone ones among them, and `linkage.yaml`. */
export type ChangeListener = (affected: ReadonlySet<string>) => void;

/**
 * The index and the diagnostics of the app's vault, kept up to date while it is loaded: with the files, `linkage.yaml`, and
 * the text of open editors. When the app's layout is ready, all notes are read that the cache does not know. The work is done in slices, and all that
 * comes together in time is one change. Writes nothing.
 */
export class LiveVault extends Component {
  private readonly vault: Vault;
  private readonly workspace: Workspace;
  private readonly cache: FactCache | null;
  private readonly changes: VaultChanges;
  private readonly slices = new Slices();
  private readonly listeners = new Set<ChangeListener>();
  private readonly found = new Map<string, readonly Diagnostic[]>();
  private readonly unreadable = new Map<string, Diagnostic>();
  /** Text that an editor has shown, by path, until the file says something else. */
  private readonly edited = new Map<string, string>();
  private config: VaultConfig = builtInConfig;
  private current = new VaultIndex(builtInConfig.conventions);
  private linter = new Linter(allRules, builtInConfig.conventions);
  private state: "unread" | "reading" | "ready" | "updating" | "over" = "unread";
  private isDue = false;
  private markReady: () => void = () => undefined;

  /** The first reading is done. Stays open if the plugin is unloaded before. */
  readonly ready = new Promise<void>((resolve) => {
    this.markReady = resolve;
  });

  /** @param cache what is known of notes from before; is loaded and unloaded with the live vault */
  constructor(
    { vault, workspace }: { readonly vault: Vault; readonly workspace: Workspace },
    cache: FactCache | null = null,
  ) {
    super();
    this.vault = vault;
    this.workspace = workspace;
    this.cache = cache && this.addChild(cache);
    this.changes = new VaultChanges(vault, () => {
      this.isDue = true;
      this.update().catch(sayWhy);
    });
  }

  override onload(): void {
    this.workspace.onLayoutReady(() => {
      if (this.state !== "unread") return;
      // Before that, the app tells of each file of the vault as if it had been made just now.
      this.addChild(this.changes);
      this.readAll().catch(sayWhy);
    });
  }

  override onunload(): void {
    this.state = "over";
    this.slices.stop();
    this.listeners.clear();
  }

  /** Replaced when the config changes: ask for it each time. */
  get index(): VaultIndex {
    return this.current;
  }

  /** The problems of the note at `path` as it is now, in text order; none before the first reading is done, or without such a note. */
  diagnostics(path: string): readonly Diagnostic[] {
    if (this.state !== "ready" && this.state !== "updating") return [];
    let found = this.found.get(path);
    if (found === undefined) this.found.set(path, (found = this.lint(path)));
    return found;
  }

  /** What is wrong with `linkage.yaml`. */
  configMistakes(): readonly Diagnostic[] {
    return this.config.problems;
  }

  /** What `linkage.yaml` says, or null: the text that its mistakes are in. */
  get configText(): string | null {
    return this.config.text;
  }

  /** What an editor has shown of the note at `path`, saved or not, if its facts are of that; else null. */
  editedText(path: string): string | null {
    return this.edited.get(path) ?? null;
  }

  /** The conventions of now, and the text of `linkage.yaml` that states them. */
  get vaultConfig(): VaultConfig {
    return this.config;
  }

  /** Read `linkage.yaml` again soon: somebody has written it. */
  lookAtConfig(): void {
    this.changes.lookAtConfig();
  }

  /** Paths of all notes, those that cannot be read included; and of other files, if a rule that is on speaks of them. */
  *linted(): Iterable<string> {
    for (const { path } of this.current.notes()) yield path;
    yield* this.unreadable.keys();
    if (!this.linter.speaksOfFiles) return;
    for (const path of this.current.files()) if (!isNotePath(path)) yield path;
  }

  /**
   * Take up what the editor of a note shows, saved or not. Its line ends are LF, whatever the file's are: the diagnostics of
   * the note now belong to this text, until the file comes to say something else. Before the first reading is done, nothing happens.
   */
  setText(path: string, text: string): void {
    const isKnown = this.current.note(path) !== null || this.unreadable.has(path);
    if (!isKnown || this.edited.get(path) === text) return;
    if (this.state !== "ready" && this.state !== "updating") return;
    this.edited.set(path, text);
    const read = indexedText(path, text);
    this.tell(
      "problem" in read ? this.takeProblem(path, read.problem) : this.takeNote(parseNote(path, read.text)),
    );
  }

  /** Be told of changes until the function that is returned is called, or the vault is unloaded. */
  onChange(listener: ChangeListener): () => void {
    this.listeners.add(listener);
    return () => {
      this.listeners.delete(listener);
    };
  }

  private lint(path: string): readonly Diagnostic[] {
    const problem = this.unreadable.get(path);
    if (problem) return [problem];
    const note = this.current.note(path);
    if (note) return this.linter.lint(note, this.current);
    return this.isOtherFile(path) ? this.linter.lintFile(path, this.current) : [];
  }

  private isOtherFile(path: string): boolean {
    return !isNotePath(path) && this.current.hasFile(path);
  }

  private async readAll(): Promise<void> {
    this.state = "reading";
    await this.followConfig();
    const files = new Set(this.vault.getFiles().map(({ path }) => path));
    await this.followFiles({ files, goneFolders: new Set(), config: false });
    if (this.isOver()) return;
    this.state = "ready";
    this.markReady();
    this.tell(new Set([...this.linted(), configName]));
    await this.update();
  }

  /** Follow what has happened, and what happens meanwhile. */
  private async update(): Promise<void> {
    if (this.state !== "ready") return;
    this.state = "updating";
    try {
      while (this.isDue && !this.isOver()) {
        this.isDue = false;
        const changed = this.changes.take();
        const byConfig = changed.config ? await this.followConfig() : [];
        const affected = new Set([...byConfig, ...(await this.followFiles(changed))]);
        if (!this.isOver()) this.tell(affected);
      }
    } finally {
      if (!this.isOver()) this.state = "ready";
    }
  }

  /** Unloading takes place while others wait. */
  private isOver(): boolean {
    return this.state === "over";
  }

  /** Read the config again; if it says something else, all notes are affected. */
  private async followConfig(): Promise<Iterable<string>> {
    const config = await readVaultConfig(this.vault);
    if (this.isOver() || sameConfig(config, this.config)) return [];
    const index = new VaultIndex(config.conventions);
    for (const path of this.current.files()) {
      index.addFile(path);
      if (this.slices.spent()) await this.slices.pause();
    }
    for (const note of this.current.notes()) {
      index.loadNote(note);
      if (this.slices.spent()) await this.slices.pause();
    }
    for (const [path, links] of this.current.canvasLinks()) index.setCanvas(path, links);
    // Somebody may have typed meanwhile.
    for (const note of this.current.notes()) if (index.note(note.path) !== note) index.loadNote(note);
    this.config = config;
    this.current = index;
    this.linter = new Linter(allRules, config.conventions);
    this.found.clear();
    return [...this.linted(), configName];
  }

  /** Bring the index up to what the vault has at these paths. The notes affected are returned. */
  private async followFiles({ files, goneFolders }: ChangedFiles): Promise<ReadonlySet<string>> {
    const affected = new Set<string>();
    const notes = new Map<string, TFile>();
    const canvases: TFile[] = [];
    for (const path of [...files, ...this.filesIn(goneFolders)]) {
      const file = this.vault.getFileByPath(path);
      addAll(affected, file ? this.forget(this.current.addFile(path)) : this.drop(path));
      if (file && isNotePath(path)) notes.set(path, file);
      if (file && isCanvasPath(path)) canvases.push(file);
      if (this.slices.spent()) await this.slices.pause();
    }
    if (this.state === "reading") await this.takeKept(notes);
    for await (const read of readFiles([...notes.values(), ...canvases], this.vault)) {
      if (this.isOver()) break;
      // Read under this path, but by now it may be gone; then another change is on its way.
      if (this.vault.getFileByPath(read.path) && !this.isShown(read)) addAll(affected, this.takeFile(read));
      if (this.slices.spent()) await this.slices.pause();
    }
    return affected;
  }

  /** Take up what is known of these notes from before; those that are left are to be read. */
  private async takeKept(notes: Map<string, TFile>): Promise<void> {
    for await (const note of this.cache?.kept(notes) ?? []) {
      if (this.isOver()) return;
      this.current.loadNote(note);
      notes.delete(note.path);
      if (this.slices.spent()) await this.slices.pause();
    }
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

  private takeFile({ path, stamp, read }: FileText): ReadonlySet<string> {
    if (isCanvasPath(path))
      return this.forget(this.current.setCanvas(path, "text" in read ? canvasLinks(path, read.text) : []));
    if ("problem" in read) return this.takeProblem(path, read.problem);
    const note = parseNote(path, read.text);
    this.cache?.keep(note, stamp);
    return this.takeNote(note);
  }

  /** Take up that a note cannot be read. */
  private takeProblem(path: string, problem: Diagnostic): ReadonlySet<string> {
    const affected = new Set([path, ...this.current.remove(path), ...this.current.addFile(path)]);
    this.unreadable.set(path, problem);
    this.cache?.forget(path);
    return this.forget(affected);
  }

  private takeNote(note: Note): ReadonlySet<string> {
    this.unreadable.delete(note.path);
    if (this.state !== "reading") return this.forget(this.current.setNote(note));
    this.current.loadNote(note);
    return new Set();
  }

  private drop(path: string): ReadonlySet<string> {
    const wasNote = this.current.note(path) !== null || this.unreadable.delete(path);
    const affected = this.current.remove(path);
    this.edited.delete(path);
    this.cache?.forget(path);
    return this.forget(wasNote || this.linter.speaksOfFiles ? new Set([path, ...affected]) : affected);
  }

  private *filesIn(folders: ReadonlySet<string>): Iterable<string> {
    if (folders.size === 0) return;
    for (const path of this.current.files()) {
      for (let at = path.indexOf("/"); at >= 0; at = path.indexOf("/", at + 1)) {
        if (folders.has(path.slice(0, at))) yield path;
      }
    }
  }

  private forget(affected: ReadonlySet<string>): ReadonlySet<string> {
    for (const path of affected) this.found.delete(path);
    return affected;
  }

  private tell(affected: ReadonlySet<string>): void {
    if (affected.size === 0) return;
    for (const listener of [...this.listeners]) listener(affected);
  }
}

/** What goes wrong here is no file's fault: those that cannot be read are problems. */
function sayWhy(error: unknown): void {
  new Notice(`The vault could not be followed: ${reasonOf(error)}`);
}

function addAll(set: Set<string>, more: Iterable<string>): void {
  for (const value of more) set.add(value);
}

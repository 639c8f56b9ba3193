import { Component, type Vault, type Workspace } from "obsidian";
import { PatternUse } from "../journal/config-patterns.ts";
import { configName } from "../journal/conventions.ts";
import { patternHints } from "../lint/config-problems.ts";
import type { Diagnostic } from "../lint/diagnostic.ts";
import type { Linting } from "../lint/linted-note.ts";
import { Linter } from "../lint/linter.ts";
import { allRules } from "../rules/all-rules.ts";
import type { Steps } from "../text/steps.ts";
import { isNotePath } from "../vault/names.ts";
import type { VaultIndex } from "../vault/vault-index.ts";
import type { FactCache } from "./cache/fact-cache.ts";
import { reasonOf } from "./read-note.ts";
import { inSlices, Slices } from "./slices.ts";
import { VaultChanges } from "./vault-changes.ts";
import { builtInConfig, readVaultConfig, sameConfig, type VaultConfig } from "./vault-config.ts";
import { VaultFacts } from "./vault-facts.ts";
import { texts } from "./texts.ts";
import { PluginNotice } from "./plugin-notice.ts";
import { VaultProblems } from "./problems/vault-problems.ts";

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
  private readonly facts: VaultFacts;
  private readonly changes: VaultChanges;
  private readonly slices = new Slices();
  private readonly listeners = new Set<ChangeListener>();
  private readonly known = new Map<string, readonly Diagnostic[]>();
  private config: VaultConfig = builtInConfig;
  private madeLinter: Linter | null = null;
  private state: "unread" | "reading" | "ready" | "updating" | "over" = "unread";
  private isDue = false;
  private patterns = new PatternUse([]);
  private markReady: () => void = () => undefined;

  /** The first reading is done. Stays open if the plugin is unloaded before. */
  readonly ready = new Promise<void>((resolve) => {
    this.markReady = resolve;
  });

  /** All its problems, grouped, once somebody has asked for them. */
  readonly found = this.addChild(new VaultProblems(this));

  /** @param cache what is known of notes from before; is loaded and unloaded with the live vault */
  constructor(
    { vault, workspace }: { readonly vault: Vault; readonly workspace: Workspace },
    cache: FactCache | null = null,
  ) {
    super();
    this.vault = vault;
    this.workspace = workspace;
    if (cache) this.addChild(cache);
    this.facts = new VaultFacts(
      { vault, cache, slices: this.slices },
      this.config.conventions,
      (affected) => {
        for (const path of affected) this.known.delete(path);
      },
    );
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
    return this.facts.index;
  }

  /** What notes are linted with. Replaced when the config changes: ask for it each time. */
  get linting(): Linting {
    const { index: vault, linter } = this;
    return { vault, linter };
  }

  /** The problems of the note at `path` as it is now, in text order; none before the first reading is done, or without such a note. */
  diagnostics(path: string): readonly Diagnostic[] {
    if (this.state !== "ready" && this.state !== "updating") return [];
    let found = this.known.get(path);
    if (found === undefined) this.known.set(path, (found = this.lint(path)));
    return found;
  }

  /** What is wrong with `linkage.yaml`, and what in it matches nothing. */
  configMistakes(): readonly Diagnostic[] {
    return [...this.config.problems, ...patternHints(configName, this.patterns.unused())];
  }

  /** What `linkage.yaml` says, or null: the text that its mistakes are in. */
  get configText(): string | null {
    return this.config.text;
  }

  /** What an editor has shown of the note at `path`, saved or not, if its facts are of that; else null. */
  editedText(path: string): string | null {
    return this.facts.editedText(path);
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
    yield* this.facts.notePaths();
    if (!this.linter.speaksOfFiles) return;
    for (const path of this.index.files()) if (!isNotePath(path)) yield path;
  }

  /**
   * Take up what the editor of a note shows, saved or not. Its line ends are LF, whatever the file's are: the diagnostics of
   * the note now belong to this text, until the file comes to say something else. Before the first reading is done, nothing happens.
   */
  setText(path: string, text: string): void {
    this.readText(path, text)();
  }

  /** The same in two steps, each of which takes a while the first time: the text is read, and what is returned takes it up. */
  readText(path: string, text: string): () => void {
    if (this.state !== "ready" && this.state !== "updating") return () => undefined;
    const takeUp = this.facts.readText(path, text);
    return () => {
      if (!this.isOver()) this.tell(takeUp());
    };
  }

  /** Be told of changes until the function that is returned is called, or the vault is unloaded. */
  onChange(listener: ChangeListener): () => void {
    this.listeners.add(listener);
    return () => {
      this.listeners.delete(listener);
    };
  }

  /** Made when somebody lints: the app does not wait for it when it starts. */
  private get linter(): Linter {
    return (this.madeLinter ??= new Linter(allRules, this.config.conventions));
  }

  private lint(path: string): readonly Diagnostic[] {
    const problem = this.facts.problemOf(path);
    if (problem) return [problem];
    const { index } = this;
    const note = index.note(path);
    if (note) return this.linter.lint(note, index);
    return !isNotePath(path) && index.hasFile(path) ? this.linter.lintFile(path, index) : [];
  }

  /** A rule with each step. */
  private *lintInSteps(path: string): Steps<readonly Diagnostic[]> {
    const { index } = this;
    const note = this.facts.problemOf(path) ? null : index.note(path);
    return note ? yield* this.linter.lintInSteps(note, index) : this.lint(path);
  }

  private async readAll(): Promise<void> {
    this.state = "reading";
    // The app is not ready for its user before this returns.
    await this.slices.pause();
    await this.followConfig();
    await this.facts.readAll();
    await this.comparePatterns();
    const all = await this.allLinted();
    await this.lintActive();
    if (this.isOver()) return;
    this.state = "ready";
    await this.tellInTurn(all);
    // Those that wait for it come in a slice of their own.
    await this.slices.pause();
    this.markReady();
    await this.update();
  }

  /** Lint the active note, whose problems are asked for at once, in slices of its own: code that runs for the first time is slow. */
  private async lintActive(): Promise<void> {
    await this.slices.pause();
    const path = this.workspace.getActiveFile()?.path;
    if (path !== undefined) this.known.set(path, await inSlices(this.lintInSteps(path), this.slices));
    await this.slices.pause();
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
        const byFiles = await this.facts.follow(changed);
        const hints = this.followPatterns([...changed.files, ...byFiles]) ? [configName] : [];
        const affected = new Set([...byConfig, ...byFiles, ...hints]);
        await this.tellInTurn(affected);
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
    const before = this.madeLinter ? await this.allLinted() : [];
    this.facts.use(await this.facts.indexedBy(config.conventions));
    this.config = config;
    this.madeLinter = null;
    this.known.clear();
    await this.comparePatterns();
    // Files that are no longer spoken of are affected, too.
    return new Set([...before, ...(await this.allLinted())]);
  }

  /** See anew which of the config's patterns match a file. */
  private async comparePatterns(): Promise<void> {
    const patterns = new PatternUse(this.config.patterns);
    if (this.config.patterns.length > 0) {
      for (const path of this.index.files()) {
        patterns.add(path);
        if (this.slices.spent()) await this.slices.pause();
      }
    }
    this.patterns = patterns;
  }

  /** Take up which of these files are there. Gives whether other patterns match a file now. */
  private followPatterns(paths: readonly string[]): boolean {
    const { index, patterns } = this;
    const isOther = paths.map((path) =>
      index.hasFile(path) ? patterns.add(path) : patterns.remove(path, index.files()),
    );
    return isOther.includes(true);
  }

  /** What is linted, and the config. */
  private async allLinted(): Promise<ReadonlySet<string>> {
    const all = new Set([configName]);
    for (const path of this.linted()) {
      all.add(path);
      if (this.slices.spent()) await this.slices.pause();
    }
    return all;
  }

  private tell(affected: ReadonlySet<string>): void {
    if (affected.size === 0) return;
    for (const listener of [...this.listeners]) listener(affected);
  }

  /** The same, in slices: what a listener does may take a while. */
  private async tellInTurn(affected: ReadonlySet<string>): Promise<void> {
    if (affected.size === 0) return;
    for (const listener of [...this.listeners]) {
      if (this.listeners.has(listener)) listener(affected);
      if (this.slices.spent()) await this.slices.pause();
    }
  }
}

/** What goes wrong here is no file's fault: those that cannot be read are problems. */
function sayWhy(error: unknown): void {
  new PluginNotice(texts.shared.vaultNotFollowed(reasonOf(error)));
}

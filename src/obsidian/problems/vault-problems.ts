import { Component } from "obsidian";
import { configName } from "../../journal/conventions.ts";
import type { Diagnostic } from "../../lint/diagnostic.ts";
import { comparePaths } from "../../report/problem-list.ts";
import { ProblemTable } from "../../report/problem-table.ts";
import { sortInSteps, type Steps } from "../../text/steps.ts";
import { inSlices, Slices } from "../slices.ts";

/** How long changes are gathered before those who follow are told of them, in milliseconds. */
const DELAY = 200;

/** A vault that is linted file by file, whenever somebody asks. */
export interface LintedVault {
  /** A note's problems in text order; none for a note that is not there. */
  diagnostics(path: string): readonly Diagnostic[];
  configMistakes(): readonly Diagnostic[];
  /** Paths of all notes. */
  linted(): Iterable<string>;
  /** Tells the paths whose diagnostics may have changed, until the function that is returned is called. */
  onChange(listener: (affected: ReadonlySet<string>) => void): () => void;
}

/** Is told the paths of files whose problems may be others in the table than before. */
export type ProblemsListener = (changed: ReadonlySet<string>) => void;

/**
 * All problems of a vault, grouped as they are found: who lints the vault fills the table, so that a view has little left to do at the end, or
 * after a change of one note. Nothing is linted before somebody asks, and what changes is looked at again when somebody
 * asks or follows.
 */
export class VaultProblems extends Component {
  readonly table = new ProblemTable();
  private readonly vault: LintedVault;
  private readonly slices = new Slices();
  private readonly followers = new Set<ProblemsListener>();
  /** Files that are still to be looked at; null: nobody has asked yet. */
  private pending: Set<string> | null = null;
  /** Files that have not been put among those yet. */
  private unseen: Iterator<string> | null = null;
  /** Files that have been looked at since those who follow were told. */
  private changed = new Set<string>();
  private looking: Promise<void> | null = null;
  private timer = 0;

  constructor(vault: LintedVault) {
    super();
    this.vault = vault;
  }

  override onload(): void {
    const stop = this.vault.onChange((affected) => {
      if (this.pending === null) return;
      for (const path of affected) this.pending.add(path);
      this.schedule();
    });
    this.register(stop);
  }

  override onunload(): void {
    window.clearTimeout(this.timer);
    this.slices.stop();
    this.followers.clear();
  }

  /** How many files are still to be looked at, as far as is known. */
  get left(): number {
    return this.pending?.size ?? 0;
  }

  /** How many are told of changes. */
  get followerCount(): number {
    return this.followers.size;
  }

  /** Be told of changes, some time after them and together, until the function that is returned is called. */
  follow(listener: ProblemsListener): () => void {
    this.followers.add(listener);
    return () => {
      this.followers.delete(listener);
    };
  }

  /** Look at all files that are to be looked at, in slices. Does not end if the vault is unloaded before. */
  look(): Promise<void> {
    this.looking ??= inSlices(this.lookInSteps(), this.slices).finally(() => {
      this.looking = null;
      // What has changed since, while others were told.
      this.schedule();
    });
    return this.looking;
  }

  /** {@link look} in steps. Somebody else may take them at the same time: no file is looked at twice. */
  *lookInSteps(): Steps<undefined> {
    const pending = yield* this.allPending();
    while (pending.size > 0) {
      const paths = yield* sortInSteps([...pending], comparePaths);
      yield* eachOneByOne(paths, (path) => {
        if (pending.delete(path)) this.take(path);
      });
    }
    // Said of the vault as a whole.
    this.take(configName);
    this.tell();
  }

  private *allPending(): Steps<Set<string>> {
    if (this.pending === null) {
      this.unseen = this.vault.linted()[Symbol.iterator]();
      this.pending = new Set();
    }
    const { pending } = this;
    while (this.unseen !== null) {
      const next = this.unseen.next();
      if (next.done === true) this.unseen = null;
      else pending.add(next.value);
      if (pending.size % 200 === 0) yield;
    }
    return pending;
  }

  private take(path: string): void {
    const { vault } = this;
    const found = path === configName ? vault.configMistakes() : vault.diagnostics(path);
    if (this.table.set(path, found)) this.changed.add(path);
  }

  private tell(): void {
    const { changed } = this;
    if (changed.size === 0) return;
    this.changed = new Set();
    for (const listener of [...this.followers]) listener(changed);
  }

  private schedule(): void {
    if (this.followers.size === 0 || this.left === 0 || this.looking !== null || this.timer !== 0) return;
    this.timer = window.setTimeout(() => {
      this.timer = 0;
      void this.look();
    }, DELAY);
  }
}

/** One may take long: a step for each. */
function* eachOneByOne<T>(items: Iterable<T>, act: (item: T) => void): Steps<undefined> {
  for (const item of items) {
    act(item);
    yield;
  }
}

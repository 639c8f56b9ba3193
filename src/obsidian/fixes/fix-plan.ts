import type { App } from "obsidian";
import { fixBatch, type BatchFix, type BatchProgress, type BatchSteps } from "../../lint/fix-batch.ts";
import { fixNote } from "../../lint/fix-note.ts";
import type { NoteFix, Problem } from "../../lint/note-fix.ts";
import { problemKey, selectedBy, type ChooseRepair } from "../../lint/repair-choice.ts";
import { isNotePath } from "../../vault/names.ts";
import { offsetIn, withLineFeeds } from "../batch/line-feeds.ts";
import type { NoteChange } from "../batch/note-batches.ts";
import { openNote } from "../batch/open-note.ts";
import type { Slices } from "../slices.ts";
import { FixChoice } from "./fix-choice.ts";
import { choiceOf, type FixRequest } from "./fix-request.ts";
import type { FixSource } from "./fix-source.ts";

/** Tells how far a plan is. */
export type PlanProgress = (progress: BatchProgress) => void;

/**
 * What a request comes to, note by note, and which of it is chosen. Nothing is written. Work is done in the slices that are
 * handed in: where they are stopped, it does not end.
 */
export class FixPlan {
  readonly choice = new FixChoice();
  private readonly app: App;
  private readonly source: FixSource;
  private readonly request: FixRequest;
  private readonly fixes = new Map<string, NoteFix>();
  /** What is chosen of notes of which not all is: made anew when it is asked for. */
  private readonly parts = new Map<string, NoteFix>();
  /** The last batch that looked at all together, as long as nothing has changed since. */
  private batch: BatchFix | null = null;
  private unreadNotes = 0;

  constructor(app: App, source: FixSource, request: FixRequest) {
    this.app = app;
    this.source = source;
    this.request = request;
  }

  /** The notes that something is to be repaired in, by path, with all that can be chosen. */
  get notes(): ReadonlyMap<string, NoteFix> {
    return this.fixes;
  }

  /** How many notes could not be read, so that nothing is known of them. */
  get unread(): number {
    return this.unreadNotes;
  }

  /** Problems that the changes would bring to light in other notes, as far as all have been looked at together. */
  get elsewhere(): readonly Problem[] {
    return this.batch?.elsewhere ?? [];
  }

  /** Look at the whole vault, or at what of it is wanted. */
  async make(slices: Slices, progress: PlanProgress): Promise<void> {
    const paths = await this.wantedPaths(slices, progress);
    const steps = fixBatch(paths, { ...this.source.linting, choose: choiceOf(this.request) });
    this.batch = await finish(steps, (path) => this.textOf(path), slices, progress);
    this.unreadNotes = this.batch.unread.length;
    for (const fix of this.batch.fixes) this.fixes.set(fix.path, fix);
  }

  /** Look again at notes that may have changed. Gives whether anything is otherwise now. */
  async follow(paths: Iterable<string>, slices: Slices): Promise<boolean> {
    let isOther = false;
    for (const path of paths) {
      if (!this.fixes.has(path) && !this.isWanted(path)) continue;
      const text = await this.textOf(path);
      if (slices.isOver) return false;
      isOther =
        this.take(path, text === null ? null : this.fix(path, text, choiceOf(this.request))) || isOther;
      if (slices.spent()) await slices.pause();
    }
    if (isOther) this.batch = null;
    return isOther;
  }

  /** What is chosen of a note comes to this; null for one that the plan does not speak of. */
  chosenFix(path: string): NoteFix | null {
    const all = this.fixes.get(path);
    if (!all || this.choice.hasAll(all.done)) return all ?? null;
    const known = this.parts.get(path);
    if (known) return known;
    const part = this.fix(path, all.before, choiceOf(this.request, new Set(this.choice.keysOf(all.done))));
    if (part) this.parts.set(path, part);
    return part;
  }

  /** Choose repairs, or leave them out. */
  choose(keys: Iterable<string>, isChosen: boolean): void {
    this.choice.set(keys, isChosen);
    this.parts.clear();
    this.batch = null;
  }

  /**
   * All that is chosen, looked at together as the vault is now: what is to be written. A note that does not say any more what
   * is shown is `unread`.
   */
  async settle(slices: Slices, progress: PlanProgress): Promise<BatchFix> {
    if (this.batch) return this.batch;
    const all = [...this.fixes.values()];
    const keys = new Set(all.flatMap(({ done }) => this.choice.keysOf(done)));
    const chosen = all.filter(({ done }) => done.some(({ key }) => keys.has(key))).map(({ path }) => path);
    const steps = fixBatch(chosen, { ...this.source.linting, choose: choiceOf(this.request, keys) });
    return finish(steps, (path) => this.textShown(path), slices, progress);
  }

  /** The change that a fix has made of a text, for the same text with other line ends; null if it is none any more. */
  remake({ path, before, done }: NoteFix, text: string): NoteChange | null {
    const keys = done.map(({ problem }) => {
      const [from, to] = [problem.range.from, problem.range.to].map((at) => offsetIn(text, before, at));
      return problemKey(problem, { from: from ?? 0, to: to ?? 0 });
    });
    return this.fix(path, text, choiceOf(this.request, new Set(keys)));
  }

  private take(path: string, now: NoteFix | null): boolean {
    const old = this.fixes.get(path);
    if (old && now && isSameFix(old, now)) return false;
    this.parts.delete(path);
    if (now && (now.done.length > 0 || now.refused.length > 0)) {
      if (old) this.choice.carryOver(old, now);
      this.fixes.set(path, now);
      return true;
    }
    this.fixes.delete(path);
    return old !== undefined;
  }

  private fix(path: string, text: string, choose: ChooseRepair): NoteFix | null {
    const { linting } = this.source;
    return linting.vault.note(path) ? fixNote(path, text, { ...linting, choose }) : null;
  }

  /** Notes with a problem that the request speaks of. */
  private async wantedPaths(slices: Slices, progress: PlanProgress): Promise<readonly string[]> {
    const all = [...this.source.linted()];
    const wanted: string[] = [];
    for (const [done, path] of all.entries()) {
      if (this.isWanted(path)) wanted.push(path);
      if (!slices.spent()) continue;
      progress({ phase: "prepare", done, total: all.length });
      await slices.pause();
    }
    return wanted;
  }

  private isWanted(path: string): boolean {
    const { rules, targets, paths } = this.request;
    const holds = selectedBy({
      ...(rules && { rules }),
      ...(targets && { targets }),
      ...(paths && { paths }),
    });
    return (
      isNotePath(path) &&
      this.source.linting.vault.note(path) !== null &&
      this.source.diagnostics(path).some((each) => holds(each, each.range))
    );
  }

  /** Nothing is planned for a note that is not known, or cannot be read. */
  private async textOf(path: string): Promise<string | null> {
    const note = await openNote(path, this.app);
    return "text" in note && this.source.linting.vault.note(path) ? note.text : null;
  }

  /** The text that is shown of a note, if it still says that, line ends aside. */
  private async textShown(path: string): Promise<string | null> {
    const shown = this.fixes.get(path)?.before ?? null;
    const text = await this.textOf(path);
    return shown !== null && text !== null && withLineFeeds(text) === withLineFeeds(shown) ? shown : null;
  }
}

/** Whether two fixes do and say the same: both are plain data, made in the same way. */
function isSameFix(one: NoteFix, other: NoteFix): boolean {
  return one.before === other.before && JSON.stringify(one) === JSON.stringify(other);
}

async function finish(
  steps: BatchSteps,
  read: (path: string) => Promise<string | null>,
  slices: Slices,
  progress: PlanProgress,
): Promise<BatchFix> {
  for (let step = steps.next(); ;) {
    if (step.done === true) return step.value;
    const { value } = step;
    const text = value.kind === "read" ? await read(value.path) : null;
    if (slices.spent()) {
      progress(value.progress);
      await slices.pause();
    }
    step = steps.next(text);
  }
}

import { Component, type App } from "obsidian";
import type { BatchReport, LeftNote, Trouble } from "../../report/batch-report.ts";
import type { UndoReport } from "../../report/undo-text.ts";
import type { TextEdit } from "../../text/range.ts";
import { readNote } from "../read-note.ts";
import { Slices } from "../slices.ts";
import type { JournaledNote } from "./journal-record.ts";
import { withLineFeeds } from "./line-feeds.ts";
import { openNote, type OpenNote } from "./open-note.ts";
import { reasonOf } from "../read-note.ts";
import { texts } from "../texts.ts";
import { troubles } from "./troubles.ts";
import type { UndoableBatch, UndoJournal } from "./undo-journal.ts";
import { writeNote, type NewText } from "./write-note.ts";

/** A note to be written. Texts are without byte order mark: the file keeps the one it has. */
export interface NoteChange {
  readonly path: string;
  /** The text that the new one was made of. */
  readonly before: string;
  readonly after: string;
  /** From the one to the other. */
  readonly edits: readonly TextEdit[];
}

/** What a batch tells and asks while it runs. */
export interface BatchHooks {
  /** `done` of `total` notes have been looked at. */
  readonly progress?: (done: number, total: number) => void;
  /** Asked before each note: is the batch to end here? What has been written stays, and can be undone. */
  readonly isCancelled?: () => boolean;
}

/** A batch to be written. */
export interface Batch extends BatchHooks {
  /** What it is called when it is to be undone. */
  readonly command: string;
  readonly changes: readonly NoteChange[];
  /**
   * The same change of a note that shows other line ends than `before`, such as one that has been opened since: made anew
   * for that text, so that no edit of one is applied to the other. Null if it cannot be made any more.
   */
  readonly remake: (path: string, text: string) => NoteChange | null;
}

/** Tells what an editor shows of a note from now on. */
type Shown = (path: string, text: string) => void;

/**
 * Writes changes to many notes, one after another, and undoes that. Each is compared with the text that its change was made
 * of, put down in the journal, compared again and written; what does not say that any more is left and told of. One batch
 * runs at a time, and ends with the plugin.
 */
export class NoteBatches extends Component {
  private readonly app: App;
  private readonly shown: Shown;
  private readonly slices = new Slices();
  private isRunning = false;
  private runs = 0;

  constructor(app: App, shown: Shown) {
    super();
    this.app = app;
    this.shown = shown;
  }

  /** How many batches have been written or undone since the plugin was loaded: tells whether one is still the last. */
  get count(): number {
    return this.runs;
  }

  /** Whether a batch is being written or undone. */
  get isBusy(): boolean {
    return this.isRunning;
  }

  override onunload(): void {
    this.slices.stop();
  }

  /**
   * Write a batch.
   * @param journal null: without one, so that it cannot be undone; to be confirmed by the user before
   */
  write(batch: Batch, journal: UndoJournal | null): Promise<BatchReport> {
    return this.alone(async () => {
      const { ready, left } = await this.compare(batch);
      const notes = ready.map(({ journaled }) => journaled);
      if (journal?.isTooMuch(notes)) return leftAll(batch.changes, texts.batches.tooMuch);
      let number: number | null = null;
      try {
        number = journal && notes.length > 0 ? await journal.begin(batch.command, notes) : null;
      } catch (error) {
        return leftAll(batch.changes, texts.batches.notJournaled(reasonOf(error)));
      }
      const report = await this.writeAll(
        ready.map(({ change }) => change),
        (change) => this.writeChange(change, batch.remake),
        batch,
      );
      // What is not closed can be undone all the same: the notes that were left say what they said.
      if (number !== null) await journal?.end(number, pathsOf(report.left)).catch(() => undefined);
      return { written: report.written, left: [...left, ...report.left] };
    });
  }

  /**
   * Give each note of the last batch its old text again, unless it is no longer what was written; null if there is no such
   * batch. After that the batch before it is the last one. Where a note could not be written, or it was cancelled, the batch
   * stays the last: the rest may be had another time.
   */
  undoLast(journal: UndoJournal, hooks: BatchHooks = {}): Promise<UndoReport | null> {
    return this.alone(async () => {
      const last = await journal.last();
      if (last === null) return null;
      const unwritten = new Set(last.record?.unwritten ?? []);
      const notes: JournaledNote[] = [];
      let intact = 0;
      for await (const note of journal.notes(last.number)) {
        if (note) intact++;
        if (note && !unwritten.has(note.path)) notes.push(note);
      }
      const report = await this.writeAll(notes, (note) => this.restore(note), hooks);
      if (report.left.every(({ why }) => why !== "refused" && why !== "stopped"))
        await journal.markUndone(last);
      return { ...report, ...headOf(last), lost: last.record && last.record.notes - intact };
    });
  }

  private async alone<T>(act: () => Promise<T>): Promise<T> {
    if (this.isRunning) throw new Error(texts.batches.busy);
    this.isRunning = true;
    this.runs++;
    try {
      return await act();
    } finally {
      this.isRunning = false;
    }
  }

  /** What of a batch can be written, with what its files say; nothing is written yet. */
  private async compare({ changes, isCancelled }: Batch): Promise<{
    readonly ready: readonly ReadyChange[];
    readonly left: readonly LeftNote[];
  }> {
    const ready: ReadyChange[] = [];
    const left: LeftNote[] = [];
    for (const change of changes.filter(({ before, after }) => before !== after)) {
      await this.rest();
      const trouble = isCancelled?.() === true ? troubles.stopped : await this.compareOne(change, ready);
      if (trouble) left.push({ path: change.path, ...trouble });
    }
    return { ready, left };
  }

  private async compareOne(change: NoteChange, ready: ReadyChange[]): Promise<Trouble | null> {
    const note = await openNote(change.path, this.app);
    if ("why" in note) return note;
    if (!saysSame(note.text, change.before)) return troubles.changed;
    const { path } = change;
    const before = await this.textToRestore(note);
    ready.push({ change, journaled: { path, before, after: withLineFeeds(change.after) } });
    return null;
  }

  /** An editor has its own line ends: the file's are those to be had again. */
  private async textToRestore({ file, text, editors }: OpenNote): Promise<string> {
    if (editors.length === 0) return text;
    const read = await readNote(file, this.app.vault);
    return "text" in read && saysSame(read.text, text) ? read.text : text;
  }

  private async writeAll<Note extends { readonly path: string }>(
    notes: readonly Note[],
    write: (note: Note) => Promise<Trouble | null>,
    { progress, isCancelled }: BatchHooks,
  ): Promise<BatchReport> {
    const written: string[] = [];
    const left: LeftNote[] = [];
    let isOver = false;
    for (const note of notes) {
      await this.rest();
      isOver ||= isCancelled?.() ?? false;
      const trouble = isOver ? troubles.stopped : await write(note);
      if (trouble) left.push({ path: note.path, ...trouble });
      else written.push(note.path);
      progress?.(written.length + left.length, notes.length);
    }
    return { written, left };
  }

  private async writeChange(change: NoteChange, remake: Batch["remake"]): Promise<Trouble | null> {
    const note = await openNote(change.path, this.app);
    if ("why" in note) return note;
    if (note.text === change.before) return this.put(note, change);
    if (!saysSame(note.text, change.before)) return troubles.changed;
    const remade = remake(change.path, note.text);
    return remade !== null && saysSame(remade.after, change.after)
      ? this.put(note, remade)
      : troubles.changed;
  }

  private async restore({ path, before, after }: JournaledNote): Promise<Trouble | null> {
    const note = await openNote(path, this.app);
    if ("why" in note) return note;
    if (saysSame(note.text, before)) return null;
    if (!saysSame(note.text, after)) return troubles.changed;
    return this.put(note, { after: note.editors.length > 0 ? withLineFeeds(before) : before });
  }

  private async put(note: OpenNote, text: NewText): Promise<Trouble | null> {
    const trouble = await writeNote(note, text, this.app);
    if (trouble === null && note.editors.length > 0) this.shown(note.file.path, text.after);
    return trouble;
  }

  private async rest(): Promise<void> {
    if (this.slices.spent()) await this.slices.pause();
  }
}

/** A change, and what the journal is to keep of its note. */
interface ReadyChange {
  readonly change: NoteChange;
  readonly journaled: JournaledNote;
}

/** Line ends aside. */
function saysSame(one: string, other: string): boolean {
  return one === other || withLineFeeds(one) === withLineFeeds(other);
}

function leftAll(changes: readonly NoteChange[], message: string): BatchReport {
  return { written: [], left: changes.map(({ path }) => ({ path, why: "refused", message })) };
}

function pathsOf(left: readonly LeftNote[]): readonly string[] {
  return left.map(({ path }) => path);
}

function headOf({ record }: UndoableBatch): Pick<UndoReport, "command" | "when"> {
  return { command: record?.command ?? "?", when: new Date(record?.when ?? 0) };
}

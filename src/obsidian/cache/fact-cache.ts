import { Component, type App, type TFile } from "obsidian";
import type { Note } from "../../note/note.ts";
import { packNote } from "../../note/packed/pack-note.ts";
import { PackedNote } from "../../note/packed/packed-note.ts";
import { RecentNotes } from "../../note/packed/recent-notes.ts";
import { Slices } from "../slices.ts";
import { storeName } from "../store-name.ts";
import { factsIn, recordOf, type FactRecord, type Stamp } from "./fact-record.ts";
import { openNewStore, openStore, type FactStore } from "./fact-store.ts";

/** How long a store may take to open before the vault is read without, in milliseconds. */
const PATIENCE = 2000;

const WRITE_DELAY = 2000;

/** How many changes are written at a time. */
const WRITE_AT_ONCE = 16;

interface WaitingNote {
  readonly note: Note;
  readonly stamp: Stamp;
}

/**
 * Keeps the facts of notes in IndexedDB, so that the next start reads only files that have changed. It is a help and no
 * more: what is damaged, of another parser or of an older file is not given, and where there is no IndexedDB, or it stops
 * working, nothing is kept. Writes come later, a few at a time, and nobody waits for them; nor does the app wait for the store
 * to open when it starts.
 */
export class FactCache extends Component {
  private readonly app: App;
  private readonly parser: string;
  private readonly writeDelay: number;
  private readonly slices = new Slices();
  private readonly recent = new RecentNotes();
  /** Notes whose facts are to be kept, and null for those to be forgotten, by path. */
  private readonly waiting = new Map<string, WaitingNote | null>();
  private name = "";
  /** Null before anybody has asked for the store. */
  private opened: Promise<FactStore | null> | null = null;
  private openTimer = 0;
  private writeTimer = 0;
  private state: "idle" | "writing" | "off" = "off";

  /**
   * @param parser names what the facts are made by: facts of another parser are not given
   * @param writeDelay how long changes are gathered before they are written, in milliseconds
   */
  constructor(app: App, parser: string, writeDelay = WRITE_DELAY) {
    super();
    this.app = app;
    this.parser = parser;
    this.writeDelay = writeDelay;
  }

  override onload(): void {
    this.state = "idle";
  }

  override onunload(): void {
    window.clearTimeout(this.openTimer);
    window.clearTimeout(this.writeTimer);
    this.slices.stop();
    void this.turnOff();
  }

  /** The notes of those files, by path, that are as they were when their facts were kept. All else that was kept is forgotten. */
  async *kept(files: ReadonlyMap<string, TFile>): AsyncGenerator<Note> {
    let last: string | null = null;
    for (;;) {
      const records = await this.next(last);
      for (const { key, value } of records) {
        last = key;
        const file = files.get(key);
        const facts = file ? factsIn(value, key, file.stat, this.parser) : null;
        const note = facts && PackedNote.of(key, facts, this.recent);
        if (note) yield note;
        else this.forget(key);
      }
      if (records.length === 0) return;
    }
  }

  /** Keep a note's facts. `stamp` is that of its file before it was read. */
  keep(note: Note, stamp: Stamp): void {
    this.change(note.path, { note, stamp });
  }

  /** Keep nothing of the note at this path. */
  forget(path: string): void {
    this.change(path, null);
  }

  private change(path: string, change: WaitingNote | null): void {
    if (this.state === "off") return;
    this.waiting.set(path, change);
    if (this.writeTimer !== 0 || this.state === "writing") return;
    this.writeTimer = window.setTimeout(() => {
      this.writeTimer = 0;
      void this.write();
    }, this.writeDelay);
  }

  /** As soon as it is open; null if it cannot be had. */
  private get store(): Promise<FactStore | null> {
    return (this.opened ??= this.open());
  }

  /** The store, or null if it cannot be had, or not in time. */
  private async open(): Promise<FactStore | null> {
    const opening = this.openOwn();
    const tooLate = new Promise<null>((resolve) => {
      this.openTimer = window.setTimeout(() => {
        resolve(null);
      }, PATIENCE);
    });
    const store = await Promise.race([opening, tooLate]);
    window.clearTimeout(this.openTimer);
    if (store !== null) return store;
    this.state = "off";
    this.waiting.clear();
    void opening.then((late) => late?.close());
    return null;
  }

  private async openOwn(): Promise<FactStore | null> {
    try {
      this.name = storeName(this.app);
    } catch {
      return null;
    }
    return openStore(this.name);
  }

  /** The next records; none if they cannot be read: then all is thrown away. */
  private async next(last: string | null): Promise<Awaited<ReturnType<FactStore["next"]>>> {
    if (this.isOff()) return [];
    const store = await this.store;
    if (store === null || this.isOff()) return [];
    try {
      return await store.next(last);
    } catch {
      store.close();
      if (!this.isOff()) this.opened = openNewStore(this.name);
      return [];
    }
  }

  private async write(): Promise<void> {
    const store = await this.store;
    if (store === null) await this.turnOff();
    if (store === null || this.isOff()) return;
    this.state = "writing";
    try {
      while (this.waiting.size > 0) {
        await store.write(this.takeWaiting());
        await this.slices.pause();
      }
      this.state = "idle";
    } catch {
      // No room left, or the browser has closed it.
      await this.turnOff();
    }
  }

  /** What is to be written next: as much as can be packed in a slice of time. */
  private takeWaiting(): { readonly key: string; readonly value: FactRecord | null }[] {
    const taken = [];
    for (const [key, change] of this.waiting) {
      taken.push({ key, value: change && this.recordOf(change) });
      this.waiting.delete(key);
      if (taken.length === WRITE_AT_ONCE || this.slices.spent()) break;
    }
    return taken;
  }

  private recordOf({ note, stamp }: WaitingNote): FactRecord {
    return recordOf(note.path, stamp, this.parser, packNote(note));
  }

  private async turnOff(): Promise<void> {
    this.state = "off";
    this.waiting.clear();
    (await this.opened)?.close();
  }

  /** Others may turn it off while this waits. */
  private isOff(): boolean {
    return this.state === "off";
  }
}

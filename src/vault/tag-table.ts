import type { Note } from "../note/note.ts";
import { createdOf, newestFirst } from "./created.ts";
import { tagKeysOf } from "./note-profile.ts";
import { OrderedPaths } from "./ordered-paths.ts";
import { SetTable } from "./set-table.ts";

interface Tables {
  /** By tag: paths of the notes that have it. */
  readonly tagged: SetTable<string, string>;
  /** By path: what `created` says. To look into 20,000 notes for it takes ten times as long. */
  readonly created: Map<string, string>;
}

/**
 * Which notes have which tag, in frontmatter or body, and which of them are the newest. Tags are in small letters. Nothing is
 * kept before somebody asks, as the linkage tree does and no rule; from then on it is kept up to date.
 */
export class TagTable {
  private readonly notes: () => Iterable<Note>;
  private tables: Tables | null = null;
  /** The notes of a tag, the newest first, where somebody has asked. */
  private readonly newest = new Map<string, OrderedPaths>();

  /** @param notes the notes to begin with, when somebody asks */
  constructor(notes: () => Iterable<Note>) {
    this.notes = notes;
  }

  /** Keep it from now on, though nobody has asked. */
  keep(): void {
    this.kept();
  }

  /** All tags, numbers included. */
  keys(): Iterable<string> {
    return this.kept().tagged.keys();
  }

  /** How many notes have this tag. */
  size(tag: string): number {
    return this.kept().tagged.size(tag);
  }

  /** Paths of the notes with this tag, in no order. */
  paths(tag: string): Iterable<string> {
    return this.kept().tagged.values(tag);
  }

  /** What `created` of the note at a path says, or empty. Days compare as text. */
  createdOn(path: string): string {
    return this.kept().created.get(path) ?? "";
  }

  /** Paths of the notes with this tag, the newest first. The list is kept while nothing changes. */
  newestFirst(tag: string): OrderedPaths {
    let list = this.newest.get(tag);
    if (list === undefined) {
      const createdOn = (path: string): string => this.createdOn(path);
      list = OrderedPaths.by([...this.paths(tag)], createdOn, newestFirst);
      this.newest.set(tag, list);
    }
    return list;
  }

  /** Take up a note of which nothing is known. */
  load(note: Note): void {
    if (this.newest.size > 0) this.move(note.path, null, note);
    else if (this.tables !== null) add(this.tables, note);
  }

  /** A note has other facts than before; null is for a note that is not there. */
  move(path: string, before: Note | null, after: Note | null): void {
    if (this.tables === null) return;
    const { tagged, created } = this.tables;
    const old = before ? tagKeysOf(before) : none;
    const now = after ? tagKeysOf(after) : none;
    for (const tag of old) if (!now.has(tag)) tagged.delete(tag, path);
    for (const tag of now) if (!old.has(tag)) tagged.add(tag, path);
    const day = createdOf(after);
    const isDatedAnew = day !== this.createdOn(path);
    if (day === "") created.delete(path);
    else if (isDatedAnew) created.set(path, day);
    if (this.newest.size === 0) return;
    for (const tag of new Set([...old, ...now]))
      if (isDatedAnew || old.has(tag) !== now.has(tag)) this.newest.delete(tag);
  }

  private kept(): Tables {
    if (this.tables === null) {
      this.tables = { tagged: new SetTable(), created: new Map() };
      for (const note of this.notes()) add(this.tables, note);
    }
    return this.tables;
  }
}

const none: ReadonlySet<string> = new Set();

function add({ tagged, created }: Tables, note: Note): void {
  for (const tag of tagKeysOf(note)) tagged.append(tag, note.path);
  const day = createdOf(note);
  if (day !== "") created.set(note.path, day);
}

import type { Note } from "../note/note.ts";
import { createdOf, newestFirst } from "./created.ts";
import { tagKeysOf } from "./note-profile.ts";
import { OrderedPaths } from "./ordered-paths.ts";
import { SetTable } from "./set-table.ts";

/** Which notes have which tag, in frontmatter or body, and which of them are the newest. Tags are in small letters. */
export class TagTable {
  private readonly tagged = new SetTable<string, string>();
  /** By path: what `created` says. To look into 20,000 notes for it takes ten times as long. */
  private readonly created = new Map<string, string>();
  /** The notes of a tag, the newest first, where somebody has asked. */
  private readonly newest = new Map<string, OrderedPaths>();

  /** All tags, numbers included. */
  keys(): Iterable<string> {
    return this.tagged.keys();
  }

  /** How many notes have this tag. */
  size(tag: string): number {
    return this.tagged.size(tag);
  }

  /** Paths of the notes with this tag, in no order. */
  paths(tag: string): ReadonlySet<string> {
    return this.tagged.get(tag);
  }

  /** What `created` of the note at a path says, or empty. Days compare as text. */
  createdOn(path: string): string {
    return this.created.get(path) ?? "";
  }

  /** Paths of the notes with this tag, the newest first. The list is kept while nothing changes. */
  newestFirst(tag: string): OrderedPaths {
    let list = this.newest.get(tag);
    if (list === undefined) {
      const createdOn = (path: string): string => this.createdOn(path);
      list = OrderedPaths.by([...this.tagged.get(tag)], createdOn, newestFirst);
      this.newest.set(tag, list);
    }
    return list;
  }

  /** A note has other facts than before; null is for a note that is not there. */
  move(path: string, before: Note | null, after: Note | null): void {
    const old: ReadonlySet<string> = before ? tagKeysOf(before) : new Set();
    const now: ReadonlySet<string> = after ? tagKeysOf(after) : new Set();
    for (const tag of old) if (!now.has(tag)) this.tagged.delete(tag, path);
    for (const tag of now) if (!old.has(tag)) this.tagged.add(tag, path);
    const created = createdOf(after);
    const isDatedAnew = created !== this.createdOn(path);
    if (created === "") this.created.delete(path);
    else if (isDatedAnew) this.created.set(path, created);
    if (this.newest.size === 0) return;
    for (const tag of new Set([...old, ...now]))
      if (isDatedAnew || old.has(tag) !== now.has(tag)) this.newest.delete(tag);
  }
}

import { join } from "node:path";
import type { Note } from "../../note/note.ts";
import { RecentNotes } from "../../note/packed/recent-notes.ts";
import { parseNote } from "../../note/parse-note.ts";
import { readText } from "../read-text.mts";
import type { Disk } from "../write/disk.mts";
import { readShelf, type Shelf } from "./shelf.mts";

/** How many shelves are at hand at a time, 1.5 MB each. Notes are asked for in the order of the vault, and some others between them. */
const MOST_AT_HAND = 16;

/** The notes that earlier runs have put on shelves. Each is read when somebody asks for it: a run that little has changed for asks for few. */
export class ShelvedNotes {
  /** Shelves that were asked for and cannot be read: what stood on them is to be put on others. */
  readonly lost = new Set<string>();
  readonly recent = new RecentNotes();
  private readonly disk: Disk;
  private readonly vault: string;
  private readonly folder: string;
  private readonly shelfOf: ReadonlyMap<string, string>;
  private readonly shelves = new Map<string, Shelf>();
  /** Those whose texts are in memory, the one that has come first in front. */
  private readonly atHand = new Set<Shelf>();

  /**
   * @param vault the vault's folder
   * @param folder where the shelves are
   * @param shelfOf the name of a note's shelf, by path
   */
  constructor(disk: Disk, vault: string, folder: string, shelfOf: ReadonlyMap<string, string>) {
    this.disk = disk;
    this.vault = vault;
    this.folder = folder;
    this.shelfOf = shelfOf;
  }

  /** Whether a note was asked for that is not on its shelf any more, or another one of that shelf. */
  isLost(path: string): boolean {
    return this.lost.has(this.shelfOf.get(path) ?? "");
  }

  /**
   * The note at a path. What is not on its shelf any more is in its file still, as that is now: where it has changed, the note is
   * another than the one that was put there. Null if that cannot be read either.
   */
  read(path: string): Note | null {
    const name = this.shelfOf.get(path);
    if (name === undefined) return null;
    const shelf = this.shelf(name);
    const note = shelf?.note(path);
    if (shelf?.isAtHand) this.hold(shelf);
    if (note) return note;
    this.lost.add(name);
    const read = readText(join(this.vault, path));
    return "text" in read ? parseNote(path, read.text) : null;
  }

  private shelf(name: string): Shelf | null {
    const known = this.shelves.get(name);
    if (known || this.lost.has(name)) return known ?? null;
    const shelf = readShelf(this.disk, join(this.folder, name), this.recent);
    if (shelf === null) return null;
    this.shelves.set(name, shelf);
    return shelf;
  }

  private hold(shelf: Shelf): void {
    if (this.atHand.has(shelf)) return;
    const [oldest] = this.atHand;
    if (this.atHand.size >= MOST_AT_HAND && oldest !== undefined) {
      oldest.putAway();
      this.atHand.delete(oldest);
    }
    this.atHand.add(shelf);
  }
}

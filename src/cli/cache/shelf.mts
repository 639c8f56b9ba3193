import { packNote } from "../../note/packed/pack-note.ts";
import type { PackedFacts } from "../../note/packed/packed-facts.ts";
import { PackedNote } from "../../note/packed/packed-note.ts";
import type { RecentNotes } from "../../note/packed/recent-notes.ts";
import type { Note } from "../../note/note.ts";
import type { Disk } from "../write/disk.mts";
import { jsonIn } from "./json-in.mts";
import { readBytes, readPieces, startBehind, writePieces } from "./pieces.mts";
import { encodingOf, isWide } from "./text-bytes.mts";

/** How many notes a shelf holds at most: some 3 MB. */
export const NOTES_ON_SHELF = 1000;

/**
 * What stands where on a shelf. The texts of one note follow those of the other, its marks, which take a byte a character, before its
 * words, which take two if `wide`. Lengths in bytes.
 */
type NoteRow = readonly [path: string, marks: number, words: number, wide: boolean];

/** Put the facts of notes on a shelf, which is a file that nobody changes any more. `draft` as for `writePieces`. */
export function writeShelf(disk: Disk, path: string, draft: string, notes: readonly Note[]): void {
  const rows: NoteRow[] = [];
  const texts: Buffer[] = [];
  for (const note of notes) {
    const { marks, words } = packedFacts(note);
    const wide = isWide(words);
    const [first, second] = [Buffer.from(marks, "latin1"), Buffer.from(words, encodingOf(wide))];
    rows.push([note.path, first.length, second.length, wide]);
    texts.push(first, second);
  }
  writePieces(disk, path, draft, [Buffer.from(JSON.stringify(rows)), Buffer.concat(texts)]);
}

function packedFacts(note: Note): PackedFacts {
  return note instanceof PackedNote ? note : packNote(note);
}

/** After so many notes that were read one by one, all texts of a shelf are read at once. */
const MOST_PARTS = 8;

/** Where the texts of a shelf are. */
interface TextsPlace {
  readonly disk: Disk;
  readonly path: string;
  /** Where they start in the file, and how long they are, in bytes. */
  readonly start: number;
  readonly length: number;
}

/** The notes on a shelf. Each is made when it is asked for. */
export class Shelf {
  private readonly place: TextsPlace;
  private readonly recent: RecentNotes;
  private readonly places = new Map<string, { readonly at: number; readonly row: NoteRow }>();
  private texts: Buffer | null;
  /** How many notes were read one by one since the texts were let go of. */
  private parts = 0;

  constructor(rows: readonly NoteRow[], texts: Buffer, place: TextsPlace, recent: RecentNotes) {
    this.texts = texts;
    this.place = place;
    this.recent = recent;
    let at = 0;
    for (const row of rows) {
      const [path, marks, words] = row;
      this.places.set(path, { at, row });
      at += marks + words;
    }
  }

  /** Whether its texts are in memory. */
  get isAtHand(): boolean {
    return this.texts !== null;
  }

  /** Let go of its texts: who asks for one of its notes reads it once more. */
  putAway(): void {
    this.texts = null;
    this.parts = 0;
  }

  /** The note at a path; null if it is not on the shelf, or not whole, or cannot be read any more. */
  note(path: string): Note | null {
    const place = this.places.get(path);
    if (place === undefined) return null;
    const [, marks, words, wide] = place.row;
    const bytes = this.bytes(place.at, marks + words);
    if (bytes === null) return null;
    const facts = {
      marks: bytes.toString("latin1", 0, marks),
      words: bytes.toString(encodingOf(wide), marks),
    };
    return PackedNote.of(path, facts, this.recent);
  }

  private bytes(from: number, length: number): Buffer | null {
    const { disk, path, start } = this.place;
    if (this.texts === null && this.parts++ === MOST_PARTS)
      this.texts = readBytes(disk, path, start, this.place.length);
    return this.texts?.subarray(from, from + length) ?? readBytes(disk, path, start + from, length);
  }
}

/**
 * A shelf; null if it is damaged, or nobody can read it.
 * @param recent shared by all notes of the vault
 */
export function readShelf(disk: Disk, path: string, recent: RecentNotes): Shelf | null {
  const [first, texts] = readPieces(disk, path) ?? [];
  if (first === undefined || texts === undefined) return null;
  const rows: unknown = jsonIn(first);
  const place = { disk, path, start: startBehind([first]), length: texts.length };
  return areRows(rows) ? new Shelf(rows, texts, place, recent) : null;
}

/** What has the sum that it says is what was written. */
function areRows(value: unknown): value is readonly NoteRow[] {
  return Array.isArray(value);
}

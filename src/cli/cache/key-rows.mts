import type { Note } from "../../note/note.ts";
import { noteKeysOf, type NoteKeys } from "../../vault/note-keys.ts";
import type { Disk } from "../write/disk.mts";
import { readPieces, writePieces } from "./pieces.mts";

/** What an index takes up of a note, as JSON has it: what few notes have is left out of most. */
type KeyRow = readonly [
  path: string,
  id: string | null,
  publication: number,
  names: readonly string[],
  targets: readonly string[],
  title: string | null,
  tags: readonly string[],
  more?: readonly [
    linkLists: readonly string[],
    addressed: readonly string[],
    addressedOnSite: readonly string[],
    classes: readonly string[],
    markups: readonly string[],
  ],
];

/** The bits of those that the one or the other kind of site does not have. */
const NOT_ON_QUARTZ = 1;
const NOT_ON_PUBLISH = 2;

function rowOf(note: Note): KeyRow {
  const keys = noteKeysOf(note);
  const publication =
    (keys.onQuartz === "published" ? 0 : NOT_ON_QUARTZ) +
    (keys.onPublish === "published" ? 0 : NOT_ON_PUBLISH);
  const { id, names, targets, title, tags, linkLists, addressed, addressedOnSite, classes, markups } = keys;
  const row = [note.path, id, publication, names, targets, title, tags] as const satisfies KeyRow;
  const few = [linkLists, addressed, addressedOnSite, classes, markups] as const;
  const hasFew = few.some((list) => list.length > 0);
  return hasFew ? [...row, few] : row;
}

/** Put what an index takes up of notes beside their shelf. `draft` as for `writePieces`. */
export function writeKeys(disk: Disk, path: string, draft: string, notes: readonly Note[]): void {
  writePieces(disk, path, draft, [Buffer.from(JSON.stringify(notes.map(rowOf)))]);
}

/** What an index takes up of the notes of a shelf; null if not all of it can be read. */
export function readKeys(
  disk: Disk,
  path: string,
): readonly (readonly [path: string, keys: NoteKeys])[] | null {
  const [piece] = readPieces(disk, path) ?? [];
  const rows: unknown = piece && JSON.parse(piece.toString());
  return areRows(rows) ? rows.map((row) => [row[0], keysOf(row)] as const) : null;
}

function keysOf([, id, publication, names, targets, title, tags, more = noMore]: KeyRow): NoteKeys {
  const [linkLists, addressed, addressedOnSite, classes, markups] = more;
  return {
    id,
    onQuartz: publication % NOT_ON_PUBLISH === 0 ? "published" : "draft",
    onPublish: publication < NOT_ON_PUBLISH ? "published" : "not published",
    names,
    targets,
    title,
    tags,
    linkLists,
    addressed,
    addressedOnSite,
    classes,
    markups,
  };
}

const noMore = [[], [], [], [], []] as const;

/** What has the sum that it says is what was written. */
function areRows(value: unknown): value is readonly KeyRow[] {
  return Array.isArray(value);
}

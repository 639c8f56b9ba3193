import { fc, test } from "@fast-check/jest";
import { rmSync, truncateSync } from "node:fs";
import { join } from "node:path";
import { readShelf, writeShelf } from "../../../src/cli/cache/shelf.mts";
import { ShelvedNotes } from "../../../src/cli/cache/shelved-notes.mts";
import { type Disk, realDisk } from "../../../src/cli/write/disk.mts";
import type { Note } from "../../../src/note/note.ts";
import { plainNote } from "../../../src/note/packed/plain-note.ts";
import { RecentNotes } from "../../../src/note/packed/recent-notes.ts";
import { parseNote } from "../../../src/note/parse-note.ts";
import { folderOf } from "../command-line.ts";

const folder = folderOf({});

/** Texts with words that take one byte a character and two, and halves of characters. */
const text = fc.constantFrom(
  "",
  "---\ntitle: Größe\n---\n[[Home]]",
  '---\ntitle: "half \\uD800"\n---\n# 語\n\n#tag [[語|Zürich]]\n',
  '---\nvalue: [.nan, -0, "\\u0000"]\n---\n',
);

test.prop([fc.array(text, { minLength: 1, maxLength: 6 })])(
  "notes are read as they were put on a shelf",
  (texts) => {
    const notes = texts.map((each, at) => parseNote(`${String(at)}.md`, each));
    const path = join(folder, "shelf");
    writeShelf(realDisk, path, join(folder, "draft"), notes);
    const read = (): readonly Note[] => {
      const shelf = readShelf(realDisk, path, new RecentNotes());
      return notes.flatMap((note) => shelf?.note(note.path) ?? []);
    };
    expect(read().map(plainNote)).toEqual(notes);
    const shelf = readShelf(realDisk, path, new RecentNotes());
    for (let time = 0; time < 2; time++) {
      shelf?.putAway();
      expect(notes.flatMap((note) => shelf?.note(note.path) ?? []).map(plainNote)).toEqual(notes);
    }
    writeShelf(realDisk, path, join(folder, "draft"), read());
    expect(read().map(plainNote)).toEqual(notes);
  },
);

test("texts that were let go of are read note by note, and then all at once", () => {
  const path = join(folder, "let go of");
  const notes = Array.from({ length: 20 }, (_, at) => parseNote(`${String(at)}.md`, `# ${String(at)}`));
  writeShelf(realDisk, path, join(folder, "draft"), notes);
  const lengths: number[] = [];
  const disk: Disk = {
    ...realDisk,
    read: (file, into, position) => {
      const read = realDisk.read(file, into, position);
      lengths.push(read);
      return read;
    },
  };
  const shelf = readShelf(disk, path, new RecentNotes());
  shelf?.putAway();
  lengths.length = 0;
  const held = notes.map((note) => {
    const [heading] = shelf?.note(note.path)?.headings ?? [];
    return [heading?.text, shelf?.isAtHand];
  });
  expect(held).toEqual(notes.map((_, at) => [String(at), at >= 8]));
  expect(lengths).toHaveLength(9);
});

test("what is gone since it was let go of cannot be read any more", () => {
  const path = join(folder, "gone");
  writeShelf(realDisk, path, join(folder, "draft"), [parseNote("A.md", "# A")]);
  const shelf = readShelf(realDisk, path, new RecentNotes());
  truncateSync(path, 20);
  expect(shelf?.note("A.md")).not.toBeNull();
  shelf?.putAway();
  expect(shelf?.note("A.md")).toBeNull();
  rmSync(path);
  expect(shelf?.note("A.md")).toBeNull();
});

test("notes are read from more shelves than are at hand, in any order", () => {
  const notes = Array.from({ length: 40 }, (_, at) => parseNote(`${String(at)}.md`, `# ${String(at)}`));
  const shelfOf = new Map(notes.map(({ path }) => [path, `of-${path}`]));
  for (const note of notes)
    writeShelf(realDisk, join(folder, `of-${note.path}`), join(folder, "draft"), [note]);
  const shelved = new ShelvedNotes(realDisk, folder, folder, shelfOf);
  for (const step of [1, 7, 3]) {
    for (let at = 0; at < 400; at += step) {
      const note = notes[at % notes.length];
      expect(note && plainNote(shelved.read(note.path) ?? parseNote("", ""))).toEqual(note);
    }
  }
  expect([...shelved.lost]).toEqual([]);
});

test("where there is no shelf there are no notes", () => {
  expect(readShelf(realDisk, join(folder, "none"), new RecentNotes())).toBeNull();
});

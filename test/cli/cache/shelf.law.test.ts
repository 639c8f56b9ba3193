import { fc, test } from "@fast-check/jest";
import { join } from "node:path";
import { readShelf, writeShelf } from "../../../src/cli/cache/shelf.mts";
import { realDisk } from "../../../src/cli/write/disk.mts";
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
    writeShelf(realDisk, path, join(folder, "draft"), read());
    expect(read().map(plainNote)).toEqual(notes);
  },
);

test("where there is no shelf there are no notes", () => {
  expect(readShelf(realDisk, join(folder, "none"), new RecentNotes())).toBeNull();
});

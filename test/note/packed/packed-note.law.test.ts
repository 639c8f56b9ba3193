import { fc, test } from "@fast-check/jest";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Note, PropertyValue } from "../../../src/note/note.ts";
import { packNote } from "../../../src/note/packed/pack-note.ts";
import { PackedNote } from "../../../src/note/packed/packed-note.ts";
import { plainNote } from "../../../src/note/packed/plain-note.ts";
import { RecentNotes } from "../../../src/note/packed/recent-notes.ts";
import { parseNote } from "../../../src/note/parse-note.ts";
import { anyCharacter } from "../../any-character.ts";
import { noteText } from "../random-note.ts";

const runs = { numRuns: 600 };

/** The note from what is stored of it. */
function unpacked(note: Note): PackedNote | null {
  const { marks, words } = packNote(note);
  return PackedNote.of(note.path, { marks, words }, new RecentNotes());
}

function expectSame(packed: PackedNote | null, note: Note): void {
  const plain = packed && plainNote(packed);
  expect(plain).toEqual(note);
  // Members in the same order are objects of the same shape.
  expect(JSON.stringify(plain) === JSON.stringify(note)).toBe(true);
}

test.prop([noteText], runs)("a packed note has the facts that were packed", (text) => {
  const note = parseNote("a.md", text);
  expectSame(unpacked(note), note);
});

test("all notes of the sample vault, packed, have the facts that were packed", () => {
  const folder = "test/vaults/journal";
  const paths = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((path) =>
    path.endsWith(".md"),
  );
  expect(paths.length).toBeGreaterThan(50);
  for (const path of paths) {
    const note = parseNote(path, readFileSync(join(folder, path), "utf8"));
    expectSame(unpacked(note), note);
  }
});

/** More than YAML can say, and names that mean something to JavaScript. */
const { value } = fc.letrec<{ value: PropertyValue }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 5 },
    fc.string({ unit: anyCharacter }),
    fc.oneof(fc.double(), fc.integer(), fc.constantFrom(-0, NaN, Infinity, -Infinity, 1e300)),
    fc.constantFrom(true, false, null),
    fc.array(tie("value"), { maxLength: 4 }),
    fc.dictionary(fc.oneof(fc.string(), fc.constantFrom("__proto__", "constructor", "1")), tie("value"), {
      maxKeys: 4,
      noNullPrototype: true,
    }),
  ),
}));

test.prop([value], runs)("any value of a property comes back", (said) => {
  const note = parseNote("a.md", "---\na: 1\n---\n");
  const range = { from: 4, to: 5 };
  const properties = [{ key: "a", keyRange: range, value: said, valueRange: range, items: null }];
  const packed = unpacked({ ...note, frontmatter: { ...note.frontmatter, properties } });
  expect(packed?.frontmatter.properties).toEqual(properties);
});

test.prop([noteText], runs)("marks are bytes", (text) => {
  expect(packNote(parseNote("a.md", text)).marks).not.toMatch(/[^\0-\xFF]/);
});

test.prop([noteText, fc.nat(), fc.nat({ max: 255 }), fc.constantFrom("marks", "words")], runs)(
  "damaged facts are not taken or read as something else, and nothing throws",
  (text, at, code, where) => {
    const packed = packNote(parseNote("a.md", text));
    const damaged = packed[where].split("");
    damaged[at % (damaged.length + 1)] = String.fromCharCode(code);
    const note = PackedNote.of("a.md", { ...packed, [where]: damaged.join("") }, new RecentNotes());
    if (note) plainNote(note);
  },
);

test.prop([fc.string({ unit: anyCharacter }), fc.string()], runs)(
  "other strings are read, too, or not taken",
  (marks, words) => {
    const note = PackedNote.of("a.md", { marks, words }, new RecentNotes());
    if (note) plainNote(note);
  },
);

test.prop([noteText, fc.nat()], runs)("what is cut off is not taken", (text, length) => {
  const { marks, words } = packNote(parseNote("a.md", text));
  const recent = new RecentNotes();
  expect(PackedNote.of("a.md", { marks: marks.slice(0, length % marks.length), words }, recent)).toBeNull();
  if (words !== "")
    expect(PackedNote.of("a.md", { marks, words: words.slice(0, length % words.length) }, recent)).toBeNull();
});

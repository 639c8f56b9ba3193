import { test as law } from "@fast-check/jest";
import { packNote, unpackNote } from "../../../src/obsidian/cache/packed-note.ts";
import { parseNote } from "../../../src/note/parse-note.ts";
import { noteText } from "../../note/random-note.ts";

law.prop([noteText])("a note that is packed and unpacked is the same", (text) => {
  const note = parseNote("a.md", text);
  const packed = packNote(note);
  if (packed === null) return;
  expect(unpackNote(packed)).toEqual(note);
  expect(JSON.stringify(unpackNote(packed))).toBe(JSON.stringify(note));
});

test.each([
  ["a map in a property", "---\na: {b: {c: [1, true, null]}, d: {}}\n---\n"],
  [
    "names that look like others when they are joined",
    '---\na: {"b,c": 1, d: 2}\ne: {b: 1, "c,d": 2}\n---\n',
  ],
  ["deep lists", `---\na: ${"[".repeat(300)}${"]".repeat(300)}\n---\n`],
  ["no text", ""],
])("packs %s", (_, text) => {
  const note = parseNote("a.md", text);
  expect(unpackNote(packNote(note) ?? "")).toEqual(note);
});

test("the see-also links stay links of the note", () => {
  const packed = packNote(parseNote("a.md", "[[b]]\n\n*see also:* [[c]] [[d]]\n\n[[e]]"));
  const note = unpackNote(packed ?? "");
  expect(note?.seeAlso?.links).toHaveLength(2);
  expect(note?.seeAlso?.links.every((link) => note.links.includes(link))).toBe(true);
});

test.each([
  'a: {"b\\nc": 1, d: 2}\ne: {b: 1, "c\\nd": 2}',
  'a: {"b\\nc": 1}\ne: {b: 1, c: 2}',
  'a: {b: 1, c: 2}\ne: {"b\\nc": 1}',
  "a: .inf",
  "a: .nan",
  "a: [-0.0]",
  "a: {b: -.inf}",
  'a: {"__proto__": 1}',
])("does not pack what would come back otherwise: %s", (yaml) => {
  expect(packNote(parseNote("a.md", `---\n${yaml}\n---\n`))).toBeNull();
});

test.each(["", "{", "null", "[]", "[[],1]", "[{},[0]]", '[[["path"]],[0,"a.md"]]', "[[],[-1]]"])(
  "unpacks nothing else: %j",
  (text) => {
    expect(unpackNote(text)).toBeNull();
  },
);

import { packNote } from "../../../src/note/packed/pack-note.ts";
import { PackedNote } from "../../../src/note/packed/packed-note.ts";
import { plainNote } from "../../../src/note/packed/plain-note.ts";
import { RecentNotes } from "../../../src/note/packed/recent-notes.ts";
import { parseNote } from "../../../src/note/parse-note.ts";

const recentlyRead = 2;

function packedNotes(...texts: readonly string[]): readonly PackedNote[] {
  const recent = new RecentNotes(recentlyRead);
  return texts.map((text, at) => {
    const path = `${String(at)}.md`;
    return new PackedNote(path, packNote(parseNote(path, text)), recent);
  });
}

test.each([
  ["a map in a property", "---\na: {b: {c: [1, true, null]}, d: {}}\n---\n"],
  ["names such as those of JavaScript", '---\n"__proto__": {"__proto__": 1, constructor: 2}\n---\n'],
  ["numbers that JSON does not have", "---\na: [.inf, -.inf, .nan, -0.0, 1e300, 0x1F, 1.0]\nb: 1.0\n---\n"],
  ["lists as deep as may be", `---\na: ${"[".repeat(90)}${"]".repeat(90)}\n---\n`],
  ["a value that stands for another", "---\na: &x [1, 2]\nb: *x\n---\n"],
  ["YAML that cannot be read", "---\na: [\n---\n"],
  ["lone surrogates", "# \uD800\n\n[[\uDC00|\uD800]]"],
  ["a long line", `${"x".repeat(70_000)} [[a]]\n\n# b`],
  ["many links", "[[a]] [[b]] [[c]] [[d]]\n".repeat(5000)],
  ["no text", ""],
])("packs %s", (_, text) => {
  const note = parseNote("0.md", text);
  expect(packedNotes(text).map(plainNote)).toEqual([note]);
});

test("the see-also links are links of the note", () => {
  const [note] = packedNotes("[[b]]\n\n*see also:* [[c]] [[d]]\n\n[[e]]");
  expect(note?.seeAlso?.links).toHaveLength(2);
  expect(note?.seeAlso?.links.every((link) => note.links.includes(link))).toBe(true);
});

test("facts are the same objects while few other notes are read", () => {
  const [note, second, third] = packedNotes("[[a]]", "[[b]]", "[[c]]");
  const links = note?.links;
  expect(note?.headings).toEqual([]);
  expect(second?.links).toHaveLength(1);
  expect(note?.links).toBe(links);
  expect(third?.links).toHaveLength(1);
  expect(note?.links).not.toBe(links);
  expect(note?.links).toEqual(links);
});

test("a note that was told to forget reads again", () => {
  const recent = new RecentNotes(1);
  const note = new PackedNote("a.md", packNote(parseNote("a.md", "[[b]]")), recent);
  for (let round = 0; round < 3; round++) {
    expect(note.links).toHaveLength(1);
    note.forget();
  }
});

test("a note at another path has the same facts", () => {
  const [note] = packedNotes("# A\n\n[[b]]");
  const moved = note?.withPath("c/d.md");
  expect(moved && plainNote(moved)).toEqual(parseNote("c/d.md", "# A\n\n[[b]]"));
});

import { fc, test as law } from "@fast-check/jest";
import { editedProperty } from "../../src/note/edited-property.ts";
import { parseFrontmatter } from "../../src/note/frontmatter.ts";
import type { Property } from "../../src/note/note.ts";
import { applyEdits } from "../../src/text/edits.ts";
import type { TextEdit } from "../../src/text/range.ts";
import { unmark } from "../marked.ts";
import { frontmatterYaml } from "./random-yaml.ts";

const list = "title: a\ntags:\n- a\n- b\n- c\n- d\n- e\ndraft: true";

test.each<[what: string, markedYaml: string, insert: string, key: string | null]>([
  ["a value", "title: «a»\ndraft: true", "b", "title"],
  ["the last value", "title: a\ndraft: «true»", "'no'", "draft"],
  ["a value that reads otherwise", "title: «a»\ndraft: true", "2023", "title"],
  ["an item", list.replace("c", "«c»"), '"c"', "tags"],
  ["the first item", list.replace("- a\n", "«- a\n»"), "", "tags"],
  ["the last item", list.replace("- e\n", "«- e\n»"), "", "tags"],
  ["an item of an odd list", list.replace("- a", "- &a a").replace("- d", "- «d»"), "x", "tags"],
  ["an item but for its indent", "tags:\n  «- a\n»  - b\n  - c", "", null],
  ["an item between brackets", "tags: [a, b, «c», d, e]", "x, y", "tags"],
  ["an item between brackets with its comma", "tags: [a, b«, c», d, e]", "", "tags"],
  ["an item of an odd list between brackets", "tags: [&a a, b, c, «d», e]", "x", "tags"],
  ["a value beside an anchor", "title: &a b\ncover: *a\ndraft: «true»", "false", "draft"],
  ["an anchor", "title: «&a »b\ncover: *a", "", null],
  ["a value that begins a list", "title: «a»\ndraft: true", "[a", null],
  ["an item that begins a list", list.replace("- c", "- «c»"), "[c", null],
  ["an item with another indent", list.replace("- c", "«- c»"), "  - c", null],
  ["words in quotes in a map between braces", "{ a: '[[«b»]]', c: 1,\nd: 2 }", "x", "a"],
  ["words in quotes of several lines", "a: '[[«b»]]\n  c'\nd: 2", "x y: z", "a"],
  ["words of an item of a map that is quoted", 'a:\n- "b": c «d» e\n', ": [", null],
  ["words in quotes behind an anchor", "a: &b '[[«c»]]'\ndraft: *b", "x", null],
  ["words in quotes of an item behind an anchor", "a:\n- &- '[[«c»]]'\ndraft: *-", "x", null],
  ["part of an escape", 'a: "b\\u00«41»c"', "yz", null],
  ["a quote between quotes", "a: '[[b«»]]'", "'", null],
  ["what may begin a line of dashes", "a: 'b\n  -«»x'\nc: 1", "--", null],
  ["a key", "«title»: a\ndraft: true", "draft", null],
  ["a property above another", "title: a\n«»draft: true", "cover: b\n", null],
  ["a remark above a property", "title: a\n«»draft: true", "# b\n", "title"],
  ["two properties", "title: «a\ndraft: true»", "b\ndraft: false", null],
  ["a property that goes", "title: a\n«draft: true\n»", "", null],
  ["what is read otherwise by itself", "{ a: 1,\nb: «2»,\nc: 3 }", "4", null],
])("the property that an edit changes: %s", (_, markedYaml, insert, key) => {
  const { text, ranges } = unmark(`---\n${markedYaml}\n---\n`);
  const edits = ranges.map((range) => ({ ...range, insert }));
  expect(editedProperty(parseFrontmatter(text), text, edits)?.key ?? null).toBe(key);
});

const insert = fc.constantFrom(
  "",
  "x",
  "x y",
  "'x'",
  "2023",
  "[",
  "]",
  ": ",
  "#",
  "- ",
  "\n",
  "\n- x",
  "\nx: y",
  "&a",
  "|",
);

test("one property may have more edits than a call takes arguments", () => {
  const text = `---\na:\n${"- b\n".repeat(150_000)}---\n`;
  const frontmatter = parseFrontmatter(text);
  const edits = (frontmatter.properties[0]?.items ?? []).map(({ from, to }) => ({ from, to, insert: "c" }));
  expect(edits).toHaveLength(150_000);
  expect(editedProperty(frontmatter, text, edits)?.key).toBe("a");
});

law.prop([frontmatterYaml(), fc.nat(), fc.nat(4), insert], { numRuns: 3000 })(
  "the property told is the only one that an edit changes, and all can still be read",
  (yaml, place, length, words) => {
    const text = `---\n${yaml}---\nbody`;
    const frontmatter = parseFrontmatter(text);
    const places = frontmatter.properties.flatMap(({ valueRange, items }) => [
      valueRange,
      ...(items ?? []).flatMap((item) => [item, { from: item.from - 2, to: item.to + 1 }]),
    ]);
    const from = 4 + (place % (yaml.length + 1));
    const random = { from, to: Math.min(from + length, 4 + yaml.length) };
    const range = length < 2 ? (places[place % places.length] ?? random) : random;
    const edit: TextEdit = { from: range.from, to: Math.min(range.to, text.length), insert: words };
    const told = editedProperty(frontmatter, text, [edit]);
    if (told === null) return;
    const after = parseFrontmatter(applyEdits(text, [edit]));
    expect(after.state).toBe("read");
    expect(after.properties.map(({ key }) => key)).toEqual(frontmatter.properties.map(({ key }) => key));
    expect(others(after.properties, told.key)).toEqual(others(frontmatter.properties, told.key));
  },
);

function others(properties: readonly Property[], key: string): readonly string[] {
  return properties.filter((each) => each.key !== key).map(({ key, value }) => JSON.stringify([key, value]));
}

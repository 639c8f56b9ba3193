import type { Property } from "../../src/note/note.ts";
import { readPlainYaml } from "../../src/note/plain-yaml.ts";
import { readYaml } from "../../src/note/yaml.ts";
import { mark, unmark } from "../marked.ts";
import { markProperties } from "./mark-properties.ts";

/** The properties of the YAML between two fences, read by the plain reader and by the other. */
function readings(yaml: string) {
  const text = `---\n${yaml}---\nbody: text\n`;
  const to = 4 + yaml.length;
  return { text, plain: readPlainYaml(text, 4, to), slow: readYaml(text, 4, to) };
}

function values(properties: readonly Property[]) {
  return properties.map(({ value }) => value);
}

describe.each([
  ["nothing", "", []],
  ["comments and blank lines", "# one\n\n  \n  # two\r\n", []],
  ["plain text", "«title»: «My first note»\n", ["My first note"]],
  ["CRLF", "«title»: «My note»\r\n«draft»: «true»\r\n", ["My note", true]],
  ["a comment behind", "«title»: «Rust»  # really\n«next»: «C#»\n", ["Rust", "C#"]],
  ["blanks around", "«title»:   «A b»  \n", ["A b"]],
  ["no value", "«up»:«»\n«down»:«» \n«left»:«» # none\n", [null, null, null]],
  ["keys of several words", "«due date»: «x»\n«größe/x.y (z)»: «y»\n«日付»: «z»\n", ["x", "y", "z"]],
  ["keys of objects", "«__proto__»: «1»\n«constructor»: «2»\n", [1, 2]],
  ["null", "«a»: «null»\n«b»: «~»\n«c»: «Null»\n«d»: «NULL»\n«e»: «nUll»\n«f»: «~a»\n", [null, null, null, null, "nUll", "~a"]], // prettier-ignore
  ["booleans", "«a»: «true»\n«b»: «False»\n«c»: «TRUE»\n«d»: «yes»\n«e»: «off»\n", [true, false, true, "yes", "off"]], // prettier-ignore
  ["integers", "«a»: «0»\n«b»: «-12»\n«c»: «+7»\n«d»: «007»\n«e»: «0x1F»\n«f»: «0o17»\n«g»: «1_000»\n", [0, -12, 7, 7, 31, 15, "1_000"]], // prettier-ignore
  ["floats", "«a»: «1.5»\n«b»: «-.5»\n«c»: «5.»\n«d»: «1e3»\n«e»: «.»\n«f»: «1.2.3»\n", [1.5, -0.5, 5, 1000, ".", "1.2.3"]], // prettier-ignore
  ["no numbers", "«a»: «.inf»\n«b»: «-.INF»\n«c»: «.NaN»\n«d»: «inf»\n", [Infinity, -Infinity, NaN, "inf"]],
  ["dates", "«created»: «2024-01-30»\n«at»: «2024-01-30 10:30»\n", ["2024-01-30", "2024-01-30 10:30"]],
  ["what looks like syntax inside", "«a»: «x:y#z, [w] {v} - u»\n«b»: «-x»\n«c»: «<% t %>»\n", ["x:y#z, [w] {v} - u", "-x", "<% t %>"]], // prettier-ignore
  ["double quotes", '«a»: «"b: c # d"»\n«e»: «"f \\"g\\" \\\\ \\/"» # h\n', ["b: c # d", 'f "g" \\ /']],
  ["single quotes", "«a»: «'it''s \\ # b'»\n«c»: «''»\n", ["it's \\ # b", ""]],
  ["a flow list", "«tags»: [ «a b», «\"c, d\"»,«'e'» ,«1», «~»] # x\n", [["a b", "c, d", "e", 1, null]]],
  ["flow lists of little", "«a»: []\n«b»: [ «c», ]\n«d»: [«http://e/f?g#h»]\n", [[], ["c"], ["http://e/f?g#h"]]], // prettier-ignore
  ["a block list", "«tags»:\n  - «a b» # c\n  - «\"d: e\"»\n\n  # f\n  -   «7»\n«g»: «h»\n", [["a b", "d: e", 7], "h"]], // prettier-ignore
  ["a block list at the edge", "«tags»:\n- «a»\n-«»\n- «'b'»\n-«» # c\n", [["a", null, "b", null]]],
  ["a block list, CRLF", "«tags»: \r\n\r\n  - «a»\r\n  - «b»\r\n«c»: «d»\r\n", [["a", "b"], "d"]],
  ["folded text", "«a»: «>-\n  one\n  two\n\n\n  three»\n\n«b»: «>\n c\n d»\n", ["one two\n\nthree", "c d\n"]], // prettier-ignore
  ["literal text", "«a»: «|\n  one # x\n    two: y\n\n  - three »\n«b»: «|-\n c»\n", ["one # x\n  two: y\n\n- three \n", "c"]], // prettier-ignore
  ["literal text, CRLF", "«a»: «|  \r\n  one\r\n  two»\r\n«b»: «c»\r\n", ["one\ntwo\n", "c"]],
])("%s", (_, marked, expected) => {
  const { text, plain, slow } = readings(unmark(marked).text);

  test("is read as written", () => {
    expect(values(plain ?? [])).toEqual(expected);
    expect(markProperties(text, plain ?? [])).toBe(`---\n${marked}---\nbody: text\n`);
  });

  test("equals the other reader", () => {
    expect({ state: "read", properties: plain, faults: [] }).toEqual(slow);
  });
});

test("of very many keys a repeated one is found, too", () => {
  const keys = Array.from({ length: 200 }, (_, at) => `key ${String(at)}: x\n`);
  const { plain, slow } = readings(keys.join(""));
  expect({ state: "read", properties: plain, faults: [] }).toEqual(slow);
  for (const at of [0, 39, 40, 41, 199])
    expect(readings([...keys, `KEY ${String(at)}: y\n`].join("")).plain).toBeNull();
});

test.each([
  ["flow", "tags: «[ a, b ]» # c\n"],
  ["block", "tags:\n  «- a\n  - b» # c\n\nd: «e»\n"],
  ["block with nothing last", "tags:\n«-\n-» \n# c\n"],
])("the range of a list: %s", (_, marked) => {
  const { text, plain } = readings(unmark(marked).text);
  const ranges = plain?.map(({ valueRange }) => valueRange) ?? [];
  expect(mark(text, ranges)).toBe(`---\n${marked}---\nbody: text\n`);
});

test.each([
  ["a repeated key", "a: 1\nb: 2\na: 3\n"],
  ["a key that is no text", "2023: a\n"],
  ["a key that is null", "null: a\n"],
  ["a key that is true", "True: a\n"],
  ["a quoted key", '"a": b\n'],
  ["a blank before the colon", "a : b\n"],
  ["a key longer than YAML allows", `${"k".repeat(1025)}: a\n`],
  ["a complex key", "? a\n: b\n"],
  ["a merge key", "<<: a\n"],
  ["no key", "just text\n"],
  ["no blank behind the colon", "a:b\n"],
  ["indentation", " a: b\n"],
  ["a nested map", "a:\n  b: c\n"],
  ["a map in a list", "a:\n  - b: c\n"],
  ["a list in a list", "a:\n  - - b\n"],
  ["a flow list in a list", "a:\n  - [b]\n"],
  ["a flow list in a flow list", "up: [[Home]]\n"],
  ["a flow map", "a: {b: c}\n"],
  ["a pair in a flow list", "a: [b: c]\n"],
  ["a flow list on two lines", "a: [b,\n  c]\n"],
  ["a flow list without an item", "a: [b,, c]\n"],
  ["a comment in a flow list", "a: [b #c]\n"],
  ["a tag in a flow list", "a: [#b]\n"],
  ["text behind a flow list", "a: [b] c\n"],
  ["text behind quotes", 'a: "b" c\n'],
  ["a comment too close", 'a: "b"#c\n'],
  ["open quotes", 'a: "b\n'],
  ["open single quotes", "a: 'b''\n"],
  ["an unknown escape", 'a: "\\x41"\n'],
  ["a colon inside", "a: b: c\n"],
  ["a colon at the end", "a: b:\n"],
  ["text on the next line", "a: b\n  c\n"],
  ["text on the next line only", "a:\n  b\n"],
  ["text on the next line of an item", "a:\n  - b\n    c\n"],
  ["a list behind a value", "a: b\n- c\n"],
  ["a list that steps in", "a:\n  - b\n   - c\n"],
  ["a list that steps out", "a:\n  - b\n - c\n"],
  ["an anchor", "a: &b c\n"],
  ["an alias", "a: *b\n"],
  ["a YAML tag", "a: !!str 1\n"],
  ["a reserved character", "a: @b\n"],
  ["another", "a: `b`\n"],
  ["a directive", "a: %b\n"],
  ["a question mark", "a: ?b\n"],
  ["a tab", "a: b\tc\n"],
  ["a tab for indentation", "a:\n\t- b\n"],
  ["a control character", "a: b\u0001\n"],
  ["a lone CR", "a: b\rc: d\n"],
  ["a line separator", "a: b\u2028c\n"],
  ["a byte order mark", "\uFEFFa: b\n"],
  ["kept line ends", "a: |+\n  b\n"],
  ["a told indentation", "a: |2\n   b\n"],
  ["a comment in a header", "a: | # b\n  c\n"],
  ["a blank line first", "a: |\n\n  b\n"],
  ["blanks between lines of text", "a: |\n  b\n \n  c\n"],
  ["folded lines further in", "a: >\n  b\n    c\n"],
  ["no text below", "a: |\nb: c\n"],
  ["text that steps out", "a: |\n  b\n c\n"],
  ["a tab in a line of text", "a: |\n  b\n  # c\td\n"],
  ["the end of a document", "a: b\n...\n"],
])("left to the other reader: %s", (_, yaml) => {
  expect(readings(yaml).plain).toBeNull();
});

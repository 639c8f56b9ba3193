import { parseFrontmatter } from "../../src/note/frontmatter.ts";
import { mark, unmark } from "../marked.ts";
import { markProperties } from "./mark-properties.ts";

function valuesOf(yaml: string) {
  const { properties } = parseFrontmatter(`---\n${yaml}\n---\n`);
  return Object.fromEntries(properties.map(({ key, value }) => [key, value]));
}

describe.each([
  ["read", "«---\na: b\n---»\nbody"],
  ["read", "«---\r\na: b\r\n---»\r\nbody"],
  ["read", "«--- \t\na: b\n---  »\nbody"],
  ["read", "«---\na: b\n---»"],
  ["unreadable", "«---\na: b\n----\n---»\n"],
  ["read", "«---\na: b\n ---\n---»\n---\n"],
  ["read", "«---\n---»\n"],
  ["read", "«---\r\n---»"],
  ["read", "«---\n\n# nothing\n---»\n"],
  ["read", "«---\nnull\n---»\n"],
  ["read", "«---\n{a: b}\n---»\n"],
  ["unreadable", "«---\na: b: c\n---»\n"],
  ["unreadable", "«---\n- a\n---»\n"],
  ["unreadable", "«---\n<% template %>\n---»\n"],
  ["unreadable", "«---\na: b\n...\nc: d\n---»\n"],
  ["unclosed", "«---»\na: b\n\nbody\n"],
  ["unclosed", "«--- »\r\ngröße: 1\r\n"],
  ["unclosed", '«---»\n"a":'],
  ["unclosed", "«---»\na: b\n--- c\n ---\n"],
  ["unclosed", "«---»\nTitle: a\nTags: b\n\nbody\n"],
  ["unclosed", "«---»\nTags:\n  - b\n\nbody\n"],
  ["none", "«»---\nNote: text\n\nbody\n"],
  ["none", "«»---\nNote: text that\ngoes on\n"],
  ["none", "«»---\r\nÉtude: text"],
  ["late", "«\n---\na: b\n---»\n"],
  ["late", "« \t\r\n\r\n--- \r\na: b\r\ntags:\r\n  - c\r\n- d\r\n# e\r\n--- »\r\nbody"],
  ["late", "«\n---\na:\n---»"],
  ["none", "«»"],
  ["none", "«»\n\n"],
  ["none", "«»# Title\n---\na: b\n---\n"],
  ["none", "«»---"],
  ["none", "«»---\n"],
  ["none", "«»---\n\nA thematic break: nothing else\n"],
  ["none", "«»---\nA thematic break: nothing else\n"],
  ["none", "«»---\nhttp://a.b\n"],
  ["none", "«»----\na: b\n---\n"],
  ["none", "«» ---\na: b\n---\n"],
  ["none", "«»\n---\na: b\n"],
  ["none", "«»\n---\n\nbody: text\n\n---\n"],
  ["none", "«»\n---\nNote: text\n\nmore text\n---\n"],
  ["none", "«»\uFEFF---\na: b\n---\n"],
])("%s: %j", (state, marked) => {
  const { text } = unmark(marked);
  const frontmatter = parseFrontmatter(text);

  test("has this state and range", () => {
    expect([frontmatter.state, mark(text, [frontmatter])]).toEqual([state, marked]);
  });

  test("has properties only if it is read, and a fault if it cannot be", () => {
    expect(state === "read" || frontmatter.properties.length === 0).toBe(true);
    expect(frontmatter.faults.length > 0).toBe(state === "unreadable");
  });
});

test.each([
  "---\n«a: b\n»---\n",
  "---\r\n«a: b\r\n»---\r\n",
  "---\n«»---\n",
  "---\n«a: b: c\n»---\n",
  "\n--- \n«a: b\n»---\n",
  "---«»\na: b\n",
  "«»# Title\n",
])("the YAML of %j", (marked) => {
  const { text } = unmark(marked);
  expect(mark(text, [parseFrontmatter(text).yaml])).toBe(marked);
});

test.each([
  ["a nested map", "a:\n  b: 1\n  __proto__: 2", { a: { b: 1, ["__proto__"]: 2 } }],
  ["a nested list", "a:\n  - [b, {c: d}]\n  - - e", { a: [["b", { c: "d" }], ["e"]] }],
  ["an unquoted link", "up: [[Home]]", { up: [["Home"]] }],
  ["text on several lines", 'a: b\n  c\nd: "e\n\n  f"', { a: "b c", d: "e\nf" }],
  ["keys of other types", "2023: a\ntrue: b\n~: c\n1.0: d", { 2023: "a", true: "b", "": "c", 1: "d" }],
  [
    "lists and maps as keys",
    "[a]: b\n? {c: d}\n: e\nf: {{g}}",
    { "[a]": "b", "{c: d}": "e", f: { "{g}": null } },
  ],
  ["a key without a value", "? a", { a: null }],
  ["a repeated key takes the last", "a: 1\nb: 2\na: 3", { a: 3, b: 2 }],
  ["a repeated key in a map takes the last", "a: {b: 1, b: 2}", { a: { b: 2 } }],
  ["aliases", "a: &x [1]\nb: *x\nc: &x 2\nd: *x\n&k e: *k", { a: [1], b: [1], c: 2, d: 2, e: "e" }],
  ["a merge key is a key", "a: &x {b: 1}\nc:\n  <<: *x", { a: { b: 1 }, c: { "<<": { b: 1 } } }],
  ["tags of the core", "a: !!str 1\nb: !!int '2'\nc: !!null ''", { a: "1", b: 2, c: null }],
  ["other tags say nothing", "a: !!timestamp 2024-01-30\nb: !x y\nc: !!set {d}", { a: "2024-01-30", b: "y", c: { d: null } }], // prettier-ignore
  ["names of objects", "__proto__: {a: 1}\nconstructor: b", { ["__proto__"]: { a: 1 }, constructor: "b" }],
  ["the end of a document", "a: b\n...", { a: "b" }],
])("values: %s", (_, yaml, expected) => {
  expect(valuesOf(yaml)).toEqual(expected);
});

test("keys of objects pollute nothing", () => {
  const { a } = valuesOf("a:\n  __proto__: {polluted: true}\n  x: 1\n__proto__: {polluted: true}");
  expect(a).not.toHaveProperty("polluted");
  expect({}).not.toHaveProperty("polluted");
});

test.each([
  ["a map", "«a»:\n  «b: 1\n  c: [2]» # d\n\n«e»: «{f: g}»\n"],
  ["a map without a value at its end", "«a»:\n  «b:»  # c\n«d»: «{e}»\n"],
  ["maps and lists in a list", "«a»:\n  - «b: 1\n    c: 2»\n  - «- d\n    - e»\n«f»: [«[g]», «h: i»]\n"],
  ["no value", "«a»:«»  # b\n? «c»«»\n«d»:«» \n"],
  ["quoted keys", "«\"a\"»: «b»\n«'c'» : «d»\n"],
  ["anchors, aliases, tags", "«a»: &x «b»\n«c»: «*x»\n«d»: !!str «1»\n«e»: !!str«»\n&y «f»: «*x»\n"],
  ["a list with an anchor", "«a»: &x\n  - «b»\n  - &y «c»\n"],
  ["text on several lines", "«a»: «b\n  c» # d\n«e»: «'f\n\n  g'»\n"],
  ["block text", "«a»: «|+\n  b»\n\n«c»: «>2 # d\n   e »\n«f»: «|»\n"],
  ["a list at the end of the YAML", "«a»:\n- «b»\n-«»\n\n# c\n"],
  ["a flow map", '{«a»: «b», «"c"»:«d», «e»:«» }\n'],
])("ranges: %s", (_, marked) => {
  const { text } = unmark(`---\n${marked.replaceAll("\n", "\r\n")}---\n`);
  expect(markProperties(text, parseFrontmatter(text).properties)).toBe(
    `---\n${marked.replaceAll("\n", "\r\n")}---\n`,
  );
});

test("the items of an alias lie where they are written", () => {
  const { text, ranges } = unmark("---\na: &x [«b», «c»]\nd: *x\n---\n");
  const items = parseFrontmatter(text).properties.at(-1)?.items;
  expect(items).toEqual(ranges.map(({ from, to }) => ({ value: text.slice(from, to), from, to })));
});

test.each([
  ["not-a-map", "«- a\n- b»\n", [""]],
  ["not-a-map", "# a\n«text» # b\n", [""]],
  ["repeated-key", "a: 1\nb: 2\n«A»: 3\n", ["A"]],
  ["repeated-key", 'a: 1\nb: 2\n«a»: 3\n«"a"»: 4\n', ["a", "a"]],
  ["syntax", "a: «b»: c\n", ["Nested mappings are not allowed in compact mappings"]],
  ["syntax", 'a: "b\nc: d\n«»', ['Missing closing "quote']],
  ["syntax", "a:\n«\t»- b\n", ["Tabs are not allowed as indentation"]],
  ["syntax", "«<% template %>\na»: b\n", ["Implicit keys need to be on a single line"]],
  ["syntax", "a: [b]«]»\nc: d\ne: f\n", ['Unexpected flow-seq-end token in YAML stream: "]"']],
  ["syntax", "a: [b, c\n«d»: e\n", ["Flow sequence in block collection must be sufficiently indented and end with a ]"]], // prettier-ignore
  ["syntax", "a: «@»b\nc: «`»d\n", ["Plain value cannot start with reserved character @", "Plain value cannot start with reserved character `"]], // prettier-ignore
  ["syntax", "a: b\n...\n«c: d\n»", ["Source contains multiple documents"]],
  ["syntax", "a: «**b**»\n", ['No anchor "&*b**" stands before "**b**"']],
  ["syntax", "a: &x [b, «*x»]\n", ['"*x" stands inside its own anchor']],
])("faults: %s in %j", (kind, marked, details) => {
  const { text } = unmark(`---\n${marked}---\n`);
  const { faults } = parseFrontmatter(text);
  expect(mark(text, faults)).toBe(`---\n${marked}---\n`);
  expect(faults).toMatchObject(details.map((detail) => ({ kind, detail })));
});

test("a fault that quotes a whole note is cut", () => {
  const [fault] = parseFrontmatter(
    `---\na: b\n- ${"c".repeat(5000)}\n - d: e]\n|${"f".repeat(5000)}\n---\n`,
  ).faults;
  expect(fault?.detail.length).toBeLessThan(250);
});

test.each([
  ["flow lists", `a: ${"[".repeat(100_000)}\n`, "unreadable"],
  ["flow lists that close", `a: ${"[".repeat(100_000)}${"]".repeat(100_000)}\n`, "unreadable"],
  ["flow maps as keys", `a: ${"{".repeat(100_000)}\n`, "unreadable"],
  ["lists in lists", `${"- ".repeat(100_000)}\n`, "unreadable"],
  ["keys in keys", `${"? ".repeat(100_000)}\n`, "unreadable"],
  ["maps in maps", Array.from({ length: 300 }, (_, depth) => `${" ".repeat(depth)}a:\n`).join(""), "unreadable"], // prettier-ignore
  ["closing brackets", `a: ${"]".repeat(20_000)}\n`, "unreadable"],
  ["aliases of aliases", aliasesOfAliases(30), "unreadable"],
  ["aliases", `a: &x b\nc:\n${"- *x\n".repeat(200)}`, "unreadable"],
  ["names", Array.from({ length: 5000 }, (_, n) => `a${String(n)}: &x${String(n)} b\nb${String(n)}: *x${String(n)}\n`).join(""), "read"], // prettier-ignore
  ["open quotes", 'a: "\n'.repeat(20_000), "unreadable"],
  ["a long line", `a: ${"b ".repeat(500_000)}\n`, "read"],
  ["a long list", `a: [${"b, ".repeat(300_000)}]\n`, "read"],
  ["many blank lines", `a: b\n${" \n".repeat(500_000)}`, "read"],
  ["many keys", Array.from({ length: 50_000 }, (_, n) => `k${String(n)}:\n`).join(""), "read"],
  ["many fences", "--- a\n".repeat(20_000), "unreadable"],
])("hostile: %s", (_, yaml, state) => {
  const start = performance.now();
  expect(parseFrontmatter(`---\n${yaml}---\n`).state).toBe(state);
  expect(["none", "unclosed"]).toContain(parseFrontmatter(`---\n${yaml}`).state);
  expect(performance.now() - start).toBeLessThan(20_000);
});

test.each(["\n".repeat(1_000_000), " ".repeat(1_000_000), `${" ".repeat(999)}\n`.repeat(1000)])(
  "hostile: a note of blanks",
  (text) => {
    expect(parseFrontmatter(text).state).toBe("none");
  },
);

/** Each list holds the one before it ten times. */
function aliasesOfAliases(depth: number): string {
  const lists = Array.from({ length: depth }, (_, n) => {
    const items = Array.from({ length: 10 }, () => (n === 0 ? "x" : `*a${String(n - 1)}`));
    return `a${String(n)}: &a${String(n)} [${items.join(", ")}]\n`;
  });
  return lists.join("");
}

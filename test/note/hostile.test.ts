import { parseNote } from "../../src/note/parse-note.ts";

/** What is repeated; in front of it and behind it may stand something else. */
type Hostile = readonly [repeated: string, before?: string, after?: string];

// prettier-ignore
const brackets: readonly Hostile[] = [
  ["[["], ["]]"], ["["], ["]"], ["!["], ["[[["], ["[[a]] "], ["[[a]] ", "", "`"], ["[[a`a]] "], ["[[` "], ["[[a\n"],
  ["[a]("], ['[a](b "'], ["[a](b '"], ["[a](b ("], ["[a](<b"], ["[a](((("], ["](b)", "[a".repeat(10_000)], ["](b)", "![a".repeat(10_000)],
  ["[a]["], ["[a][b]", "[b]: c\n\n"], ["[a", "[a]: b\n\n"], ["]", `[a]: b\n\n${"[a".repeat(10_000)}`], ["%41", "[a](", ")"],
];

// prettier-ignore
const html: readonly Hostile[] = [
  ["<div>"], ["<div>\n"], ["<div>\n\n"], ["</div>"], ["<"], ["< "], ["</"], ["<b>", "x "], ["<!--"], ["<!--", "x "], ["<!-- a\n"], ["-->"],
  ["<?", "x "], ["<!a", "x "], ["<![CDATA[", "x "], ["<a:"], ["b.", "<a@", "b>"], ['<a href="'], ['<a href="', "x "], ["<a b='", "x "],
  [" b", "x <a"], [" b=c", "x <a", ">"], [" b='\" c=\"' ", "<a"], [" ", "x <a"], ['<a href="b">'], ["<pre>"], ["<code>\n", "<div>"], ["[[[", "<div>"],
];

// prettier-ignore
const linkage: readonly Hostile[] = [
  ['<div class="linkage">'], ['<div class="linkage">\n\n'], ['<div class="linkage">\n\n</div>\n\n'], ['<div class="linkage">\n\n# a\n\n'],
  ["</b>", `<div class="linkage">${"<i>".repeat(10_000)}`], ["<li>", '<div class="linkage">'], ["<p></ul>", `<div class="linkage">${"<li>".repeat(10_000)}`],
  ["<ul><li>", '<div class="linkage">'], ["<li>a<ul>", '<div class="linkage">'], ["a<ul></ul>", '<div class="linkage"><ul><li>'],
  ["[[a]]", '<div class="linkage">'], ["<li></li>", `<div class="linkage"><li>${"[[a]]".repeat(10_000)}`], ["<b> ", '<div class="linkage"><li>'],
  ["<li><div>", '<div class="linkage"><ul>'], ["</div></li>", `<div class="linkage"><ul>${"<li><div>".repeat(40_000)}`], ["<li><div><ul>", '<div class="linkage">'],
  ["<div>a<ul>", '<div class="linkage"><li>'], ["<div>a<ul></ul></div>", '<div class="linkage"><li>'], ["#a, ", '<div class="linkage"><li>'], ["#a", '<div class="linkage"><li>'],
  ["a ", '<div class="linkage"><li>#'], [" ", '<div class="linkage"><li>#a', "("], ["#a [[b]]", '<div class="linkage"><li>'], ["<#", '<div class="linkage"><li>#a'],
  ["\n", '<div class="linkage">', "</div>"], ["\r\n", '<div class="linkage">', "</div>"], ["a ", '<div class="linkage ', '">'],
];

// prettier-ignore
const blocks: readonly Hostile[] = [
  [">"], ["> "], ["> a\n"], [`${">".repeat(200)}\n`, ">".repeat(1000)], ["b\n", ">".repeat(10_000)], ["\n", "> ".repeat(10_000)], ["> - "], [">", "> [[a\n"],
  ["* "], ["* ", "", "a"], ["- \n"], ["1. "], ["b\n", "- ".repeat(10_000)], ["\n", `${"- ".repeat(200)}a\n`], ["- a\n"], [" ", `${"- ".repeat(90)}a\n`, "b"],
  ["#"], ["# "], ["# a\n"], ["# ", "# ", "x#"], ["---\n"], ["a\n===\n"], ["***"], ["_ ", "", "x"], ["```\n"], ["~~~\n"], ["`", "", "a`"],
  ["|"], ["|\n"], ["| a | b |\n", "| a | b |\n|-|-|\n"], ["|", "|a|\n|-|\n"], ["|-|\n"], ["|-", `${"|a".repeat(10_000)}\n`], ["|-", "a\n", "x"],
  ["\t"], ["\ta\n"], [" "], [" \n"], ["\n"], ["\r"], ["\r\n"], ["[^1]: "], ["[^1]: a\n"], ["[a]: b\n"], ["[a]:\n"], ['[a]: b "c\n'], ["[a]: b (c\n"], ["> [a]: b\n"], ["a", "[", "]: b"],
];

// prettier-ignore
const inline: readonly Hostile[] = [
  ["`"], ["`a\n"], ["`` ` "], ["$"], ["$a "], ["$$ "], ["$$\n"], ["$$ a\n"], ["$a`"], ["\\$", "$"], ["$a\\$ "], ["%%"], ["%% a\n"], ["%% linkage-disable a "], [" a", "%% linkage-disable", " %%"],
  ["#a "], ["#a"], ["https://"], ["https://a "], [".", "https://a", "a"], ["https://a ", "["], ["\\"], ["\\["], ["&"], ["&#"],
  ["^"], ["^a\n"], [" ", "^a", "x"], ["*see also:* "], ["see also\n\n"], ["*"], ["**a"], ["_a_ "],
  ["a"], ["word "], ["word word\n"], ["\0"], ["\uD800"], ["\uDC00\n"], ["\u2028"], ["💡"], ["[[a|`b](<c $d %%e #f\n"],
];

// prettier-ignore
const frontmatter: readonly Hostile[] = [
  ["a: b\n", "---\n"], ["a: b\n", "---\n", "---\n"], ["[", "---\na: ", "\n---\n"], ["{", "---\na: ", "\n---\n"], ["- ", "---\n", "\n---\n"],
  ['"[[a]]", ', "---\na: [", "]\n---\n"], ["  - '[[a]]'\n", "---\na:\n", "---\n"], ["\n", "", "---\na: b\n---\n"],
];

/** Runs of backticks of all lengths: each opens code that none closes. */
function backticks(size: number): string {
  const runs: string[] = [];
  for (let length = 0; length < size; length += runs.length + 1) runs.push("`".repeat(runs.length + 1));
  return runs.join("a");
}

/** A list in a list, as deep as it is long. */
function nestedLists(size: number): string {
  return Array.from({ length: Math.sqrt(size) }, (_, depth) => `${"  ".repeat(depth)}- a\n`).join("");
}

const written: readonly (readonly [name: string, text: (repeats: number) => string])[] = [
  ...[brackets, html, linkage, blocks, inline, frontmatter]
    .flat()
    .map(([repeated, before = "", after = ""]) => {
      const short = [before, repeated, after].map((part) =>
        JSON.stringify(part.length > 30 ? `${part.slice(0, 30)}…` : part).slice(1, -1),
      );
      return [
        `${short[0] ?? ""}(${short[1] ?? ""})${short[2] ?? ""}`,
        (repeats: number) => before + repeated.repeat(repeats) + after,
      ] as const;
    }),
  ["backtick runs of all lengths", backticks],
  ["lists in lists", nestedLists],
  [
    "different definitions",
    (repeats) => Array.from({ length: repeats }, (_, index) => `[${String(index)}]: b\n`).join(""),
  ],
];

/** Notes of one kind of line, 8 MB each, and one line of 1 MB. */
const large: readonly (readonly [name: string, text: string])[] = [
  ["8 MB of prose", "Word after *word* and [[link|text]], `code`, #tag. https://a.b/c\n\n".repeat(125_000)],
  ["8 MB of HTML", '<div class="linkage">\n<ul><li>[[a]]</li></ul>\n</div>\n\n'.repeat(140_000)],
  ["8 MB of marks on one line", "[[*`$<%#\\(".repeat(900_000)],
  ["8 MB of blanks", " ".repeat(8_000_000)],
  ["8 MB of asterisks", "* ".repeat(4_000_000)],
  ["2 MB of tags and a link in one item", `<div class="linkage"><li>${"#a ".repeat(650_000)}[[b]]`],
  ["8 MB of attributes", `<a${" b=c".repeat(2_000_000)}>`],
  ["8 MB of delimiters", `a\n${"|-".repeat(4_000_000)}`],
  ["1 MB on one line", "word ".repeat(200_000)],
];

/** How long parsing takes, in milliseconds. */
function timed(text: string): number {
  const start = performance.now();
  parseNote("Note.md", text);
  return performance.now() - start;
}

interface Measured {
  readonly name: string;
  readonly isLinear: boolean;
  readonly error: unknown;
}

/** Measured again where it looks bad: the machine may have been busy. */
function measured(name: string, text: (repeats: number) => string, attempts = 3): Measured {
  try {
    const first = timed(text(24_000));
    // What is quick says nothing.
    const few = first < 100 ? null : timed(text(6000));
    // Again, since the first time may have been that of code that had not run before.
    const many = few === null ? first : timed(text(24_000));
    const isLinear = few === null || growsLinearly(few, many);
    if (!isLinear && attempts > 1) return measured(name, text, attempts - 1);
    const times = `24,000 in ${many.toFixed(0)} ms${few === null ? "" : `, 6,000 in ${few.toFixed(0)} ms`}`;
    return { name: `${name}: ${times}`, isLinear, error: null };
  } catch (error) {
    return { name, isLinear: true, error };
  }
}

/** Quadratic growth would take 16 times as long for 4 times as much. */
function growsLinearly(few: number, many: number): boolean {
  return many < 100 || (many < 10 * few && many < 10_000);
}

describe("hostile notes are parsed in linear time", () => {
  test.each(written.map(([name, text]) => measured(name, text)))("$name", ({ isLinear, error }) => {
    expect(error).toBeNull();
    expect(isLinear).toBe(true);
  });

  test.each(["[[", "<div>", ">", "`"])("100,000 times %s", (repeated) => {
    expect(timed(repeated.repeat(100_000))).toBeLessThan(2000);
  });

  test.each(large)("%s", (_, text) => {
    expect(timed(text)).toBeLessThan(10_000);
  });
});

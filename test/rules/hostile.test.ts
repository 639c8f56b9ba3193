import { test as law } from "@fast-check/jest";
import { allRules } from "../../src/rules/all-rules.ts";
import { lintExample, repaired, repairsOf } from "./lint-example.ts";
import { randomNotes, surroundings } from "./random-note.ts";

/** Run all rules and all their repairs. Each finding lies in the text and each repair can be made. */
function exercise(text: string): void {
  for (const finding of lintExample(allRules, { text, others: surroundings })) {
    const { from, to } = finding.range;
    expect(from >= 0 && from <= to && to <= text.length).toBe(true);
    for (const fix of repairsOf(finding, text)) expect(typeof repaired(text, [fix])).toBe("string");
  }
}

test.each([
  ["nothing", ""],
  ["a fence", "---"],
  ["two fences", "---\n---"],
  ["an empty frontmatter", "---\n\n---\n"],
  ["a frontmatter of comments", "---\n# a\n---"],
  ["NUL", "\0---\n[[\0]]\0"],
  ["lone surrogates", "---\ntags: [\ud800]\n---\n[[\ud800|\udc00]]"],
  [
    "keys of every object",
    "---\n__proto__: { tags: 1 }\nconstructor: 1\ntoString: x\nhasOwnProperty: []\n---\n[[__proto__#constructor]]",
  ],
  ["tags of every object", "---\ntags: [__proto__, constructor, __proto__]\n---\n"],
  ["laughs", `---\na: &a [x, x]\n${"bcdefghij".replace(/./g, "$&: &$& [*a, *a]\n")}tags: [*j, *j]\n---\n`],
  ["an anchor at a tag", "---\ntags: [&a ai, &b AI]\naliases: [*a, *b]\n---\n"],
  ["a list by alias", "---\naliases: &a [ai, ai]\ntags: *a\n---\n"],
  ["JSON", '---\n{"tags": ["#ai", "ai", 2023], "draft": "true", "title": 1}\n---\n'],
  ["explicit keys", "---\n? tags\n: - ai\n  - ai\n? draft\n---\n"],
  ["tagged values", "---\ntags: !!seq [!!str 2023, !!str ai, ai]\ndraft: !!str true\n---\n"],
  ["numbers of every kind", "---\naliases: [0x1F, 0o7, 1e3, .5, -.inf, .nan, 007, 1_000, 12:30:45]\n---\n"],
  ["dates of every kind", "---\ncreated: 0000-00-00\nupdated: 99999-99-99T99:99\n---\n"],
  [
    "a property without a colon",
    "---\n{created, updated: , title}\n---\n<div class=linkage><ul><li>#x</ul></div>",
  ],
  ["everything unclosed", '---\ntags: ["a\n[[a\n<div class="linkage"><ul><li>#a [[b\n```'],
  [
    "a block in a block",
    '<div class="linkage"><div class="linkage"><ul><li>#a<ul><li>#b</ul></li></ul></div></div>',
  ],
  ["items without a list", '<div class="linkage-tree">\n<li>#a\n<li>#b\n</div>'],
  ["empty items", '<div class="linkage"><ul><li></li><li>#</li><li> # a</li><li>[[]]</li></ul></div>'],
  [
    "links to nothing",
    "[[#]] [[#^]] [[##]] [[|]] [[ ]] [[/]] [[//]] [[..]] [[../../x]] [[.md]] [x](#) [x](%) [x](%E4)",
  ],
  ["only CR", "---\rtags: [1]\r---\r[[Nowhere]]\r"],
])("%s", (_, text) => {
  exercise(text);
});

law.prop([randomNotes()], { numRuns: 150 })("no rule throws, nor its repairs, on random notes", exercise);

describe("where nothing is a link or tag, no rule speaks", () => {
  const quiet = "[[Nowhere]] ![[Twin]] [d](Draft.md) [[Home#Nothing]] [[#Nothing]] #2023";
  const block = '<div class="linkage-tree"><ul><li>#ia</li><li>[[Nowhere]]</ul>\n</div>';

  test.each([
    ["fenced code", `\`\`\`\n${quiet}\n${block}\n\`\`\`\n`],
    ["code fenced by tildes", `~~~ text\n${quiet}\n\n${block}\n~~~\n`],
    ["code that is not closed", `\`\`\`\n${quiet}\n${block}\n`],
    ["indented code", `Before.\n\n    ${quiet}\n    ${block.replace("\n", "\n    ")}\n`],
    ["code in a quote", `> \`\`\`\n> ${quiet}\n> \`\`\`\n`],
    ["inline code", `Before \`\`${quiet}\`\` after.`],
    ["an HTML comment", `<!-- ${quiet} -->\n`],
    ["an HTML comment of several lines", `<!--\n${quiet}\n\n${block}\n-->\n`],
    ["an HTML comment in a paragraph", `Before <!-- ${quiet} --> after.`],
    ["a comment of several lines", `%%\n${quiet}\n%%\n`],
    ["math", `$$\n${quiet}\n$$\n`],
    ["escapes", "\\[\\[Nowhere\\]\\] \\[d\\](Draft.md)"],
    ["other HTML", `<div>\n${quiet}\n<!-- ${quiet} -->\n</div>\n`],
    ["a comment in YAML", `---\n# ${quiet}\ntitle: a\n---\n`],
  ])("%s", (_, text) => {
    for (const crlf of [text, text.replaceAll("\n", "\r\n")]) {
      const found = lintExample(allRules, {
        text: crlf,
        others: { ...surroundings, "Links.md": "[[Note]]" },
      });
      // That one is about raw HTML.
      const others = found.filter(({ rule }) => rule !== "link-in-html");
      expect(others.map(({ rule, message }) => `${rule}: ${message}`)).toEqual([]);
    }
  });
});

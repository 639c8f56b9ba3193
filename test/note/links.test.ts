import type { Link } from "../../src/note/note.ts";
import { parseNote } from "../../src/note/parse-note.ts";
import { mark, unmark } from "../marked.ts";

function linksOf(text: string): readonly Link[] {
  return parseNote("Note.md", text).links;
}

/** `kind linkpath#subpath|display text` */
function shown({ kind, property, linkpath, subpath, displayText }: Link): string {
  const name = property === null ? kind : `${kind} ${property}`;
  return `${name} ${linkpath}${subpath}${displayText === null ? "" : `|${displayText}`}`;
}

/** What obsidian.md says, a note whose links are marked, and what the links say. */
const cases: readonly (readonly [what: string, marked: string, ...links: string[]])[] = [
  ["A1 a note", "«[[a]]»", "wikilink a"],
  ["A1 a path", "«[[a/b c.md]]»", "wikilink a/b c.md"],
  ["A1 display text", "«[[a|b]]»", "wikilink a|b"],
  ["A1 a heading", "«[[a#B c]]»", "wikilink a#B c"],
  ["A1 a heading below another", "«[[a#B#C]]»", "wikilink a#B#C"],
  ["A1 a block", "«[[a#^b]]»", "wikilink a#^b"],
  ["A1 a heading of this note", "«[[#B]]»", "wikilink #B"],
  ["A1 a block of this note", "«[[#^b]]»", "wikilink #^b"],
  ["A1 an embed", "«![[a.png]]»", "embed a.png"],
  ["A1 an embed with its width", "«![[a.png|100x50]]»", "embed a.png|100x50"],
  ["A1 other scripts", "见«[[日本語#見出し|名]]»，💡«[[💡]]»", "wikilink 日本語#見出し|名", "wikilink 💡"],
  ["A1 side by side", "«[[a]]»«[[b]]»", "wikilink a", "wikilink b"],
  ["A1 a bang that is escaped", "\\!«[[a]]»", "wikilink a"],
  ["A1 two bangs", "!«![[a]]»", "embed a"],
  ["A2 more bars", "«[[a|b|c]]»", "wikilink a|b|c"],
  ["A2 an escaped bar", "«[[a\\|b]]»", "wikilink a|b"],
  ["A2 an escaped bar behind a subpath", "«[[a#b\\|c]]»", "wikilink a#b|c"],
  ["A2 empty display text", "«[[a|]]»", "wikilink a|"],
  ["A2 a bar in the subpath's place", "«[[a|b#c]]»", "wikilink a|b#c"],
  ["A3 nothing", "[[]] [[ ]] ![[]]"],
  ["A3 a bar first", "«[[|x]]» «[[|x|y]]»", "wikilink |x", "wikilink |x|y"],
  ["A3 only a hash", "«[[#]]»", "wikilink #"],
  ["A4 over lines", "[[a\nb]] [[c\r\nd]]"],
  ["A4 brackets in the target", "[[a «[[b]]»", "wikilink b"],
  ["A4 three brackets", "[«[[a]]»]", "wikilink a"],
  ["A4 blanks around the parts", "«[[ a # b | c ]]»", "wikilink a# b| c "],
  ["A4 unclosed", "[[a] [[b"],
  ["A5 a destination", "«[x](a.md)»", "markdown a.md|x"],
  ["A5 without extension, with subpath", "«[x](a/b#C)»", "markdown a/b#C|x"],
  ["A5 a heading of this note", "«[x](#C)»", "markdown #C|x"],
  ["A5 percent-decoded", "«[x](a%20b.md#c%20d)»", "markdown a b.md#c d|x"],
  ["A5 percent-decoded, other scripts", "«[x](%E6%97%A5%E6%9C%AC.md)»", "markdown 日本.md|x"],
  ["A5 not decodable", "«[x](100%.md)» «[y](%FF.md)»", "markdown 100%.md|x", "markdown %FF.md|y"],
  ["A5 an encoded hash", "«[x](a%23b)»", "markdown a#b|x"],
  [
    "A5 character references",
    "«[x](Q&amp;A.md)» «[y](<&#72;&#x69;&nbsp;&quot;.md>)»",
    "markdown Q&A.md|x",
    'markdown Hi\u00A0".md|y',
  ],
  [
    "A5 what is no character reference",
    "«[x](a&b.md)» «[y](\\&amp;.md)»",
    "markdown a&b.md|x",
    "markdown &amp;.md|y",
  ],
  ["A5 a reference to no character", "«[x](&#0;&#xD800;&#9999999;)»", "markdown \uFFFD\uFFFD\uFFFD|x"],
  [
    "A5 a reference has a hash that starts no subpath",
    "«[x](Don&#39;t.md#a&#39;b)»",
    "markdown Don't.md#a'b|x",
  ],
  ["A5 in angle brackets", "«[x](<a b.md>)»", "markdown a b.md|x"],
  ["A5 with a title", "«[x](a.md \"b\")» «[y](<c d> 'e')»", "markdown a.md|x", "markdown c d|y"],
  ["A5 blanks in the destination", "[x](a b.md)"],
  ["A5 parentheses in the destination", "«[x](a(b)c.md)»", "markdown a(b)c.md|x"],
  ["A5 escapes in the destination", "«[x](a\\(b.md)»", "markdown a(b.md|x"],
  ["A5 an image", "«![x](a.png)»", "image a.png|x"],
  ["A5 no text", "«[](a.md)»", "markdown a.md|"],
  ["A5 marks in the text", "«[**x** `y]`](a.md)»", "markdown a.md|**x** `y]`"],
  ["A5 brackets in the text", "«[x [y] z](a.md)»", "markdown a.md|x [y] z"],
  ["A5 over lines", "«[x\ny](a.md)»", "markdown a.md|x\ny"],
  ["A5 no destination", "[]() [x]() [x](<>)"],
  ["A5 with a scheme", "[x](https://a.b) [y](mailto:a@b.c) ![z](data:a) [w](obsidian://open?vault=a)"],
  ["A5 a drive is no scheme", "«[x](c:/a.md)»", "markdown c:/a.md|x"],
  ["A6 by a label", "«[x][a]»\n\n[a]: b.md", "reference b.md|x"],
  ["A6 by the text", "«[a][]» and «[A]»\n\n[a]: b.md#C 'title'", "reference b.md#C|a", "reference b.md#C|A"],
  ["A6 an image", "«![x][a]»\n\n[a]: <b c.png>", "reference b c.png|x"],
  ["A6 the first definition counts", "«[a]»\n\n[a]: b\n[a]: c", "reference b|a"],
  ["A6 undefined", "[x][a] [b] [c][]"],
  ["A6 out of the vault", "[x][a]\n\n[a]: https://b.c"],
  ["A7 code", "```\n[[a]]\n```\n\n    [[b]]\n\n`[[c]]` ``[[d]]`` ~~~\n\n~~~\n[[e]]"],
  ["A7 a fence that closes", "~~~ [[a]]\n~~~\n«[[b]]»", "wikilink b"],
  ["A7 escaped", "\\[\\[a\\]\\] \\[[b]] [\\[c]] \\[x](d)"],
  ["A7 an escaped backslash", "\\\\«[[a]]»", "wikilink a"],
  [
    "A7 comments of HTML",
    "x <!-- [[a]] --> «[[b]]»\n\n<!--\n[[c]]\n\n[[d]] -->\n«[[e]]»",
    "wikilink b",
    "wikilink e",
  ],
  ["A8 HTML blocks", "<div>\n«[[a|b]]» [x](c) `«![[d]]»`\n</div>", "html a|b", "html d"],
  ["A8 inline HTML", "x <b>«[[a]]»</b> <span>«[y](b)»</span>", "wikilink a", "markdown b|y"],
  ["A8 character references", '<p>«<a href="Q&amp;A#Don&apos;t">»\n</p>', "href Q&A#Don't"],
  [
    "A8 what a browser asks for",
    '<p>«<a href="a?b=1#c">» «<a href="a%3Fb">» «<a href="?b">»\n</p>',
    "href a?b=1#c",
    "href a?b",
    "href ?b",
  ],
  ["A8 another site", '<p><a href="//example.com/a"> «<a href="/a">»\n</p>', "href /a"],
  ["A8 attributes", 'x <b title="[[a]]">«[[b]]»</b>\n\n<div title="[[c]]">', "wikilink b"],
  ["A8 code in HTML", "<div>\n<code>[[a]]</code> <pre>[[b]]</pre> <!-- [[c]] -->\n«[[d]]»</div>", "html d"],
  ["A8 three brackets in HTML", "<div>[«[[a]]»]</div>", "html a"],
  [
    "A8 internal addresses",
    'x «<a class="y" href="a%20b#c">»d</a>\n\n<div>«<a href=\'e.md\'>»«<A HREF=f>»',
    "href a b#c",
    "href e.md",
    "href f",
  ],
  ["A8 backslashes in addresses", "x «<a href='a\\_b'>»", "href a\\_b"],
  ["A8 other addresses", '<a href="https://a.b"> <a href=""> <a name="c"> <b href="d">'],
  ["A9 inline comments", "x %% «[[a]]» %% «[[b]]»", "wikilink a", "wikilink b"],
  ["A9 block comments", "%%\n[[a]]\n\n[[b]]\n%%\n«[[c]]»", "wikilink c"],
  ["A9 behind the end of a block comment", "%%\n[[a]]\n%% «[[b]]»\n«[[c]]»", "wikilink b", "wikilink c"],
  ["A9 a comment that does not end", "%%\n«[[a]]»", "wikilink a"],
  ["A10 math", "$[[a]]$ $$[[b]]$$ x\n$$\n[[c]]\n\n[[d]]\n$$\n«[[e]]»", "wikilink e"],
  ["A10 prices", "$5 «[[a]]» and $6 «[[b]]»", "wikilink a", "wikilink b"],
  ["A10 a dollar that cannot close", "$5 «[[a]]» $6 and 7$ «[[b]]» $[[c]]$", "wikilink a", "wikilink b"],
  ["A10 a dollar before a digit", "$[[a]]$ and US$5 «[[b]]» US$6 «[[c]]»", "wikilink b", "wikilink c"],
  ["A10 an escaped dollar in math", "$a\\$ [[b]]$ «[[c]]»", "wikilink c"],
  ["A10 escaped", "\\$«[[a]]»$", "wikilink a"],
  ["A10 unclosed math", "$$ «[[a]]»", "wikilink a"],
  ["A10 headings", "# «[[a]]» #\n\n«[[b]]»\n===", "wikilink a", "wikilink b"],
  [
    "A10 lists",
    "- «[[a]]»\n  - «[[b]]»\n\n    «[[c]]»\n1. [ ] «[[d]]»",
    "wikilink a",
    "wikilink b",
    "wikilink c",
    "wikilink d",
  ],
  [
    "A10 quotes and callouts",
    "> «[[a]]»\n«[[b]]»\n> > «[[c]]»\n\n> [!note] «[[d]]»\n> «[[e]]»",
    "wikilink a",
    "wikilink b",
    "wikilink c",
    "wikilink d",
    "wikilink e",
  ],
  [
    "A10 quotes deeper than is read",
    `${">".repeat(150)} «[[a]]»\n${"> ".repeat(101)}«[[b]]»`,
    "wikilink a",
    "wikilink b",
  ],
  ["A10 over quote marks", "> «[x\n> y](a)»", "markdown a|x\n> y"],
  [
    "A10 footnotes",
    "x[^1] ^[«[[a]]»]\n\n[^1]: «[[b]]»\n\n    «[[c]]»",
    "wikilink a",
    "wikilink b",
    "wikilink c",
  ],
  [
    "A11 properties",
    '---\nup: "«[[a|b]]»"\nof:\n  - "«[[c]]»"\n  - d\n  - see «[x](e.md)»\n---\n«[[f]]»',
    "property up a|b",
    "property of.0 c",
    "property of.2 e.md|x",
    "wikilink f",
  ],
  [
    "A11 nested values",
    '---\nof: [[["[[a]]"]]]\nby: { b: "[[c]]" }\nup:\n  - d: "[[e]]"\n  - ["[[f]]"]\n  - "«[[g]]»"\n---\n',
    "property up.2 g",
  ],
  [
    "A11 HTML in a property",
    `---\nup: <a href='b.md'>b](\nin: "[[a]] <img src='c.png'>"\n---\n`.replace("[[a]]", "«[[a]]»"),
    "property in a",
  ],
  ["A11 an unquoted property", "---\nup: [[a]]\n---\n"],
  ["A12 a bar in a table", "| a |\n|-|\n| [[b|c]] |"],
  [
    "A12 an escaped bar in a table",
    "| a | b |\n|-|-|\n| «[[c\\|d]]» | «[[e]]» |",
    "wikilink c|d",
    "wikilink e",
  ],
  ["A12 code wins", "`x [[a` b]] [[c `d]]` [[e`f`g]]"],
  ["A12 no code", "«[[a`b]]» «[[c``d]]»", "wikilink a`b", "wikilink c``d"],
  ["A13 a link behind a link", "«[[a]]»(b) «[[c]]»(«[[d]]»)", "wikilink a", "wikilink c", "wikilink d"],
  ["A13 a wikilink for destination", "[x](«[[a]]»)", "wikilink a"],
  ["A13 a wikilink in the text", "[x «[[a]]» y](b)", "wikilink a"],
  ["A13 an image's text is plain", "«![x [[a]] [y](b)](c.png)»", "image c.png|x [[a]] [y](b)"],
  ["A13 brackets in the target", "«[[1,2],[3]]»", "wikilink 1,2],[3"],
  ["A14 a bare address", "https://a.b/[[c]] «[[d]]»", "wikilink d"],
  ["A14 in Chinese text", "见https://a.b，[[c]] «[[d]]»", "wikilink d"],
  ["A15 indented code behind a quote", "> a\n\n    [[b]]"],
  ["A15 indented code in a list", "- a\n\n      [[b]]"],
  ["A15 behind HTML", "<aside>\nx\n</aside>\n«[[a]]»\n\n«[[b]]»", "html a", "wikilink b"],
  [
    "A16 absolute paths",
    "«[x](/a/)» «[y](//b/c.png)» «[z](d?e)»",
    "markdown /a/|x",
    "markdown //b/c.png|y",
    "markdown d?e|z",
  ],
  [
    "CRLF",
    "# «[[a]]»\r\n\r\n> «[[b]]»\r\n> «[[c]]»\r\n- «[[d]]»\r\n",
    "wikilink a",
    "wikilink b",
    "wikilink c",
    "wikilink d",
  ],
];

test.each(cases)("%s: %j", (_, marked, ...expected) => {
  const { text } = unmark(marked);
  const links = linksOf(text);
  expect(mark(text, links)).toBe(marked);
  expect(links.map(shown)).toEqual(expected);
});

describe("the parts of a link as written", () => {
  test.each([
    ["[[«a»«»«»]]"],
    ["[[«a»«#b»|«c»]]"],
    ["[[ «a» «# b» |« c »]]"],
    ["[[«a»«#b»\\|«c|d»]]"],
    ["[[«»«#^b»«»]]"],
    ["![[«a.png»«»|«100»]]"],
  ])("%s", (marked) => {
    const { text, ranges } = unmark(marked);
    const [link] = linksOf(text);
    expect([link?.linkpathRange, link?.subpathRange, link?.displayRange]).toEqual(ranges);
  });

  test.each([
    ["---\nup: '[[«It''s»«#''b''»|«c''»]] ''x'''\n---\n"],
    ['---\nup: ["x \\"y\\" [[«a \\"b\\"»«»|«c\\\\»]]"]\n---\n'],
  ])("in quotes that are escaped: %s", (marked) => {
    const { text, ranges } = unmark(marked);
    const [link] = linksOf(text);
    expect([link?.linkpathRange, link?.subpathRange, link?.displayRange]).toEqual(ranges);
  });

  test.each([
    ["[«x»](«a%20b»«#c»)"],
    ["![«x»](<«a b»«»> 'title')"],
    ["[«»](«»«#c»)"],
    ["> [«x\n> y»](«a»«%23b»)"],
    ["[«x»][id]\n\n[id]: «a»«#b»"],
  ])("%s", (marked) => {
    const { text, ranges } = unmark(marked);
    const [link] = linksOf(text);
    expect([link?.displayRange, link?.linkpathRange, link?.subpathRange]).toEqual(ranges);
  });

  test.each([
    ['x <a href="«a»«#b»«»">'],
    ["<div>\n<a class=b href=«a»«»«»>\n</div>"],
    ["> <div>\n> <a\n> href='«a»«#b»«»'>"],
  ])("%s", (marked) => {
    const { text, ranges } = unmark(marked);
    const [link] = linksOf(text);
    expect([link?.linkpathRange, link?.subpathRange, link?.displayRange]).toEqual(ranges);
    expect(link?.displayText).toBeNull();
  });
});

test("an image in a link gives both, the link first (A13)", () => {
  const links = linksOf('[![alt](img.png "title")](page.md)');
  expect(links.map(shown)).toEqual(['markdown page.md|![alt](img.png "title")', "image img.png|alt"]);
  expect(links.map(({ from, to }) => [from, to])).toEqual([
    [0, 34],
    [1, 24],
  ]);
});

test("an embed in a link gives both, the link first", () => {
  const links = linksOf("[![[img.png|a]]](page.md)");
  expect(links.map(shown)).toEqual(["markdown page.md|![[img.png|a]]", "embed img.png|a"]);
});

test("an image in an external link, and an external image in a link", () => {
  const { links, externalLinks } = parseNote(
    "Note.md",
    "[![a](b.png)](https://c.d) [![e](https://f.g)](h.md)",
  );
  expect(links.map(shown)).toEqual(["image b.png|a", "markdown h.md|![e](https://f.g)"]);
  expect(externalLinks.map(({ url }) => url)).toEqual(["https://c.d", "https://f.g"]);
});

test.each([["«| [[a\\|b]]» |\n|-|\n| «[x](c)» |", [true, true]]])(
  "a link in a table knows that it is: %j",
  (marked, expected) => {
    expect(linksOf(unmark(marked).text).map(({ inTable }) => inTable)).toEqual(expected);
  },
);

describe("external links", () => {
  test.each([
    ["«https://a.b/c?d=e#f»", "https://a.b/c?d=e#f"],
    ["«HTTP://A.B» and «http://c.d».", "HTTP://A.B", "http://c.d"],
    ["(see «https://a.b/c»), **«https://d.e»**", "https://a.b/c", "https://d.e"],
    ["«<https://a.b/c>» «<mailto:a@b.c>» «<a@b.c>»", "https://a.b/c", "mailto:a@b.c", "mailto:a@b.c"],
    ["«[x](https://a.b 'title')» «![y](https://c.d/e\\_f.png)»", "https://a.b", "https://c.d/e_f.png"],
    ["[x «https://a.b»] «https://c.d»<br>", "https://a.b", "https://c.d"],
    ["[x «https://a.b»](c) «https://d.e/[f](g)h»", "https://a.b", "https://d.e/[f](g)h"],
    ["«[x][a]»\n\n[a]: https://b.c", "https://b.c"],
    [
      'x «<a href="https://a.b">»\n\n<div>«<a href="https://c.d">»«<a href=mailto:e>»',
      "https://a.b",
      "https://c.d",
      "mailto:e",
    ],
    ["«https://a.b/[[c»]] d", "https://a.b/[[c"],
    ["`https://a.b` $https://c.d$ <!-- https://e.f -->"],
    ["https:// http://) «http://x»", "http://x"],
  ])("%s", (marked, ...urls) => {
    const { text } = unmark(marked);
    const { externalLinks } = parseNote("Note.md", text);
    expect(mark(text, externalLinks)).toBe(marked);
    expect(externalLinks.map(({ url }) => url)).toEqual(urls);
  });
});

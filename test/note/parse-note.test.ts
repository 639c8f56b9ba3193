import type { Heading } from "../../src/note/note.ts";
import { parseNote } from "../../src/note/parse-note.ts";
import { mark, unmark } from "../marked.ts";

describe("headings", () => {
  test.each([
    ["ATX, with and without closing marks", "«# a»\n«## b ##»\n  «### c # d»  \n", "1 a", "2 b", "3 c # d"],
    ["six levels, not seven", "«###### a»\n####### b", "6 a"],
    ["a blank behind the marks", "#a\n\\# b\n«#\tc»", "1 c"],
    ["empty", "«#»\n«## ##»", "1 ", "2 "],
    ["setext", "«a\n===»\n\n«b\nc\n ---»\n", "1 a", "2 b\nc"],
    ["marks stay as written", "«# *a* [[b|c]] `d` &amp;»", "1 *a* [[b|c]] `d` &amp;"],
    ["in quotes and lists", "> «# a»\n\n- «## b»\n\n1. > «c\n   > ---»", "1 a", "2 b", "2 c"],
    [
      "not in code, HTML, comments, math",
      "```\n# a\n```\n\n    # b\n\n<div>\n# c\n\n%%\n# d\n%%\n\n$$\n# e\n$$",
    ],
    ["not in frontmatter", "---\n# a\nb: c\n---\n«# d»", "1 d"],
    ["unclosed frontmatter is body text", "---\na: b\n\n«# c»", "1 c"],
    ["CRLF", "«# a»\r\n\r\n«b\r\n--»\r\n", "1 a", "2 b"],
  ])("%s: %j", (_, marked, ...expected) => {
    const { text } = unmark(marked);
    const { headings } = parseNote("Note.md", text);
    expect(mark(text, headings)).toBe(marked);
    expect(headings.map(({ level, text }: Heading) => `${String(level)} ${text}`)).toEqual(expected);
  });

  test.each([
    ["nothing but the next one", "«# a»\n\n \t\n## b\n\nc"],
    ["nothing at the end", "# a\n\nb\n\n«c\n===»\r\n\r\n"],
    ["words, a rule, code, HTML, a comment", "# a\nb\n# c\n---\n# d\n```\n# e\n<p>\n\n# f\n%% g %%"],
    ["a definition, which nobody sees", "# a\n\n[b]: c"],
  ])("bare, with %s below: %j", (_, marked) => {
    const { text } = unmark(marked);
    const bare = parseNote("Note.md", text).headings.filter(({ isBare }) => isBare);
    expect(mark(text, bare)).toBe(marked);
  });
});

describe("tags (obsidian.md E)", () => {
  test.each([
    ["at the start of a line and behind a blank", "«#a» «#b»\n«#c»\t«#d»\u00A0«#e»\u3000«#f»"],
    ["not behind other characters", "x#a (#b) [#c] *#d* ##e #"],
    ["nested, and what a tag may hold", "«#a/b-c_d» «#日本» «#💡» «#été» «#y1984» «#1a» «#/»"],
    ["what ends a tag", "«#a».«#b»".replace("«#b»", "#b") + " «#c»,d «#e»'s «#f»: «#g»|h «#i»–j"],
    ["no tag of digits alone", "#1984 «#1/2» #٣ ".replace("#٣", "«#٣»")],
    ["not in code and HTML", "`#a` <b title=' #b'>\n\n<div>\n #c\n\n<!--\n#d\n-->\n    #e\n\n```\n#f\n```"],
    ["not in math, links and addresses", "$x #a$ $$ #b$$ [[c #d]] https://a.b/#c [x](d#e)"],
    ["in comments", "%% «#a» %%\n\n%%\n«#b»\n\n# «#c»\n%%\n«#d»"],
    ["in link text, not in the text of an image", "[x «#a»](b) ![x #c](d)"],
    ["in headings, lists, quotes, footnotes", "# «#a»\n- «#b»\n>«#c»\n> «#d»\n> «#e»\n\n[^1]: «#f»"],
    ["in tables", "| «#a» |#b|\n|-|-|\n| x «#c» |  «#d»|"],
    ["at the start of a note, in a table without bars around it", "«#a» | b\n--- | ---\n«#c» | «#d»"],
    ["between prices", "$5 and «#a» costs $6"],
    ["between prices, and a dollar behind them", "$5 and «#a» costs $6, or 7$ «#b»"],
    ["escaped", "\\#a «#b»"],
    ["not in frontmatter", "---\na: ' #b'\n---\n«#c»"],
    ["CRLF", "«#a»\r\n«#b»\r\n"],
  ])("%s: %j", (_, marked) => {
    const { text, ranges } = unmark(marked);
    const { tags } = parseNote("Note.md", text);
    expect(mark(text, tags)).toBe(marked);
    expect(tags.map(({ tag }) => `#${tag}`)).toEqual(ranges.map(({ from, to }) => text.slice(from, to)));
  });
});

describe("block ids (obsidian.md D3)", () => {
  test.each([
    ["at the end of a paragraph", "a «^b»"],
    ["of more lines", "a ^b\nc «^D-1»\n\nd"],
    ["of list items", "- a «^a1»\n  - b «^b1»\n- c\n\n  d «^c1»"],
    ["alone behind a block", "> a\n\n«^b»\n\n| c |\n|-|\n«^d»\n\n- e\n«^f»"],
    ["blanks behind it", "a «^b»  \t\n"],
    ["not elsewhere", "a^b\n\na ^b c\n\na ^b.\n\na ^b_c\n\na ^\n\n`a ^b`\n\n```\n^c\n```\n\n<div> ^d"],
    ["not of other letters", "a ^ä\n\na ^b ä"],
    ["CRLF", "a «^b»\r\n\r\nc\r\n«^d»\r\n"],
  ])("%s: %j", (_, marked) => {
    const { text, ranges } = unmark(marked);
    const { blockIds } = parseNote("Note.md", text);
    expect(mark(text, blockIds)).toBe(marked);
    expect(blockIds.map(({ id }) => `^${id}`)).toEqual(ranges.map(({ from, to }) => text.slice(from, to)));
  });
});

describe("the see also line", () => {
  test.each([
    ["# a\n\n«*see also:* [[b]] · [[c|d]]»\n\n[[e]]", "b", "c"],
    ["«**See also** [[b]]»\n[[c]]", "b"],
    ["«_see also_: [x](b.md)»  \r\n[[c]]", "b.md"],
    ["«see also»"],
    ["a\n\n> «*see also:* [[b]]»\n> [[c]]\n\n*see also:* [[d]]", "b"],
    ["---\nup: '[[a]]'\n---\n«*see also:* [[b]]»", "b"],
  ])("%j", (marked, ...linkpaths) => {
    const { text } = unmark(marked);
    const { seeAlso, links } = parseNote("Note.md", text);
    expect(mark(text, seeAlso ? [seeAlso] : [])).toBe(marked);
    expect(seeAlso?.links.map(({ linkpath }) => linkpath)).toEqual(linkpaths);
    expect(links).toEqual(expect.arrayContaining([...(seeAlso?.links ?? [])]));
  });

  test.each([
    "# see also [[a]]",
    "*see alsoran* [[a]]",
    "x see also [[a]]",
    "`see also`",
    "| see also [[a]] |\n|-|",
  ])("none: %j", (text) => {
    expect(parseNote("Note.md", text).seeAlso).toBeNull();
  });
});

describe("inline comments (obsidian.md A9)", () => {
  test.each([
    ["«%% a %%» b «%%[[c]]%%»"],
    ["> x «%% a\n> b %%» c %% d"],
    ["«%%%%» a %%"],
    ["| «%% a %%» | %% b |\n|-|-|"],
    ["# «%% linkage-disable a %%»"],
    ["`%% a %%` $%% b %%$\n\n%%\nc\n%%\n\n```\n%% d %%\n```"],
  ])("%j", (marked) => {
    const { text } = unmark(marked);
    expect(mark(text, parseNote("Note.md", text).comments)).toBe(marked);
  });
});

describe("suppressions", () => {
  test.each([
    ["«%% linkage-disable-next-line a %%»\n[[b]]", "next-line a"],
    ["x «%% linkage-disable a, b-c  d %%» y «%% linkage-enable a %%»", "disable a b-c d", "enable a"],
    ["«%%linkage-disable a%%»", "disable a"],
    ["«%% linkage-disable %%»", "disable"],
    [
      "> «%% linkage-disable a %%»\n- «%% linkage-enable a %%»\n\n# «%% linkage-enable b %%»",
      "disable a",
      "enable a",
      "enable b",
    ],
    ["«<!-- linkage-disable-next-block a b -->»\n<div>\n</div>", "next-block a b"],
    ["<div>\n«<!-- linkage-disable a -->»\n</div>\n«<!--linkage-enable a-->»", "disable a", "enable a"],
    ["> <div>\n> «<!--\n> linkage-disable a -->»", "disable a"],
    ["---\nlinkage-disable: «[a, b-c]»\n---\n", "note a b-c"],
    ["«%% linkage-disable a, b -- c, 5 % d %%» e %% f %%", "disable a b"],
    ["«%% linkage-disable --a --%%» «%% linkage-enable a--b %%»", "disable", "enable a--b"],
    ["«<!-- linkage-disable a -- <b> > c\n-- d -->»", "disable a"],
    ["---\nlinkage-disable: «a b -- c»\n---\n", "note a b"],
    ["---\nlinkage-disable: «true»\n---\n", "note"],
    ["---\nLinkage-Disable: «a»\n---\n", "note a"],
    ["---\nlinkage-disable: «a, b-c»\n---\n", "note a b-c"],
    [
      "---\nlinkage-disable:«\n  - a\n  - 1»\n---\n".replace("«\n  - a\n  - 1»", "\n  «- a\n  - 1»"),
      "note a",
    ],
    ["«%% linkage-disable a %%»\r\n<!-- x -->\r\n", "disable a"],
  ])("%j", (marked, ...expected) => {
    const { text } = unmark(marked);
    const { suppressions } = parseNote("Note.md", text);
    expect(mark(text, suppressions)).toBe(marked);
    expect(suppressions.map(({ kind, rules }) => [kind, ...rules.map(({ id }) => id)].join(" "))).toEqual(
      expected,
    );
    for (const { id, from, to } of suppressions.flatMap(({ rules }) => rules))
      expect(text.slice(from, to)).toBe(id);
  });

  test.each([
    "linkage-disable a",
    "---\nlinkage-disable:\n---\n",
    "---\nlinkage-disable: []\n---\n",
    "---\nlinkage-disable: ''\n---\n",
    "%% linkage-disabled a %%",
    "%% linkage-disable-all a %%",
    "%% linkage-disable a",
    "%% linkage-disable a\n%%",
    "`%% linkage-disable a %%`",
    "```\n%% linkage-disable a %%\n```",
    "<!-- see linkage-disable a -->",
    "<div><code><!-- linkage-disable a --></code></div>",
  ])("none: %j", (text) => {
    expect(parseNote("Note.md", text).suppressions).toEqual([]);
  });
});

test("an empty note", () => {
  const { frontmatter, lines, length, path, ...facts } = parseNote("Note.md", "");
  expect({ state: frontmatter.state, lines, length, path }).toEqual({
    state: "none",
    lines: [0],
    length: 0,
    path: "Note.md",
  });
  expect(Object.values(facts).flat()).toEqual([null]);
});

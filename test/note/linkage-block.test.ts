import type { LinkageBlock, LinkageGroup, LinkageItem } from "../../src/note/note.ts";
import { parseNote } from "../../src/note/parse-note.ts";
import { mark, unmark } from "../marked.ts";

function blocksOf(text: string): readonly LinkageBlock[] {
  return parseNote("Note.md", text).linkageBlocks;
}

function shownItem({ kind, text }: LinkageItem): string {
  return kind === "tag" ? `#${text}` : kind === "link" ? `[[${text}]]` : JSON.stringify(text);
}

/** `label: #tag [[link]] "text"` */
function shownGroup({ label, items }: LinkageGroup): string {
  return [`${label}:`, ...items.map(shownItem)].join(" ");
}

const tree = `<div class="linkage-tree">
  <div class="linkage-tree-title">linkage tree</div>
  <ul>
    <li>tags
      <ul>
        <li>#ai</li>
        <li>#2023</li>
      </ul>
    </li>
    <li>related
      <ul>
        <li>[[Latency Budget]]</li>
        <li>[[a/b#C|d]]</li>
      </ul>
    </li>
  </ul>
</div>`;

const plain = `<div class="linkage">
  <p><strong>linkage</strong></p>
  <ul>
    <li>[[a]]</li>
    <li>b</li>
  </ul>
</div>`;

describe("the groups of", () => {
  test.each([
    ["a linkage tree", tree, "tags: #ai #2023", "related: [[Latency Budget]] [[a/b#C]]"],
    ["a plain linkage", plain, ': [[a]] "b"'],
    [
      "lists that are numbered",
      '<div class="linkage"><ol><li>a<ol><li>[[b]]</li></ol></li></ol></div>',
      "a: [[b]]",
    ],
    [
      "a list in each item",
      "<div class='linkage'><ul><li>a<ul><li>b</li></ul>c<ul><li>d</li></ul></li></ul></div>",
      'a: "b"',
      'c: "d"',
    ],
    ["a group without items", '<div class="linkage"><ul><li>tags<ul></ul></li></ul></div>', "tags:"],
    [
      "lists three deep",
      '<div class="linkage"><ul><li>a<ul><li>b<ul><li>c</li></ul></li><li>d</li></ul></li></ul></div>',
      'a: "d"',
      'b: "c"',
    ],
    ["items outside lists", '<div class="linkage"><li>[[a]]</li><p><li>#b</li></p></div>', ": [[a]] #b"],
    [
      "marks in labels and items",
      '<div class="linkage"><ul><li><b>my</b>\n tags<ul><li><i>#a</i></li><li> x <b>y</b></li></ul></li></ul></div>',
      'my tags: #a "x y"',
    ],
    [
      "a link in an item of text",
      '<div class="linkage"><ul><li>see [[a\\|b]], [[c]]</li></ul></div>',
      ": [[a]]",
    ],
    ["a link behind a tag", '<div class="linkage"><ul><li>#a, [[b]]</li></ul></div>', ": #a [[b]]"],
    ["tags behind a label", '<div class="linkage"><ul><li>tags: #a, #b c</li></ul></div>', ": #a #b c"],
    [
      "tags behind a word",
      '<div class="linkage"><ul><li><b>Tags</b>\n#a [[b]]</li></ul></div>',
      ": #a [[b]]",
    ],
    ["a tag in a sentence", '<div class="linkage"><ul><li>see: note #3</li></ul></div>', ': "see: note #3"'],
    ["a tag behind a link", '<div class="linkage"><ul><li>[[b]] #a</li></ul></div>', ": [[b]]"],
    [
      "several tags in one item",
      '<div class="linkage"><ul><li>#a #b</li><li>#c,#d; #2023<br>#e</li></ul></div>',
      ": #a #b #c #d #2023 #e",
    ],
    [
      "words behind a tag",
      '<div class="linkage"><ul><li>#a (12)</li><li>#b – text</li><li>#c: text</li><li>#d. <i>e</i> #f.</li></ul></div>',
      ": #a #b #c #d #f",
    ],
    [
      "tags as no tag may be",
      '<div class="linkage"><ul><li>#c++</li><li>#ai act</li><li>#c# (3)</li><li>#node.js</li></ul></div>',
      ": #c++ #ai act #c# #node.js",
    ],
    [
      "a hash that starts no tag",
      '<div class="linkage"><ul><li># a</li><li>#</li></ul></div>',
      ': "# a" "#"',
    ],
    [
      "a list inside another element of its item",
      '<div class="linkage"><ul><li>tags <div><p>x</p><ul><li>#a</li></ul></div></li></ul></div>',
      "tags x: #a",
    ],
    [
      "an item inside another",
      '<div class="linkage"><ul><li>a<div><li>[[b]]</li></div></li><li>c</li></ul></div>',
      ': [[b]] "c"',
    ],
    ["an embed", '<div class="linkage"><ul><li>![[a.png]]</li></ul></div>', ": [[a.png]]"],
    ["an address", '<div class="linkage"><ul><li><a href="a">b</a></li></ul></div>', ': "b"'],
    ["nothing", '<div class="linkage"></div>'],
    ["an empty item", '<div class="linkage"><ul><li></li></ul></div>', ': ""'],
    [
      "comments and code",
      '<div class="linkage"><ul><!-- <li>a</li> --><li><code>[[b]]</code></li></ul></div>',
      ': "[[b]]"',
    ],
    [
      "tags that do not close",
      '<div class="linkage"><ul><li>a<br>b<img src="c"/></li></ul></div>',
      ': "a b"',
    ],
    ["items in capitals", '<DIV CLASS="linkage"><UL><LI>a</LI></UL></DIV>', ': "a"'],
  ])("%s", (_, text, ...groups) => {
    const [block] = blocksOf(text);
    expect(block?.groups.map(shownGroup)).toEqual(groups);
    expect(block?.faults).toEqual([]);
    expect(mark(text, block ? [block] : [])).toBe(`«${text}»`);
  });
});

describe("which blocks there are", () => {
  test.each([
    ["both markups", `a\n\n«${tree}»\n\nb\n\n«${plain}»\n`, "linkage-tree", "linkage"],
    [
      "more classes",
      "«<div id='x' class='a linkage b'>\n</div>»\n\n«<div class=linkage-tree></div>»",
      "linkage",
      "linkage-tree",
    ],
    [
      "more in one HTML block",
      '<p>«<div class="linkage"></div>»\n«<div class="linkage-tree"></div>»</p>',
      "linkage",
      "linkage-tree",
    ],
    ["in other HTML", '<section>\n«<div class="linkage">\n<p></p></div>»\n</section>', "linkage"],
    [
      "one in the other is part of it",
      '«<div class="linkage"><div class="linkage-tree"><ul></ul></div></div>»',
      "linkage",
    ],
    [
      "in quotes and lists",
      '> «<div class="linkage">\n> </div>»\n\n- «<div class="linkage">\n  </div>»',
      "linkage",
      "linkage",
    ],
    [
      "other elements and classes",
      '<div class="linkages"></div><div data-class="linkage"></div><p class="linkage"></p><div>linkage</div>',
    ],
    [
      "code and comments",
      '```\n<div class="linkage"></div>\n```\n\n<!-- <div class="linkage"></div> -->\n\n    <div class="linkage">\n\n`<div class="linkage">`',
    ],
    ["inline HTML", 'x <div class="linkage"></div>'],
    ["CRLF", `«${plain.replaceAll("\n", "\r\n")}»\r\n`, "linkage"],
  ])("%s", (_, marked, ...markups) => {
    const { text } = unmark(marked);
    const blocks = blocksOf(text);
    expect(mark(text, blocks)).toBe(marked);
    expect(blocks.map(({ markup }) => markup)).toEqual(markups);
  });
});

describe("faults", () => {
  test.each([
    ["a blank line", '<div class="linkage">\n<ul>\n«\n»<li>a</li>\n</ul>\n</div>', "blank-line"],
    [
      "blank lines, CRLF",
      '<div class="linkage">\r\n«\r\n \t\r\n»<ul>\r\n«\r\n»</ul></div>\r\n',
      "blank-line",
      "blank-line",
    ],
    ["an unclosed list", '<div class="linkage">\n«<ul>»\n<li>a</li>\n</div>', "unclosed-tag ul"],
    ["an unclosed item", '<div class="linkage"><ul>«<li>»a<li>b</li></ul></div>', "unclosed-tag li"],
    [
      "an unclosed block",
      '«<div class="linkage">»\n«<ul>»\n<li>a</li>\n\nb',
      "unclosed-tag div",
      "unclosed-tag ul",
    ],
    [
      "a close too many",
      '<div class="linkage"><ul></ul>«</ul>»<p>«</b>»</p></div>',
      "unexpected-close ul",
      "unexpected-close b",
    ],
    [
      "misnested",
      '<div class="linkage"><ul>«<li>»a</ul>«</li>»</div>',
      "unclosed-tag li",
      "unexpected-close li",
    ],
    [
      "a blank line and an unclosed list",
      '<div class="linkage">\n«<ul>»\n«\n»</div>',
      "unclosed-tag ul",
      "blank-line",
    ],
    ["a blank line in a quote", '> «<div class="linkage">»\n>\n> </div>', "unclosed-tag div"],
    [
      "a blank line and an unclosed item in a quote",
      '> «<div class="linkage">»\n> <ul>«<li>»a<li>b</li>\n>\n> </ul></div>',
      "unclosed-tag div",
      "unclosed-tag li",
    ],
    ["a blank line, then text", '<div class="linkage">\n«\n»x <b>y</b>\n</div>\n', "blank-beside-text"],
    ["no reading on over a heading", '«<div class="linkage">»\n\n# a\n\n</div>', "unclosed-tag div"],
    ["none behind the block", '<div class="linkage"></div></div>\n\n<ul>'],
  ])("%s", (_, marked, ...expected) => {
    const { text } = unmark(marked);
    const faults = blocksOf(text).flatMap((block) => block.faults);
    expect(mark(text, faults)).toBe(marked);
    expect(faults.map(({ kind, tag }) => `${kind} ${tag}`.trim())).toEqual(expected);
  });

  test("a block with a blank line has all its groups, and its links", () => {
    const text = plain.replace("    <li>b", "\n    <li>[[b]]");
    const { linkageBlocks, links } = parseNote("Note.md", `${text}\n\nc`);
    expect(linkageBlocks.map(({ groups }) => groups.map(shownGroup))).toEqual([[": [[a]] [[b]]"]]);
    expect(mark(text, linkageBlocks)).toBe(`«${text}»`);
    expect(links.map(({ kind, linkpath }) => `${kind} ${linkpath}`)).toEqual(["html a"]);
  });

  test("a block with Markdown inside has the items of its HTML", () => {
    const text = '<div class="linkage">\n<ul>\n<li>[[a]]</li>\n\n- b\n\n<li>[[c]]</li>\n</ul></div>\n';
    const [block] = blocksOf(text);
    expect(block?.groups.map(shownGroup)).toEqual([": [[a]] [[c]]"]);
    expect(block?.faults.map(({ kind }) => kind)).toEqual(["blank-beside-text"]);
  });

  test("an unclosed block ends where its HTML ends", () => {
    const { text } = unmark('a\n\n<div class="linkage">\n<ul><li>[[b]]</li> \n\nc');
    expect(mark(text, blocksOf(text))).toBe('a\n\n«<div class="linkage">\n<ul><li>[[b]]</li>» \n\nc');
  });
});

test.each([
  [
    "tags that are not closed",
    `<div class="linkage">${"<ul><li>".repeat(5000)}`,
    ["div", "ul", "li", "ul", "li"],
  ],
  [
    "tags that close nothing",
    `<div class="linkage">${"</b></i>".repeat(5000)}</div>`,
    ["b", "i", "b", "i", "b"],
  ],
])("of very many %s the first are told", (_, text, expected) => {
  const faults = blocksOf(text).flatMap((block) => block.faults);
  expect(faults.map(({ tag }) => tag)).toEqual(expected);
  expect(faults.map(({ from }) => from)).toEqual(faults.map(({ from }) => from).sort((a, b) => a - b));
  expect(faults.at(-1)?.from).toBeLessThan(60);
});

test("of very many blank lines 500 are told, beside the faults of the tags", () => {
  const [block] = blocksOf(`<div class="linkage">${"<b>\n\n</b>".repeat(600)}<i></div>`);
  expect(block?.faults.filter(({ kind }) => kind === "blank-line")).toHaveLength(500);
  expect(block?.faults.filter(({ kind }) => kind === "unclosed-tag")).toHaveLength(1);
});

describe("the ranges", () => {
  const inside = [
    '<div class="linkage"><ul>«<li>#a</li>»«<li> b <i>c</i> </li>»</ul>«<li>[[d]]</li>»</div>',
    '<div class="linkage">\r\n<ul>\r\n«<li>#a</li>»\r\n</ul></div>',
    '> <div class="linkage"><ul>\n> «<li>#a\n> </li>»</ul></div>',
    '<div class="linkage"><ul>«<li>#a (2)</li>»<li>«#b» «[[c]]»</li></ul></div>',
  ];
  test.each(inside)("of items: %j", (marked) => {
    const { text } = unmark(marked);
    const items = blocksOf(text)
      .flatMap(({ groups }) => groups)
      .flatMap((group) => group.items);
    expect(mark(text, items)).toBe(marked);
  });

  test.each([
    '<div class="linkage"><ul><li> «#a» </li><li> <b title="b">«b»</b></li><li>see «[[c|d]]» e</li><li>«»</li></ul></div>',
    '<div class="linkage"><ul><li>«x\n<i>y</i>» </li><li>«![[z]]»</li></ul></div>',
    '<div class="linkage"><ul><li> «#a», «#b c» «#d» (2) «[[e]]» x</li><li><b id="#x">«#f»</b> – g</li></ul></div>',
  ])("of their texts: %j", (marked) => {
    const { text } = unmark(marked);
    const items = blocksOf(text)
      .flatMap(({ groups }) => groups)
      .flatMap((group) => group.items);
    expect(
      mark(
        text,
        items.map(({ textRange }) => textRange),
      ),
    ).toBe(marked);
  });

  test.each([
    '<div class="linkage">«<ul><li>#a</li></ul>»</div>',
    '<div class="linkage"><ul><li>a «<ul><li>b</li></ul>»</li><li>c «<ol><li>d</li></ol>»</li></ul></div>',
    '<div class="linkage">«<li>a</li> <p><li>b</li>»</p></div>',
  ])("of groups: %j", (marked) => {
    const { text } = unmark(marked);
    expect(
      mark(
        text,
        blocksOf(text).flatMap(({ groups }) => groups),
      ),
    ).toBe(marked);
  });
});

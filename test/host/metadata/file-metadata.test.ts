import { fileMetadata } from "./file-metadata.ts";

/** What the app sees of a text, in short: `link a#b`, `embed c`, `tag #d`, `property e`, `heading 1 F`, `block g`. */
function seen(text: string): readonly string[] {
  const cache = fileMetadata(text);
  return [
    ...(cache.links ?? []).map(({ link }) => `link ${link}`),
    ...(cache.embeds ?? []).map(({ link }) => `embed ${link}`),
    ...(cache.frontmatterLinks ?? []).map(({ key, link }) => `property ${key} ${link}`),
    ...(cache.tags ?? []).map(({ tag }) => `tag ${tag}`),
    ...(cache.headings ?? []).map(({ level, heading }) => `heading ${String(level)} ${heading}`),
    ...Object.keys(cache.blocks ?? {}).map((id) => `block ${id}`),
  ];
}

describe("links (obsidian.md A)", () => {
  test.each([
    ["wikilinks", "[[a]] [[b|x|y]] ![[c.png]]", ["link a", "link b", "embed c.png"]],
    ["subpaths", "[[a#H1#H2]] [[#here]] [[a#^id]]", ["link a#H1#H2", "link #here", "link a#^id"]],
    ["empty brackets", "[[]] [[ ]]", []],
    ["a bar at the start", "[[|x]]", ["link |x"]],
    ["blanks around the target", "[[ a ]]", ["link a"]],
    ["no link over lines", "[[a\nb]]", []],
    ["the innermost brackets", "[[a [[b]]", ["link b"]],
    ["single brackets inside", "[[1,2],[3]]", ["link 1,2],[3"]],
    ["code", "`[[a]]`\n\n```\n[[b]]\n```\n\n    [[c]]", []],
    ["code that begins inside", "[[a `b]] c`", []],
    ["escaped brackets", "\\[\\[a\\]\\] \\[[b]]", []],
    ["an HTML comment", "<!-- [[a]] --> x", []],
    ["an HTML block up to the blank line", "<div>\n[[a]]\n</div>\n[[b]]\n\n[[c]]", ["link c"]],
    ["HTML in a paragraph", "x <b>[[a]]</b>", ["link a"]],
    ["an Obsidian comment", "%% [[a]] %%", ["link a"]],
    ["a table", "| a | b |\n|---|---|\n| [[c\\|d]] | [[e|f]] |", ["link c"]],
    [
      "quotes, lists, headings",
      "> [[a]]\n\n- [[b]]\n\n# [[c]]",
      ["link a", "link b", "link c", "heading 1 [[c]]"],
    ],
    ["a footnote", "x[^1]\n\n[^1]: [[a]]", ["link a"]],
    ["emphasis across", "[[a_b]] and _c_ [[d]]", ["link a_b", "link d"]],
    [
      "Markdown links",
      "[x](a.md) [y](b%20c.md) ![z](<d e.png>)",
      ["link a.md", "link b c.md", "embed d e.png"],
    ],
    ["Markdown links that lead out", "[x](https://a.b) <https://c.d>", []],
    ["Markdown links without destination", "[]() [x]()", []],
    ["a wikilink as the text of a link", "[[a]](b)", ["link a"]],
    ["an image in a link", '[![alt](img "title")](page)', ["link page", "embed img"]],
    ["a bare address that runs on", "https://a.b/[[c]] [[d]]", ["link d"]],
    ["indented code after a quote", "> x\n\n    [[a]]", []],
  ])("%s", (_, text, expected) => {
    expect([...seen(text)].sort()).toEqual([...expected].sort());
  });
});

describe("frontmatter (obsidian.md A11, F)", () => {
  test.each([
    ["a quoted link", '---\nup: "[[a]]"\n---', ["property up a"]],
    ["links in a list", '---\nup:\n  - "[[a|x]]"\n  - "[[b]]"\n---', ["property up.0 a", "property up.1 b"]],
    ["an unquoted link", "---\nup: [[a]]\n---", []],
    ["a Markdown link", '---\nup: "[x](a.md)"\n---', ["property up a.md"]],
    ["text beside the link", '---\nup: "see [[a]]"\n---', []],
    ["YAML that cannot be read", '---\na: b: c\nup: "[[a]]"\n---', []],
    ["a blank line before it", '\n---\nup: "[[a]]"\n---', ["link a", 'heading 2 up: "[[a]]"']],
    ["blanks after the dashes", '--- \nup: "[[a]]"\n---  \n[[b]]', ["link b", "property up a"]],
  ])("%s", (_, text, expected) => {
    expect([...seen(text)].sort()).toEqual([...expected].sort());
  });

  test("of a repeated key the last value counts", () => {
    expect(fileMetadata("---\na: 1\na: 2\n---").frontmatter).toEqual({ a: 2 });
  });
});

describe("tags, headings, blocks (obsidian.md D, E, A15)", () => {
  test.each([
    ["tags", "#a x #b/c (#d) e#f #1984 #y1984", ["tag #a", "tag #b/c", "tag #y1984"]],
    ["tags in code and links", "`#a` [[b #c]] [x](#d)", ["link b #c", "link #d"]],
    ["a tag in a comment", "%%\n#a\n%%", ["tag #a"]],
    ["a heading in a comment", "%%\n\n# a\n\n%%\n\n# b", ["heading 1 b"]],
    ["setext headings", "a\n===", ["heading 1 a"]],
    ["block ids", "text ^one\n\n- item ^two\n\n> quote\n\n^three", ["block one", "block two", "block three"]],
  ])("%s", (_, text, expected) => {
    expect([...seen(text)].sort()).toEqual([...expected].sort());
  });

  test("positions count in the whole text", () => {
    const [link] = fileMetadata("---\na: b\n---\n\nx [[c]]").links ?? [];
    expect(link?.position).toEqual({
      start: { line: 4, col: 2, offset: 16 },
      end: { line: 4, col: 7, offset: 21 },
    });
  });
});

import { renamed } from "./rename.ts";

/** What becomes of the text of a note in `from` when `Old.md` in `a` gets another path. */
function after(text: string, to: string, others: readonly string[] = [], from = "Note.md"): string {
  const texts = { "a/Old.md": "", ...Object.fromEntries(others.map((path) => [path, ""])), [from]: text };
  return renamed(texts, { from: "a/Old.md", to }).texts[from] ?? "";
}

describe("a link keeps its form", () => {
  test.each<readonly [title: string, before: string, after: string]>([
    ["a name", "[[Old]]", "[[New]]"],
    ["with a subpath and display text", "[[Old#One#Two|shown]]", "[[New#One#Two|shown]]"],
    ["an embed", "![[Old#^b|200]]", "![[New#^b|200]]"],
    ["with extension", "[[Old.md]]", "[[New.md]]"],
    ["in other letter case", "[[oLD]]", "[[New]]"],
    ["a path", "[[a/Old]]", "[[a/New]]"],
    ["a path from the root", "[[/a/Old]]", "[[/a/New]]"],
    ["a path with backslashes", "[[a\\Old]]", "[[a/New]]"],
    ["relative", "[[./a/Old]]", "[[./a/New]]"],
    ["blanks around it", "[[ Old | shown]]", "[[ New | shown]]"],
    ["in a table", "| [[Old\\|x]] |\n| --- |\n", "| [[New\\|x]] |\n| --- |\n"],
    ["Markdown", "[x](Old.md) [y](a/Old#z)", "[x](New.md) [y](a/New#z)"],
    ["Markdown in angles", "[x](<a/Old.md> 'title')", "[x](<a/New.md> 'title')"],
    ["an image", "![x](Old.md)", "![x](New.md)"],
    ["a reference", "[x][r] and [r]\n\n[r]: a/Old.md 'title'\n", "[x][r] and [r]\n\n[r]: a/New.md 'title'\n"],
    ["a property", "---\nup: '[[Old]]' # kept\r\n---\n", "---\nup: '[[New]]' # kept\r\n---\n"],
    ["a list of properties", '---\nup: ["[[Old|x]]"]\n---\n', '---\nup: ["[[New|x]]"]\n---\n'],
    [
      "in a linkage block",
      '<div class="linkage">\n<ul><li>[[Old]]</li><li>#tag</li></ul>\n</div>',
      '<div class="linkage">\n<ul><li>[[New]]</li><li>#tag</li></ul>\n</div>',
    ],
    ["in other HTML", "<p>[[a/Old|x]]</p>\r\n", "<p>[[a/New|x]]</p>\r\n"],
    ["no link", "`[[Old]]` \\[\\[Old]] Old", "`[[Old]]` \\[\\[Old]] Old"],
    ["another note", "[[Older]] [[b/Old]]", "[[Older]] [[b/Old]]"],
  ])("%s", (_, text, expected) => {
    expect(after(text, "a/New.md")).toBe(expected);
  });

  test.each<readonly [title: string, before: string, to: string, after: string]>([
    ["a name stays where the note moves", "[[Old]]", "b/Old.md", "[[Old]]"],
    ["a path moves with it", "[[a/Old]]", "b/c/Old.md", "[[b/c/Old]]"],
    ["a path to the root", "[[a/Old]]", "Old.md", "[[Old]]"],
    ["relative to the root", "[x](./a/Old.md)", "Old.md", "[x](./Old.md)"],
    ["what a destination cannot hold", "[x](Old.md)", "a/N (e) w.md", "[x](N%20%28e%29%20w.md)"],
    ["in angles less", "[x](<Old.md>)", "a/N (e) w.md", "[x](<N (e) w.md>)"],
    ["a quote in a property", "---\nup: '[[Old]]'\n---\n", "a/It's.md", "---\nup: '[[It''s]]'\n---\n"],
    ["letter case", "[[Old]] [[old]]", "a/OLD.md", "[[OLD]] [[old]]"],
    ["letter case of a path", "[[a/Old]] [[/a/Old]] [[A/old]]", "a/OLD.md", "[[a/OLD]] [[/a/OLD]] [[A/old]]"],
    [
      "letter case of what is relative",
      "[x](./a/Old.md) [[./a/old]]",
      "a/OLD.md",
      "[x](./a/OLD.md) [[./a/old]]",
    ],
    ["a name with a dot", "[[Old]]", "a/v1.2.md", "[[v1.2]]"],
  ])("%s", (_, text, to, expected) => {
    expect(after(text, to)).toBe(expected);
  });
});

describe("a name that several files have", () => {
  test("a link to the note says its path, and shows its name", () => {
    expect(after("[[Old]] [[Old|x]] ![[Old]]", "a/Home.md", ["b/Home.md"])).toBe(
      "[[a/Home|Home]] [[a/Home|x]] ![[a/Home]]",
    );
  });

  test("in a table with a backslash", () => {
    expect(after("| [[Old#s]] |\n| --- |\n", "a/Home.md", ["b/Home.md"])).toBe(
      "| [[a/Home#s\\|Home > s]] |\n| --- |\n",
    );
  });

  test("a link to the other goes on leading there, though no link to the note is in the text", () => {
    expect(after("[[Home]] and [x](Home.md)", "Home.md", ["b/Home.md"])).toBe(
      "[[b/Home|Home]] and [x](b/Home.md)",
    );
  });

  test("a link that led to one of them already is left, as long as it leads there", () => {
    expect(after("[[Home]]", "c/Home.md", ["a/Home.md", "b/Home.md"])).toBe("[[Home]]");
  });

  test("an attachment of the same name takes the name", () => {
    expect(after("[[Old]]", "a/v1.2.md", ["v1.2"])).toBe("[[a/v1.2|v1.2]]");
  });
});

test("a moved note's own relative links lead where they led, and its name is as good as before", () => {
  const texts = { "a/Old.md": "[x](./By.md) [[../Top]] [[By]]", "a/By.md": "", "Top.md": "" };
  expect(renamed(texts, { from: "a/Old.md", to: "b/c/Old.md" }).texts["b/c/Old.md"]).toBe(
    "[x](../../a/By.md) [[../../Top]] [[By]]",
  );
});

describe("an address in HTML follows", () => {
  test.each<readonly [title: string, before: string, to: string, after: string]>([
    ["from the note's folder", '<a href="a/Old.md">x</a>', "b/c/New.md", '<a href="b/c/New.md">x</a>'],
    [
      "with a dot in front",
      "<p><a class=x href='./a/Old'>x</a></p>",
      "New.md",
      "<p><a class=x href='./New'>x</a></p>",
    ],
    [
      "from the root, with a heading",
      '<a href="/a/Old.md#One">x</a>',
      "a/New.md",
      '<a href="/a/New.md#One">x</a>',
    ],
    ["by its name, from elsewhere", '<a href="Old.md">x</a>', "a/New.md", '<a href="New.md">x</a>'],
    ["in another letter case", '<a href="a/Old.md">x</a>', "a/OLD.md", '<a href="a/OLD.md">x</a>'],
    ["encoded", '<a href="a/%4Fld.md">x</a>', "a/N (é) w.md", '<a href="a/N%20(é)%20w.md">x</a>'],
    [
      "character references",
      '<a href="a/&#79;ld.md">x</a> [y](a/O&#x6c;d.md)',
      "a/B & C &amp; D.md",
      '<a href="a/B%20&%20C%20%26amp;%20D.md">x</a> [y](a/B%20&%20C%20%26amp;%20D.md)',
    ],
    ["without quotes", "<a href=a/Old.md>x</a>", "a/It's = 5%.md", "<a href=a/It%27s%20%3D%205%25.md>x</a>"],
    [
      "what a browser asks for stays",
      '<a href="a/Old.md?raw=1#One">x</a> <a href="?q">',
      "a/Why?.md",
      '<a href="a/Why%3F.md?raw=1#One">x</a> <a href="?q">',
    ],
    [
      "without a file it stays",
      '<a href="a/Old.md%3Fraw">x</a> <a href="b/Old">',
      "a/New.md",
      '<a href="a/Old.md%3Fraw">x</a> <a href="b/Old">',
    ],
    [
      "not where it leaves the vault",
      '<a href="https://a.b/a/Old.md">x</a>',
      "a/New.md",
      '<a href="https://a.b/a/Old.md">x</a>',
    ],
  ])("%s", (_, text, to, expected) => {
    expect(after(text, to)).toBe(expected);
  });

  test("with blanks and letters as the writer has them", () => {
    const at = "a/é Old.md";
    const text = `<a href="a/é Old.md">x</a> <a href='a/%C3%A9%20Old.md'>y</a> <img src="a/é%20Old.md">`;
    expect(renamed({ [at]: "", "Note.md": text }, { from: at, to: 'a/ü "N".md' }).texts["Note.md"]).toBe(
      `<a href="a/ü %22N%22.md">x</a> <a href='a/%C3%BC%20"N".md'>y</a> <img src="a/ü%20%22N%22.md">`,
    );
  });

  test("from a note that moves, and to an image that does", () => {
    const texts = {
      "a/Note.md": '<img src="pic.png"> <a href="../Top.md">x</a>',
      "a/pic.png": "",
      "Top.md": "",
    };
    expect(renamed(texts, { from: "a/Note.md", to: "Note.md" }).texts["Note.md"]).toBe(
      '<img src="a/pic.png"> <a href="./Top.md">x</a>',
    );
    expect(renamed(texts, { from: "a/pic.png", to: "b/art.png" }).texts["a/Note.md"]).toBe(
      '<img src="../b/art.png"> <a href="../Top.md">x</a>',
    );
  });

  test("from the root, where another file stands at that path from the note's folder", () => {
    const texts = { "a/Note.md": '<a href="a/Old.md">x</a>', "a/Old.md": "", "a/home/Old.md": "" };
    expect(renamed(texts, { from: "a", to: "home" }).texts["home/Note.md"]).toBe(
      '<a href="/home/Old.md">x</a>',
    );
  });

  test("not where another file only gets its name", () => {
    const texts = { "a/Home.md": "", "b/Old.md": "", "c/Note.md": '<a href="Home">x</a>' };
    expect(renamed(texts, { from: "b/Old.md", to: "b/Home.md" }).texts["c/Note.md"]).toBe(texts["c/Note.md"]);
  });
});

test("letter case alone is told by links from other folders, too", () => {
  const texts = { "a/in/Old.md": "", "b/Note.md": "[x](../a/in/Old.md) [[../a/in/Old#z]] [[in/Old]]" };
  expect(renamed(texts, { from: "a/in/Old.md", to: "a/in/OLD.md" }).texts["b/Note.md"]).toBe(
    "[x](../a/in/OLD.md) [[../a/in/OLD#z]] [[in/OLD]]",
  );
  expect(renamed(texts, { from: "a/in", to: "a/In" }).texts["b/Note.md"]).toBe(
    "[x](../a/In/Old.md) [[../a/In/Old#z]] [[In/Old]]",
  );
});

test("a folder moves with all that is in it", () => {
  const texts = {
    "a/One.md": "[[a/in/Two]] [[./in/Two]] [[Two]] ![x](../pic.png)",
    "a/in/Two.md": "[[../One]] [[a/One]]",
    "pic.png": "",
    "Out.md": "[[a/One]] [[in/Two]] <b>[[One]]</b>",
  };
  expect(renamed(texts, { from: "a", to: "b/c" })).toEqual({
    left: 0,
    texts: {
      "b/c/One.md": "[[b/c/in/Two]] [[./in/Two]] [[Two]] ![x](../../pic.png)",
      "b/c/in/Two.md": "[[../One]] [[b/c/One]]",
      "pic.png": "",
      "Out.md": "[[b/c/One]] [[in/Two]] <b>[[One]]</b>",
    },
  });
});

test("a canvas shows the same files, and nothing else of it changes", () => {
  const canvas = (file: string, text: string): string =>
    `{ "nodes":[\n\t{"id":"1","type":"file","file":"${file}", "x":0e1},\n\t{"type":"text","text":"${text}","n":[1,{"a":"a/Old.md"}]},{"type":"group","label":"a/Old.md","background":"a/p.png"}],\r\n"edges":[]}`;
  const texts = {
    "a/Old.md": "",
    "a/p.png": "",
    "c.canvas": canvas("a\\/Old.md", '\\u0041 \\"q\\"\\n[[Old|x]] \\/ [y](a/Old.md)'),
  };
  expect(renamed(texts, { from: "a/Old.md", to: 'a/N"w.md' }).texts["c.canvas"]).toBe(
    canvas('a/N\\"w.md', '\\u0041 \\"q\\"\\n[[N\\"w|x]] \\/ [y](a/N\\"w.md)'),
  );
});

test("a link that cannot say the new name, or is written with escapes, is told of", () => {
  const texts = { "Old.md": "", "Note.md": '---\nup: "\\u005b[Old]]"\n---\n[[Old]]' };
  expect(renamed(texts, { from: "Old.md", to: "C# one.md" })).toMatchObject({ left: 2 });
  expect(renamed(texts, { from: "Old.md", to: "New.md" })).toMatchObject({
    left: 1,
    texts: { "Note.md": '---\nup: "\\u005b[Old]]"\n---\n[[New]]' },
  });
});

import { fc } from "@fast-check/jest";

/*
 * A small world, so that notes meet: few paths, links that often lead to them, and missing targets that several notes share.
 */

export const folders = ["", "a/", "a/b/"] as const;
export const names = ["home", "Home", "Plan-One", "long-name-of-a-note-that-was-cut-off", "x.1"] as const;
/** The path of a note, mostly, or of another file. */
export const path = fc
  .tuple(
    fc.constantFrom(...folders),
    fc.constantFrom(...names),
    fc.constantFrom(".md", ".md", ".md", ".png", ".canvas"),
  )
  .map((parts) => parts.join(""));

const linkpath = fc.oneof(
  { weight: 5, arbitrary: fc.constant("gone") },
  { weight: 3, arbitrary: fc.constantFrom("home", "Plan-One") },
  {
    weight: 2,
    arbitrary: fc.constantFrom("hone", "plan_one", "./home", "./plan_one", "a/home", "230718TJ01"),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      ...names,
      "../home",
      "home/",
      "../hone",
      "/home",
      "gone.md",
      "./long-name-of-a-note-that-was-cut-off-here",
      "x.1.png",
      "long-name-of-a-note-that-was-cut-off-here",
    ),
  },
);
const link = fc
  .tuple(linkpath, fc.constantFrom("", "", "#One", "#One#Two", "#^b", "|shown"))
  .map(([to, rest]) => `[[${to}${rest}]]`);
const properties = {
  before: fc.constantFrom("", "", "cover: a.png\n", "created: 2023-07-18\n", "created: 2023-07-19\n"),
  id: fc.constantFrom("", "note_id: 230718TJ01\n", "note_id: 230718TJ02\n", "note_id: 23x\n"),
  title: fc.oneof(
    {
      weight: 8,
      arbitrary: fc.constantFrom("", "title: Plan One\n", "title:  'plan one'\n", "title: PlanOne\n"),
    },
    {
      weight: 1,
      arbitrary: fc.constantFrom("title: gone\n", "title: Long name of a note that was cut off here\n"),
    },
  ),
  draft: fc.constantFrom("", "draft: true\n", "publish: true\n"),
  tags: fc.constantFrom("", "tags: [tech-journal, 2023]\n", "tags: [TechJournal]\n", "aliases: [hone]\n"),
};
const frontmatter = fc.tuple(...Object.values(properties)).map((lines) => `---\n${lines.join("")}---\n`);
/** What links can lead to in a note. */
const anchor = fc.constantFrom("# One", "## Two", "# Two", "text ^b", "text ^c");
const line = fc.oneof(
  { weight: 6, arbitrary: link },
  { weight: 2, arbitrary: anchor },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      "#tag",
      "#Tag",
      '<a href="/files/x.1.png">there</a>',
      '<img src="x.1.png">',
      '<a href="/a/home">there</a> <img src="home">',
      '<a href="/a/">there</a> <a href="../b/index.html?q=1">there</a>',
      '<a href="/a/home.html">there</a> <a href="x.1.png?q">there</a>',
      '<div class="linkage">\n<ul><li>[[gone]]</li><li>#2023</li></ul>\n</div>',
    ),
  },
);
const body = fc.array(line, { maxLength: 5 }).map((lines) => lines.join("\n\n"));
/** The text of a note. */
export const text = fc.tuple(frontmatter, body).map((parts) => parts.join(""));

/** A change of one line of a note, so that others see it differ in one point, and in no other. */
export type LineEdit = (text: string) => string;

/** A line is put in, put in place of another, or taken out: one of the properties, or one below them. */
export const lineEdit: fc.Arbitrary<LineEdit> = fc
  .record({
    kind: fc.constantFrom("insert", "replace", "remove"),
    at: fc.nat(),
    part: fc.oneof(
      fc.oneof(...Object.values(properties)).map((line) => ({ where: "properties", line }) as const),
      fc.oneof(anchor, anchor, line).map((line) => ({ where: "body", line }) as const),
    ),
  })
  .map(({ kind, at, part: { where, line } }) => (text) => {
    const [, head = "", rest = ""] = /^---\n([^]*?)---\n([^]*)$/.exec(text) ?? ["", "", text];
    const parts = { properties: head.match(/.+\n/g) ?? [], body: rest === "" ? [] : rest.split("\n\n") };
    const lines: string[] = parts[where];
    lines.splice(at % (lines.length + 1), kind === "insert" ? 0 : 1, ...(kind === "remove" ? [] : [line]));
    return `---\n${parts.properties.join("")}---\n${parts.body.join("\n\n")}`;
  });

const anchorLink = fc
  .constantFrom("#One", "#Two", "#One#Two", "#Two#One", "#^b", "#^c", "#Tow")
  .map((subpath) => `[[home${subpath}]]`);

/** A note of which others see nothing but headings and blocks, before and after a change of one of them, and links to them. */
export const anchored = fc
  .record({
    anchors: fc.array(anchor, { maxLength: 3 }),
    at: fc.nat(3),
    removed: fc.nat(1),
    added: fc.oneof(
      { weight: 4, arbitrary: anchor.map((line) => [line]) },
      { weight: 1, arbitrary: fc.constant([]) },
    ),
    links: fc.array(anchorLink, { minLength: 1, maxLength: 5 }),
  })
  .map(({ anchors, at, removed, added, links }) => ({
    before: anchors.join("\n\n"),
    after: anchors.toSpliced(at, removed, ...added).join("\n\n"),
    links: links.join(" "),
  }));

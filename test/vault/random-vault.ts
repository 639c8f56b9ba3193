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
const frontmatter = fc
  .record({
    id: fc.constantFrom("", "note_id: 230718TJ01\n", "note_id: 230718TJ02\n", "note_id: 23x\n"),
    title: fc.oneof(
      { weight: 8, arbitrary: fc.constantFrom("", "title: Plan One\n", "title:  'plan one'\n") },
      {
        weight: 1,
        arbitrary: fc.constantFrom("title: gone\n", "title: Long name of a note that was cut off here\n"),
      },
    ),
    draft: fc.constantFrom("", "draft: true\n", "publish: true\n"),
    tags: fc.constantFrom("", "tags: [tech-journal, 2023]\n", "tags: [TechJournal]\n", "aliases: [hone]\n"),
    before: fc.constantFrom("", "", "cover: a.png\n", "created: 2023-07-18\n", "created: 2023-07-19\n"),
  })
  .map(({ before, id, title, draft, tags }) => `---\n${before}${id}${title}${draft}${tags}---\n`);
const line = fc.oneof(
  { weight: 3, arbitrary: link },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      "# One",
      "## Two",
      "text ^b",
      "#tag",
      "#Tag",
      '<a href="/files/x.1.png">there</a>',
      '<img src="x.1.png">',
      '<a href="/a/home">there</a> <img src="home">',
      '<div class="linkage">\n<ul><li>[[gone]]</li><li>#2023</li></ul>\n</div>',
    ),
  },
);
const body = fc.array(line, { maxLength: 5 }).map((lines) => lines.join("\n\n"));
/** The text of a note. */
export const text = fc.tuple(frontmatter, body).map((parts) => parts.join(""));

import {
  linkDifferences,
  type AppLink,
  type AppLinks,
  type NoteDifferences,
} from "../../../src/obsidian/compare/link-differences.ts";
import { sayDifference } from "../../../src/obsidian/compare/comparison-text.ts";
import { parseNote } from "../../../src/note/parse-note.ts";
import { vaultOfPaths } from "../../vault/vault-of.ts";

const vault = vaultOfPaths("a.md", "b.md", "in/c.md", "other/c.md", "pic.png");

/** The note `a.md` with this text, compared with what the app has of it. */
function compare(text: string, app: Partial<AppLinks>): NoteDifferences {
  const has = { links: [], resolved: [], unresolved: [], ...app };
  return linkDifferences(parseNote("a.md", text), text, vault, has);
}

/** `place said → target` for each link, without target where it leads nowhere. */
function links(...all: readonly string[]): readonly AppLink[] {
  return all.map((each) => {
    const [, place = "", said = "", target = null] = /^(\S+) (.+?)(?: → (.+))?$/s.exec(each) ?? [];
    return { place, said, target };
  });
}

test.each([
  ["[[b]]", ["link [[b]] → b.md"], ["b.md"], []],
  ["[[gone]] [[Gone.md|x]]", ["link [[gone]]", "link [[Gone.md|x]]"], [], ["gone"]],
  [
    "![[pic.png]] ![x](pic.png)",
    ["embed ![[pic.png]] → pic.png", "embed ![x](pic.png) → pic.png"],
    ["pic.png"],
    [],
  ],
  ["[x](b.md)", ["link [x](b.md) → b.md"], ["b.md"], []],
  ["[[#One]]", ["link [[#One]] → a.md"], [], []],
  ["[[#One]]", ["link [[#One]] → a.md"], ["a.md"], []],
  ['---\nup: "[[b#x]]"\nof:\n  - "\\u005b[b]]"\n---\n', ["up b#x → b.md", "of.0 b → b.md"], ["b.md"], []],
  ["[x][f] [[b]]\n\n[f]: in/c.md", ["link [[b]] → b.md"], ["b.md", "in/c.md"], []],
  ["[x\r\ny](b.md)", ["link [x\ny](b.md) → b.md"], ["b.md"], []],
] satisfies [string, string[], string[], string[]][])(
  "no difference in %j",
  (text, has, resolved, unresolved) => {
    expect(compare(text, { links: links(...has), resolved, unresolved }).differences).toEqual([]);
  },
);

test.each([
  [
    "another target",
    "[[c]]",
    ["link [[c]] → other/c.md"],
    ['"[[c]]" leads to "in/c.md" in Linkage, but to "other/c.md" in Obsidian'],
  ],
  [
    "no target there",
    "[[b]]",
    ["link [[b]]"],
    ['"[[b]]" leads to "b.md" in Linkage, but nowhere in Obsidian'],
  ],
  [
    "no target here",
    "[[x]]",
    ["link [[x]] → b.md"],
    ['"[[x]]" leads nowhere in Linkage, but to "b.md" in Obsidian'],
  ],
  ["a link that is only ours", "[[b]]", [], ['Only Linkage reads "[[b]]" as a link, which leads to "b.md"']],
  [
    "a link that is only the app's",
    "`[[b]]`",
    ["link [[b]] → b.md"],
    ['Only Obsidian reads "[[b]]" as a link, which leads to "b.md"'],
  ],
  [
    "one time more here",
    "[[b]] [[b]]",
    ["link [[b]] → b.md"],
    ['Only Linkage reads "[[b]]" as a link, which leads to "b.md"'],
  ],
  [
    "one time more there",
    "[[b]] `[[b]]`",
    ["link [[b]] → b.md", "link [[b]] → b.md"],
    ['Only Obsidian reads "[[b]]" as a link, which leads to "b.md"'],
  ],
  [
    "a link for an embed",
    "[[b]]",
    ["embed [[b]] → b.md"],
    [
      'Only Linkage reads "[[b]]" as a link, which leads to "b.md"',
      'Only Obsidian reads "[[b]]" as a link, which leads to "b.md"',
    ],
  ],
] satisfies [string, string, string[], string[]][])("%s", (_, text, has, said) => {
  const { differences } = compare(text, { links: links(...has) });
  expect(differences.map((difference) => sayDifference(difference, (words) => `"${words}"`))).toEqual(said);
});

test.each([
  [{ resolved: ["b.md", "in/c.md"] }, ["counted in/c.md"]],
  [{ resolved: [] }, ["uncounted b.md"]],
  [{ resolved: ["b.md"], unresolved: ["nowhere"] }, ["counted nowhere"]],
])("the links are the same, the table is not: %j", (app, expected) => {
  const { differences } = compare("[[b]]", { links: links("link [[b]] → b.md"), ...app });
  expect(differences.map(({ kind, text }) => `${kind} ${text}`)).toEqual(expected);
});

test("links in HTML and reference links are expected to be missing", () => {
  const text = '<div>[[b]] [[gone]]</div>\n\n<a href="b.md">x</a>\n\n[x][f]\n\n[f]: b.md';
  const { differences, expected } = compare(text, {});
  expect(differences).toEqual([]);
  expect(expected).toEqual({ html: 3, reference: 1 });
});

test("a link in HTML that the app has after all is a difference", () => {
  const { differences } = compare("<div>[[b]]</div>", { links: links("link [[b]] → b.md") });
  expect(differences).toMatchObject([{ kind: "only-app", text: "[[b]]" }]);
});

import { parseNote } from "../../src/note/parse-note.ts";
import { vaultOf } from "./vault-of.ts";

const list = "<div class=linkage><ul><li>[[A]]<li>[[B]]</ul></div>";
const listing = (count: number): Record<string, string> =>
  Object.fromEntries(Array.from({ length: count }, (_, at) => [`${String(at)}.md`, list]));

test.each([
  ["the tenth copy is none too many", 9, []],
  ["the eleventh makes copies of all", 10, ["0.md", "10.md"]],
  ["another changes nothing for those that are copies already", 11, []],
])("%s", (_, notes, concerned) => {
  const vault = vaultOf(listing(notes));
  const copies = (): readonly string[] =>
    [...vault.notes()].flatMap(({ path, linkageBlocks }) =>
      linkageBlocks.some(({ groups }) => groups.some((group) => vault.shared.isCopied(group))) ? [path] : [],
    );
  const before = copies();
  const path = `${String(notes)}.md`;
  const affected = vault.setNote(parseNote(path, list));
  const changed = copies().filter((each) => !before.includes(each));
  expect(changed.filter((each) => !affected.has(each))).toEqual([]);
  for (const each of concerned) expect(changed).toContain(each);
  const left = vault.remove(path);
  for (const each of concerned) if (each !== path) expect(left).toContain(each);
});

test.each([
  ["the commonest", { "a.md": "#ai", "b.md": "#AI", "c.md": "---\ntags: [ai]\n---\n" }, "ai"],
  ["none where two are as common", { "a.md": "#ai", "b.md": "#AI" }, null],
  ["none where there is one", { "a.md": "#ai", "b.md": "#ai" }, null],
  ["none of numbers", { "a.md": "---\ntags: [2023, '2023']\n---\n" }, null],
])("the spelling of a tag: %s", (_, notes, expected) => {
  expect(vaultOf(notes).shared.commonestSpelling("A_I")).toBe(expected);
});

test("notes of one title, also after one of them has changed", () => {
  const vault = vaultOf({ "a.md": "---\ntitle: One \n---\n", "b.md": "---\ntitle: one\n---\n" });
  const [a, b] = [...vault.notes()];
  expect(a && vault.shared.sameTitle(a)).toEqual(["a.md", "b.md"]);
  expect(vault.setNote(parseNote("a.md", ""))).toEqual(new Set(["a.md", "b.md"]));
  expect(b && vault.shared.sameTitle(b)).toEqual(["b.md"]);
  expect(vault.shared.sameTitle(parseNote("c.md", ""))).toEqual([]);
});

test("what addresses in HTML end in", () => {
  const vault = vaultOf({
    "a.md": '<a href="/img/Bench.PNG?x">b</a>',
    "img/bench.png": "",
    "why?.png": "",
    "Note.md": "",
  });
  const addressed = (): readonly string[] =>
    [...vault.files()].filter((path) => vault.shared.isAddressed(path));
  expect(addressed()).toEqual(["img/bench.png"]);
  vault.setNote(parseNote("a.md", '<a href="/img/bench">b</a> <img src="why%3F.png">'));
  expect(addressed()).toEqual(["why?.png"]);
  vault.setNote(
    parseNote(
      "a.md",
      '<a href="/Note/">b</a> <a href="../NOTE.md#x">b</a> <a href="a">b</a> <a href="/">b</a>',
    ),
  );
  expect(addressed()).toEqual(["Note.md"]);
});

test("the classes of all notes are counted, also after one of them has changed", () => {
  const vault = vaultOf({
    "a.md": "---\ncssclasses: [wide, 1]\n---\n",
    "b.md": "---\ncssclasses: wide\n---\n",
  });
  expect([...vault.shared.classCounts()]).toEqual([["wide", 2]]);
  vault.setNote(parseNote("a.md", "---\ncssclasses: [tall, tall]\n---\n"));
  expect([...vault.shared.classCounts()]).toEqual([
    ["wide", 1],
    ["tall", 1],
  ]);
  vault.remove("a.md");
  expect([...vault.shared.classCounts()]).toEqual([["wide", 1]]);
});

test("tags are counted without letter case, and spelled as most notes do", () => {
  const vault = vaultOf({ "a.md": "#AI #Ra", "b.md": "---\ntags: [AI, ai, 2023]\n---\n", "c.md": "#aI" });
  expect([...vault.tagCounts()]).toEqual([
    ["ai", 3],
    ["ra", 1],
    ["2023", 1],
  ]);
  expect(["ai", "RA", "none"].map((tag) => vault.spellingOf(tag))).toEqual(["AI", "Ra", "none"]);
});

import { linkageTree } from "../../src/linkage/linkage-tree.ts";
import { techJournal } from "../../src/journal/tech-journal.ts";
import { vaultOf } from "../vault/vault-of.ts";
import { draw, drawGroup } from "./draw.ts";

const vault = vaultOf({
  "chips.md": `---
title: Chips
tags: [tech-journal, 2023]
created: 2023-07-18
note_id: 230718TJ02
---
# Chips

*see also:* [[power]] · [[Nowhere]]

More on [[fabs]], ![[wafer.png]] and again [[fabs|the plants]]. A sketch: [[sketch]].

<div class="linkage-tree">
<ul>
<li>tags<ul><li>#2023</li><li>#silicon</li></ul></li>
<li>related<ul><li>[[power]]</li><li>[[lithography]]</li><li>plain words</li></ul></li>
</ul>
</div>
`,
  "fabs.md":
    "---\ntitle: Fabs\ntags: [tech-journal]\ncreated: 2023-07-17\nnote_id: 230717TJ01\n---\nBack to [[chips]] and [[chips|again]].\n",
  "power.md": "---\ntags: [tech-journal]\ncreated: 2023-07-18\nnote_id: 230718TJ01\n---\n",
  "sketch.md": "---\ndraft: true\nnote_id: 230719TJ01\n---\n<div>[[chips]]</div>\n",
  "lost.md": "[[Nowhere]] [[lithografy]]\n",
  "lithography note.md": "---\naliases: [lithography]\n---\n",
  "wafer.png": "",
});

test("a note with all groups", () => {
  expect(draw(linkageTree("chips.md", vault), 3)).toBe(`Chips · 230718TJ02 · published
  linkage (2)
    tags (2)
      #2023
      #silicon · unknown tag
    related (3)
      power
      lithography · unresolved
      plain words
  tags (2)
    #tech-journal (3)
      Chips · cycle
      power
      Fabs
    #2023 (1)
      Chips · cycle
  see also (2)
    power
      tags (1)
      backlinks (1)
      journal (2)
    Nowhere · unresolved
  links (4)
    Fabs
      tags (1)
      links (1)
      backlinks (1)
      journal (1)
    wafer.png · embed
    sketch · draft
      links (1)
      backlinks (1)
      journal (1)
    power · HTML
      tags (1)
      backlinks (1)
      journal (2)
  backlinks (2)
    Fabs · 2 times
      tags (1)
      links (1)
      backlinks (1)
      journal (1)
    sketch · draft · HTML
      links (1)
      backlinks (1)
      journal (1)
  unresolved (2)
    Nowhere · 1 more note
    lithography · meant "lithography note"?
  journal (2)
    power · previous · same day
      tags (1)
      backlinks (1)
      journal (2)
    sketch · draft · next
      links (1)
      backlinks (1)
      journal (1)`);
});

test("a note on the way from the root is a cycle and does not open", () => {
  const small = vaultOf({ "a.md": "[[b]] [[a]]", "b.md": "[[a]]" });
  expect(draw(linkageTree("a.md", small), 9)).toBe(`a · published
  links (2)
    b
      links (1)
        a · cycle
      backlinks (1)
        a · cycle
    a · cycle
  backlinks (1)
    b
      links (1)
        a · cycle
      backlinks (1)
        a · cycle`);
});

test("a path without a note is the caller's mistake", () => {
  expect(() => linkageTree("none.md", vault)).toThrow(new RangeError("No note at none.md"));
});

test("the journal goes on by date and sequence, not by letters", () => {
  const ids = ["230718TJ99", "230718TJ100", "230718TJ101", "230718TJ02", "230719TJ01"];
  const days = vaultOf(Object.fromEntries(ids.map((id) => [`${id}.md`, `---\nnote_id: ${id}\n---\n`])));
  expect(drawGroup("journal", linkageTree("230718TJ100.md", days))).toBe(`journal (3)
  230718TJ99 · previous · same day
  230718TJ101 · next · same day
  230718TJ02 · same day`);
});

test("the day's notes of other types stand beside it, and notes with the same note id", () => {
  const ids = ["230718TJ01", "230718MN01", "230719TJ01", "230719MN01"];
  const days = vaultOf({
    ...Object.fromEntries(ids.map((id) => [`${id}.md`, `---\nnote_id: ${id}\n---\n`])),
    "copy.md": "---\nnote_id: 230718TJ01\n---\n",
  });
  expect(drawGroup("journal", linkageTree("copy.md", days))).toBe(`journal (3)
  230719TJ01 · next
  230718TJ01 · same note id
  230718MN01 · same day`);
});

test("a canvas is a backlink too", () => {
  const board = vaultOf({ "a/Home.md": "", "Home.md": "" });
  board.setCanvas("plan.canvas", [{ kind: "embed", linkpath: "/a/Home.md" }]);
  expect(draw(linkageTree("a/Home.md", board), 2)).toBe(`Home · a · published
  backlinks (1)
    plan.canvas`);
  expect(draw(linkageTree("Home.md", board), 2)).toBe("Home · published");
});

test("a canvas is counted as often as it shows the note", () => {
  const board = vaultOf({ "a.md": "", "b.md": "" });
  const links = ["a", "b", "a.md", "a"].map((linkpath) => ({ kind: "embed", linkpath }) as const);
  board.setCanvas("plan.canvas", links);
  expect(drawGroup("backlinks", linkageTree("a.md", board))).toBe("backlinks (1)\n  plan.canvas · 3 times");
});

test("notes and files of one name are told apart", () => {
  const small = vaultOf({
    "a.md": "[[b/x]] [[c/x]] [[chips]] [[chips 2]] [[b/p.png]] [[one]]",
    "b/x.md": "",
    "c/x.md": "",
    "chips.md": "---\ntitle: Chips\n---\n",
    "chips 2.md": "---\ntitle: chips\n---\n",
    "b/p.png": "",
    "c/p.png": "",
    "one.md": "---\ntitle: The one\n---\n",
  });
  expect(drawGroup("links", linkageTree("a.md", small))).toBe(`links (6)
  x · b
  x · c
  Chips · chips
  chips · chips 2
  p.png · b
  The one`);
});

test("a note's problems are counted where the host knows them", () => {
  const small = vaultOf({ "a.md": "---\ndraft: true\n---\n" });
  expect(draw(linkageTree("a.md", small, { problems: 2 }), 0)).toBe("a · draft · 2 problems");
  expect(draw(linkageTree("a.md", small, { problems: 1 }), 0)).toBe("a · draft · 1 problem");
  expect(draw(linkageTree("a.md", small, { problems: 0 }), 0)).toBe("a · draft");
});

test("on a site of Obsidian Publish are the notes that say so", () => {
  const files = { "a.md": "---\npublish: true\ndraft: true\n---\n[[b]]", "b.md": "" };
  const vault = vaultOf(files, { ...techJournal, site: "publish" });
  const groups = ["links"] as const;
  expect(draw(linkageTree("a.md", vault, { groups }), 9)).toBe(`a · published
  links (1)
    b · not published`);
});

test("notes in a plain tree open into their own links", () => {
  const small = vaultOf({ "a.md": "[[b]]", "b.md": "[[c]] [[gone]] [[c|again]] [[a]]", "c.md": "no links" });
  const tree = linkageTree("a.md", small, { plain: true, groups: ["links"] });
  expect(draw(tree, 9)).toBe(`a · published
  links (1)
    b
      c
      gone · unresolved
      a · cycle`);
  const c = tree.children().at(0)?.children().at(0)?.children().at(0);
  expect([c?.label, c?.opens]).toEqual(["c", false]);
});

test("only the groups that are asked for are there", () => {
  const tree = linkageTree("chips.md", vault, { groups: ["backlinks", "journal"] });
  expect(Array.from(tree.children(), ({ label }) => label)).toEqual(["backlinks", "journal"]);
});

describe("a thing is one row, however often it is written", () => {
  test("missing targets and tags, letter case and .md aside", () => {
    const small = vaultOf({
      "a.md": "---\ntags: [X, x]\n---\n[[Gone]] [[gone]] [[gone.md]] #X",
      "b.md": "[[GONE]]",
    });
    const root = linkageTree("a.md", small);
    expect(drawGroup("unresolved", root)).toBe("unresolved (1)\n  Gone · 1 more note");
    expect(drawGroup("tags", root)).toBe("tags (1)\n  #X (1)");
  });

  test("in the see also line", () => {
    const small = vaultOf({ "a.md": "*see also:* [[b]] · [[b]] · [[gone]] · [[Gone]]\n", "b.md": "" });
    expect(drawGroup("see also", linkageTree("a.md", small))).toBe("see also (2)\n  b\n  gone · unresolved");
  });

  test.each([
    ["<div>[[b]]</div>\n\n[[b]]", "b"],
    ["<div>[[b]]</div>\n\n<p>[[b]]</p>", "b · HTML"],
    ["[[b]] ![[b]]", "b · embed"],
    ["<div>[[b]]</div>\n\n![[b]]", "b · embed"],
  ])("%j is marked by all of its links", (text, row) => {
    expect(drawGroup("links", linkageTree("a.md", vaultOf({ "a.md": text, "b.md": "" })))).toBe(
      `links (1)\n  ${row}`,
    );
  });
});

describe("order", () => {
  const dated = (title: string, day: string, text: string): string =>
    `---\ntitle: ${title}\ncreated: 2023-07-${day}\ntags: [t]\n---\n${text}`;
  const days = vaultOf({
    "a.md": dated("Beta", "02", "[[c]] [[root]]"),
    "b.md": dated("alpha", "03", "[[root]]"),
    "c.md": dated("Gamma", "01", "[[a]] [[b]] [[root]]"),
    "z.png": "",
    "root.md": "---\ntags: [t]\n---\n[[c]] [[z.png]] [[a]] [[b]]",
  });
  test.each([
    [
      "text",
      ["Gamma", "z.png", "Beta", "alpha"],
      ["Beta", "alpha", "Gamma"],
      ["alpha", "Beta", "Gamma", "root"],
    ],
    [
      "name",
      ["alpha", "Beta", "Gamma", "z.png"],
      ["alpha", "Beta", "Gamma"],
      ["alpha", "Beta", "Gamma", "root"],
    ],
    [
      "date",
      ["alpha", "Beta", "Gamma", "z.png"],
      ["alpha", "Beta", "Gamma"],
      ["alpha", "Beta", "Gamma", "root"],
    ],
    [
      "links",
      ["Gamma", "Beta", "alpha", "z.png"],
      ["Gamma", "Beta", "alpha"],
      ["root", "Gamma", "Beta", "alpha"],
    ],
  ] as const)("by %s", (order, links, backlinks, tagged) => {
    const groups = linkageTree("root.md", days, { order, groups: ["tags", "links", "backlinks"] }).children();
    const labels = [...groups].map((group) => Array.from(group.children(), ({ label }) => label));
    expect(labels.slice(1)).toEqual([links, backlinks]);
    const tag = groups.at(0)?.children().at(0);
    expect(Array.from(tag?.children() ?? [], ({ label }) => label)).toEqual(tagged);
  });
});

test("names are sorted as a reader sorts them", () => {
  const names = ["week 10", "Week 9", "zebra", "Äpfel", "apple"];
  const files = Object.fromEntries(names.map((name) => [`${name}.md`, ""]));
  const text = names.map((name) => `[[${name}]]`).join(" ");
  const tree = linkageTree("a.md", vaultOf({ ...files, "a.md": text }), { order: "name" });
  expect(drawGroup("links", tree).split("\n  ").slice(1)).toEqual([
    "Äpfel",
    "apple",
    "Week 9",
    "week 10",
    "zebra",
  ]);
});

test("a backlink tells where the note is mentioned", () => {
  const text = "One.\nSee [[a]], and\n<div>[[a|it]]</div>\n";
  const tree = linkageTree("a.md", vaultOf({ "a.md": "", "b.md": text }), { groups: ["backlinks"] });
  const row = tree.children().at(0)?.children().at(0);
  expect(row?.marks).toEqual(["2 times"]);
  expect(row?.mentions.map(({ from, to }) => text.slice(from, to))).toEqual(["[[a]]", "[[a|it]]"]);
});

test("links are led to with their subpath", () => {
  const tree = linkageTree("a.md", vaultOf({ "a.md": "[[b#One]] [[gone#Two]]", "b.md": "" }));
  const linktexts = [...tree.children()].map((group) => group.children().at(0)?.linktext);
  expect(linktexts).toEqual(["b.md#One", "gone#Two"]);
});

describe("bad situations", () => {
  test("a note that links to itself 1,000 times is one row", () => {
    const self = vaultOf({ "a.md": "[[a]] ".repeat(1000) });
    expect(draw(linkageTree("a.md", self), 9)).toBe("a · published\n  links (1)\n    a · cycle");
  });

  test("50 notes in a ring open 50 levels deep, and no further", () => {
    const ring = Object.fromEntries(
      Array.from({ length: 50 }, (_, at) => [`${String(at)}.md`, `[[${String((at + 1) % 50)}]]`]),
    );
    const tree = linkageTree("0.md", vaultOf(ring), { plain: true, groups: ["links"] });
    const lines = draw(tree, 100).split("\n");
    expect(lines).toHaveLength(52);
    expect(lines.at(-1)).toBe(`${"  ".repeat(51)}0 · cycle`);
  });

  test("what is below 10,000 backlinks is made row by row", () => {
    const many = Object.fromEntries(
      Array.from({ length: 10_000 }, (_, at) => [`${String(at).padStart(5, "0")}.md`, "[[hub]]"]),
    );
    const hub = vaultOf({ ...many, "hub.md": "" });
    const group = linkageTree("hub.md", hub).children().at(0);
    const asked = jest.spyOn(hub, "note");
    const rows = group?.children();
    expect([rows?.length, rows?.at(4711)?.label, rows?.indexOf("09999.md")]).toEqual([10_000, "04711", 9999]);
    expect(asked.mock.calls.length).toBeLessThan(10);
  });

  test("names with HTML, from right to left, and of 300 characters stay as they are", () => {
    const names = ["<img src=x>", "ملاحظة", "🔋".repeat(150)];
    const notes = names.map((name, at) => [`${String(at)}.md`, `---\ntitle: "${name}"\n---\n[[a]]`] as const);
    const tree = linkageTree("a.md", vaultOf({ "a.md": "", ...Object.fromEntries(notes) }));
    expect(Array.from(tree.children().at(0)?.children() ?? [], ({ label }) => label)).toEqual(names);
  });
});

test("a tag of the linkage block is known by its first words, as the rule on unknown tags knows it", () => {
  const items = ["#ai act", "#two words too", "#two wrods", "#c++", "#gone"];
  const text = `---\ntags: [AI, two words, c++]\n---\n<div class="linkage"><ul>${items.map((item) => `<li>${item}</li>`).join("")}</ul></div>\n`;
  expect(drawGroup("linkage", linkageTree("a.md", vaultOf({ "a.md": text })))).toBe(`linkage (1)
  related (5)`);
  const [group] = linkageTree("a.md", vaultOf({ "a.md": text })).children();
  const [list] = group?.children() ?? [];
  expect(list && draw(list, 1)).toBe(`related (5)
  #ai act
  #two words too
  #two wrods · unknown tag
  #c++
  #gone · unknown tag`);
});

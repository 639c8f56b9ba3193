import { linkageTree, type TreeNode } from "../../src/linkage/linkage-tree.ts";
import { vaultOf } from "../vault/vault-of.ts";

/** The tree as indented text, `depth` levels below the root. */
function draw(node: TreeNode, depth: number, indent = ""): string {
  const count = node.count === null ? "" : ` (${String(node.count)})`;
  const line = indent + [node.label + count, ...node.marks].join(" · ");
  const rows = depth > 0 ? node.children().map((child) => draw(child, depth - 1, `${indent}  `)) : [];
  return [line, ...rows].join("\n");
}

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
  expect(draw(linkageTree("chips.md", vault), 3)).toBe(`Chips · 230718TJ02
  linkage (2)
    tags (2)
      #2023
      #silicon · unknown tag
    related (3)
      power
      lithography · unresolved
      plain words
  tags (2)
    #tech-journal (2)
      power
      Fabs
    #2023 (0)
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
    power · previous
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
  expect(draw(linkageTree("a.md", small), 9)).toBe(`a
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
  const journal = linkageTree("230718TJ100.md", days)
    .children()
    .find(({ label }) => label === "journal");
  expect(journal?.children().map(({ label, marks }) => [label, ...marks])).toEqual([
    ["230718TJ99", "previous"],
    ["230718TJ101", "next"],
    ["230718TJ02", "same day"],
  ]);
});

test("a canvas is a backlink too", () => {
  const board = vaultOf({ "a/Home.md": "", "Home.md": "" });
  board.setCanvas("plan.canvas", [{ kind: "embed", linkpath: "/a/Home.md" }]);
  expect(draw(linkageTree("a/Home.md", board), 2)).toBe(`Home
  backlinks (1)
    plan.canvas`);
  expect(draw(linkageTree("Home.md", board), 2)).toBe("Home");
});

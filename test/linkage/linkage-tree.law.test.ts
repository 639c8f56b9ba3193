import { fc, test } from "@fast-check/jest";
import { linkageTree } from "../../src/linkage/linkage-tree.ts";
import { isOutgoing } from "../../src/linkage/own-links.ts";
import type { TreeNode } from "../../src/linkage/tree-node.ts";
import { parseNote } from "../../src/note/parse-note.ts";
import { vaultOf } from "../vault/vault-of.ts";
import { draw } from "./draw.ts";

const names = ["a", "b", "c", "folder/b", "gone"] as const;
const link = fc
  .tuple(fc.constantFrom("[[", "![[", "<div>[["), fc.constantFrom(...names, "./b", "A"))
  .map(([open, to]) => `${open}${to}]]${open.startsWith("<") ? "</div>" : ""}`);
const body = fc
  .record({
    seeAlso: fc.array(link, { maxLength: 2 }),
    links: fc.array(link, { maxLength: 4 }),
    block: fc.array(fc.constantFrom("[[a]]", "[[gone]]", "#t", "words"), { maxLength: 3 }),
    id: fc.constantFrom("230718TJ01", "230718TJ02", "230718MN01", "none"),
  })
  .map(
    ({ seeAlso, links, block, id }) =>
      `---\ntags: [t]\nnote_id: ${id}\n---\n# Title\n\n*see also:* ${seeAlso.join(" ")}\n\n${links.join("\n\n")}\n\n` +
      `<div class="linkage-tree">\n<ul>${block.map((item) => `<li>${item}</li>`).join("")}</ul>\n</div>\n`,
  );
const files = fc.record({ "a.md": body, "b.md": body, "c.md": body, "folder/b.md": body });

/** What the rows of a group lead to. */
function targets(root: TreeNode, name: string): readonly (string | null)[] {
  const group = [...root.children()].find(({ label }) => label === name);
  return Array.from(group?.children() ?? [], ({ path, label }) => path ?? label);
}

test.prop([files], { numRuns: 100 })(
  "every link of a note is in exactly the groups it should be",
  (texts) => {
    const vault = vaultOf(texts);
    for (const note of vault.notes()) {
      const root = linkageTree(note.path, vault);
      const expected = {
        "see also": new Set<string>(),
        links: new Set<string>(),
        unresolved: new Set<string>(),
      };
      for (const each of note.links.filter(isOutgoing)) {
        const resolution = vault.resolve(each, note.path);
        const target = resolution.kind === "unresolved" ? each.linkpath : resolution.path;
        const isSeeAlso = note.seeAlso?.links.includes(each) === true;
        if (isSeeAlso) expected["see also"].add(target);
        if (resolution.kind === "unresolved") expected.unresolved.add(target);
        else if (!isSeeAlso) expected.links.add(target);
      }
      expect(targets(root, "see also")).toEqual([...expected["see also"]]);
      expect(targets(root, "links")).toEqual([...expected.links]);
      expect(targets(root, "unresolved")).toEqual([...expected.unresolved]);
      const sources = [...vault.notes()].filter(
        ({ path, links }) =>
          path !== note.path &&
          links.some((each) => {
            const resolution = vault.resolve(each, path);
            return isOutgoing(each) && resolution.kind !== "unresolved" && resolution.path === note.path;
          }),
      );
      expect(targets(root, "backlinks")).toEqual(sources.map(({ path }) => path).sort());
    }
  },
);

test.prop([files, fc.boolean()], { numRuns: 30 })("opening all there is comes to an end", (texts, plain) => {
  const vault = vaultOf(texts);
  // Four notes: a note, a group and perhaps a tag for each on the way.
  const walk = (node: TreeNode, depth: number, left: { rows: number }): void => {
    expect(depth).toBeLessThan(16);
    if (left.rows-- <= 0) return;
    for (const child of node.opens ? node.children() : []) walk(child, depth + 1, left);
  };
  walk(linkageTree("a.md", vault, { plain }), 0, { rows: 1000 });
});

test.prop([files, fc.array(fc.tuple(fc.constantFrom("a.md", "b.md", "c.md"), body), { maxLength: 4 })], {
  numRuns: 30,
})("the tree after an update equals one of a vault read anew", (texts, updates) => {
  const vault = vaultOf(texts);
  const now: Record<string, string> = { ...texts };
  for (const [path, text] of updates) {
    draw(linkageTree(path, vault), 2);
    vault.setNote(parseNote(path, text));
    now[path] = text;
  }
  const fresh = vaultOf(now);
  for (const path of Object.keys(now))
    expect(draw(linkageTree(path, vault), 3)).toBe(draw(linkageTree(path, fresh), 3));
});

test.prop([files], { numRuns: 20 })(
  "rows of one parent have keys of their own, by which they are found",
  (texts) => {
    const vault = vaultOf(texts);
    const check = (node: TreeNode, depth: number): void => {
      if (depth === 0) return;
      const rows = node.children();
      expect(Array.from(rows, ({ key }) => rows.indexOf(key))).toEqual(Array.from(rows, (_, index) => index));
      for (const row of rows) check(row, depth - 1);
    };
    check(linkageTree("a.md", vault), 3);
  },
);

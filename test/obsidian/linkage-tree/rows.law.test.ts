import { fc, test } from "@fast-check/jest";
import { parseNote } from "../../../src/note/parse-note.ts";
import { LinkageModel } from "../../../src/obsidian/linkage-tree/linkage-model.ts";
import { initialState } from "../../../src/obsidian/linkage-tree/tree-state.ts";
import type { TreeSource } from "../../../src/obsidian/linkage-tree/tree-source.ts";
import type { VaultIndex } from "../../../src/vault/vault-index.ts";
import { vaultOf } from "../../vault/vault-of.ts";

const text = fc
  .array(fc.constantFrom("[[a]]", "[[b]]", "[[c]]", "[[gone]]", "#t", "#u", "<div>[[b]]</div>"), {
    maxLength: 5,
  })
  .map((lines) => lines.join("\n\n"));
const files = fc.record({ "a.md": text, "b.md": text, "c.md": text });
/** Expand or collapse the row at a place, or give a note another text. */
const step = fc.oneof(
  fc.record({ kind: fc.constant("turn" as const), at: fc.nat(20) }),
  fc.record({ kind: fc.constant("write" as const), path: fc.constantFrom("a.md", "b.md", "c.md"), text }),
);
const state = fc
  .record({
    depth: fc.constantFrom(1 as const, 2 as const, 3 as const),
    plain: fc.boolean(),
    text: fc.constantFrom("", "", "a", "gone", "nothing"),
  })
  .map((said) => ({ ...initialState, ...said, note: "a.md" }));

function sourceOf(index: VaultIndex): TreeSource {
  return {
    index,
    ready: Promise.resolve(),
    diagnostics: () => [],
    editedText: () => null,
    setText: () => undefined,
    onChange: () => () => undefined,
  };
}

/** All rows, as they would be drawn, with what tells them apart. */
function rowsOf({ rows }: LinkageModel): readonly unknown[] {
  return Array.from({ length: rows.length }, (_, index) => {
    const row = rows.at(index);
    return (
      row && [
        row.node.key,
        row.node.node.label,
        row.level,
        row.position,
        row.setSize,
        row.expanded,
        row.parent,
      ]
    );
  });
}

test.prop([files, state, fc.array(step, { maxLength: 12 })], { numRuns: 200 })(
  "the rows after an update are those of a tree built anew with the same rows expanded",
  (texts, said, steps) => {
    const index = vaultOf(texts);
    const live = new LinkageModel(sourceOf(index));
    live.setState(said);
    const turned: Parameters<LinkageModel["setExpanded"]>[] = [];
    const now: Record<string, string> = { ...texts };
    for (const each of steps) {
      const row = each.kind === "turn" ? live.rows.at(each.at) : null;
      if (row && row.expanded !== null) {
        turned.push([row.node, !row.expanded]);
        live.setExpanded(row.node, !row.expanded);
      }
      if (each.kind === "write") {
        index.setNote(parseNote(each.path, each.text));
        now[each.path] = each.text;
        live.update();
      }
    }
    const fresh = new LinkageModel(sourceOf(vaultOf(now)));
    fresh.setState(said);
    for (const each of turned) fresh.setExpanded(...each);
    expect(rowsOf(live)).toEqual(rowsOf(fresh));
  },
);

test.prop([files, state, fc.array(fc.nat(20), { maxLength: 8 })], { numRuns: 200 })(
  "every row is found where it is, is below its parent, and knows its place among its siblings",
  (texts, said, turns) => {
    const model = new LinkageModel(sourceOf(vaultOf(texts)));
    model.setState(said);
    for (const at of turns) {
      const row = model.rows.at(at);
      if (row) model.setExpanded(row.node, row.expanded !== true);
    }
    const { rows } = model;
    const all = Array.from({ length: rows.length }, (_, index) => rows.at(index)).filter(
      (row) => row !== null,
    );
    expect(all).toHaveLength(rows.length);
    for (const [index, row] of all.entries()) {
      expect(rows.indexOf(row.node)).toBe(index);
      const siblings = all.filter(({ parent }) => parent === row.parent);
      expect([siblings.indexOf(row) + 1, siblings.length]).toEqual([row.position, row.setSize]);
      const parent = all[row.parent];
      expect([parent?.node.key ?? "a.md", (parent?.level ?? 0) + 1]).toEqual([row.node.parent, row.level]);
      expect(parent?.expanded ?? true).toBe(true);
    }
  },
);

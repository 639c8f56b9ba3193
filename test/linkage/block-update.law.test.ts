import { fc, test } from "@fast-check/jest";
import { blockUpdate } from "../../src/linkage/block-update.ts";
import { unshownOf } from "../../src/linkage/unshown.ts";
import type { Note } from "../../src/note/note.ts";
import { parseNote } from "../../src/note/parse-note.ts";
import { incompleteLinkage } from "../../src/rules/incomplete-linkage.ts";
import { applyEdits } from "../../src/text/edits.ts";
import { randomNotes, surroundings } from "../rules/random-note.ts";
import { vaultOf } from "../vault/vault-of.ts";

const PATH = "Note.md";

const item = fc.constantFrom(
  "#ai",
  "#ai act",
  "#a, #b",
  "tags: #law",
  "#gone – why",
  "[[Home]]",
  "[[a/Twin|t]], [[Draft]]",
  "[[Nowhere]] and more",
  "words",
  "",
);
const comment = fc.constantFrom("", "", "", "<!-- by hand -->", "<!-- a\n  - b -->");
const gap = fc.constantFrom("\n", "\n  ", "\n\t", "", " ");

const list: fc.Arbitrary<string> = fc
  .tuple(fc.array(fc.tuple(gap, comment, item, comment), { maxLength: 4 }), gap)
  .map(
    ([items, end]) =>
      `<ul>${items.map(([before, note, text, after]) => `${before}${note}<li>${text}</li>${after}`).join("")}${end}</ul>`,
  );
const group = fc
  .tuple(gap, comment, fc.constantFrom("tags", "related", "Weekly chain", ""), gap, list, gap)
  .map(
    ([before, note, label, inner, items, end]) => `${before}${note}<li>${label}${inner}${items}${end}</li>`,
  );
const block = fc
  .tuple(
    fc.constantFrom("linkage-tree", "linkage"),
    fc.oneof(
      list,
      fc.array(group, { maxLength: 3 }).map((groups) => `<ul>${groups.join("")}\n</ul>`),
      fc.constant(""),
    ),
    gap,
  )
  .map(([markup, lists, end]) => `<div class="${markup}">\n  <p>linkage</p>\n${lists}${end}</div>`);
const body = fc.array(
  fc.constantFrom(
    "[[Home]] ",
    "[x](Draft.md) ",
    "[[Twin]] ",
    "[[b/Twin#x]] ",
    "#law ",
    "[[Nowhere]] ",
    "[[It's (new), 50% & more]] ",
  ),
  { maxLength: 5 },
);
const lineBreaks: fc.Arbitrary<(text: string) => string> = fc.constantFrom(
  (text) => text,
  (text) => text.replaceAll("\n", "\r\n"),
  (text) => text.replace(/(.)\n/g, "$1\r\n"),
);
const notes = fc
  .tuple(
    fc.constantFrom("[]", "[ai, Law, 2023, 'a b']", "ai"),
    body,
    fc.array(block, { minLength: 1, maxLength: 2 }),
    body,
    lineBreaks,
  )
  .map(([tags, above, blocks, below, broken]) =>
    broken(
      `---\ntags: ${tags}\n---\n*see also:* ${above.join("")}\n\n${blocks.join("\n\n")}\n\n${below.join("")}`,
    ),
  );

const vault = vaultOf(surroundings);

function items({ linkageBlocks }: Note): readonly string[] {
  return linkageBlocks.flatMap(({ groups }) =>
    groups.flatMap(({ label, items }) => items.map(({ kind, text }) => `${label} ${kind} ${text}`)),
  );
}

function without<Each>(all: readonly Each[], some: readonly Each[]): readonly Each[] {
  let next = 0;
  const left = all.filter((each) => each !== some[next] || !++next);
  expect(next).toBe(some.length);
  return left;
}

/** Whether the laws hold for a note, and whether anything is added to it. */
function check(text: string): "update" | "other" {
  const note = parseNote(PATH, text);
  if (note.linkageBlocks.length === 0) return "other";
  const found = blockUpdate(note, text, vault);
  if (found.kind !== "update") return "other";
  const { tags, links } = found.added;
  const after = applyEdits(text, found.edits);
  const now = parseNote(PATH, after);

  // Old and missing items, nothing else.
  const added = without(items(now), items(note)).map((each) => each.replace(/^.*(?=tag |link )/, ""));
  expect([...added].sort()).toEqual(
    [...tags.map((tag) => `tag ${tag}`), ...links.map((link) => `link ${link}`)].sort(),
  );
  // Every edit adds, within a block.
  for (const { from, to } of found.edits) {
    expect(from).toBe(to);
    expect(note.linkageBlocks.some((each) => from > each.from && to < each.to)).toBe(true);
  }
  for (const each of now.linkageBlocks) {
    expect(each.faults).toEqual([]);
    expect(
      after
        .slice(each.from, each.to)
        .split(/\r\n?|\n/)
        .every((line) => line.trim() !== ""),
    ).toBe(true);
  }
  // Comments stay whole.
  const comments = /<!--[\s\S]*?-->/g;
  expect(after.match(comments)).toEqual(text.match(comments));
  // No second time.
  expect(blockUpdate(now, after, vault)).toEqual({ kind: "complete" });
  expect(unshownOf(now, vault)).toEqual({ tags: [], links: [] });
  expect([...incompleteLinkage.bind({}).find(now, vault)]).toEqual([]);
  return "update";
}

test("an update adds what is missing and keeps all that is there", () => {
  let updates = 0;
  fc.assert(
    fc.property(notes, (text) => {
      if (check(text) === "update") updates++;
    }),
    { numRuns: 400 },
  );
  // Nearly all of these blocks are as blocks should be.
  expect(updates).toBeGreaterThan(200);
});

test.prop([randomNotes()], { numRuns: 200 })("whatever the note", (text) => {
  check(text);
});

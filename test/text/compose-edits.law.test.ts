import { fc, test as law } from "@fast-check/jest";
import { composeEdits } from "../../src/text/compose-edits.ts";
import { applyEdits } from "../../src/text/edits.ts";
import type { TextEdit } from "../../src/text/range.ts";
import { invertedEdits, RangeMap } from "../../src/text/range-map.ts";

const texts = fc.string({ unit: fc.constantFrom("a", "b", "\r\n", "\n"), maxLength: 12 });

/** Edits to a text, none of which overlaps another. */
function editsOf(text: string): fc.Arbitrary<readonly TextEdit[]> {
  return fc.array(fc.tuple(fc.nat(text.length), fc.nat(text.length), texts), { maxLength: 5 }).map((all) =>
    all
      .map(([a, b, insert]) => ({ from: Math.min(a, b), to: Math.max(a, b), insert }))
      .sort((a, b) => a.from - b.from || a.to - b.to)
      .reduce<readonly TextEdit[]>(
        (kept, edit) => (edit.from >= (kept.at(-1)?.to ?? 0) ? [...kept, edit] : kept),
        [],
      ),
  );
}

const changes = texts.chain((text) =>
  editsOf(text).chain((first) =>
    editsOf(applyEdits(text, first)).map((then) => ({ text, first, then, second: applyEdits(text, first) })),
  ),
);

const runs = { numRuns: 1000 };

law.prop([changes], runs)(
  "composed edits do what the one and then the other do",
  ({ text, first, then, second }) => {
    const edits = composeEdits(text, first, then);
    expect(applyEdits(text, edits)).toBe(applyEdits(second, then));
  },
);

law.prop([changes], runs)(
  "composed edits stand in order, apart from one another, and none changes more than it must",
  ({ text, first, then }) => {
    const edits = composeEdits(text, first, then);
    expect(edits.every(({ from }, at) => at === 0 || from > (edits[at - 1]?.to ?? 0))).toBe(true);
    for (const { from, to, insert } of edits) {
      const [old, now] = [Array.from(text.slice(from, to)), Array.from(insert)];
      expect(old.length + now.length).toBeGreaterThan(0);
      if (old.length === 0 || now.length === 0) continue;
      expect(old[0]).not.toBe(now[0]);
      expect(old.at(-1)).not.toBe(now.at(-1));
    }
  },
);

law.prop([changes], runs)("inverted edits lead back", ({ text, first, second }) => {
  expect(applyEdits(second, invertedEdits(text, first))).toBe(text);
});

law.prop([changes, fc.nat(), fc.nat()], runs)(
  "a range that no edit reaches into says the same",
  (change, a, b) => {
    const { text, first, second } = change;
    const [from, to] = [a % (text.length + 1), b % (text.length + 1)].sort((x, y) => x - y);
    const range = { from: from ?? 0, to: to ?? 0 };
    const ranges = new RangeMap(first);
    if (range.from === range.to || ranges.isTouched(range)) return;
    const moved = ranges.shifted(range);
    expect(second.slice(moved.from, moved.to)).toBe(text.slice(range.from, range.to));
    const grown = ranges.moved(range);
    expect(second.slice(grown.from, grown.to)).toContain(text.slice(range.from, range.to));
  },
);

test("a character is not cut in two", () => {
  // Both are of two code units, of which the first is the same.
  const text = "a🔋b";
  expect(composeEdits(text, [{ from: 0, to: 4, insert: "a🔌b" }], [])).toEqual([
    { from: 1, to: 3, insert: "🔌" },
  ]);
  // Here the second is the same.
  expect(composeEdits("🔋", [{ from: 0, to: 2, insert: "\u{1f10b}" }], [])).toEqual([
    { from: 0, to: 2, insert: "\u{1f10b}" },
  ]);
});

/** @jest-environment jsdom */
import type { Diagnostic } from "../../../src/lint/diagnostic.ts";
import { problem } from "../../report/problems.ts";
import { appOf } from "../app.ts";
import { afterUpdate, type OpenView, openView, Problems } from "./open-view.ts";

const COUNT = 50_000;
const ROW = 28;

/** How far below the beginning of the list a row is that is expected at `index`, in pixels: ten tall rows follow each row of a note. */
function topOf(index: number): number {
  const notes = Math.ceil(index / 11);
  return (Math.round((notes + (index - notes) * 1.6) * 10) / 10) * ROW;
}

/** Ten problems in each of 5,000 notes. */
function many(): readonly Diagnostic[] {
  return Array.from({ length: COUNT }, (_, index) =>
    problem({
      path: `note ${String(Math.floor(index / 10)).padStart(4, "0")}.md`,
      message: `Problem ${String(index)}`,
      at: index % 10,
    }),
  );
}

/** Scroll so that the row at `index` is the topmost. */
function scrollTo(view: OpenView, index: number): void {
  view.tree.scrollTop = topOf(index);
  view.tree.dispatchEvent(new Event("scroll"));
}

/** The rows' indexes as their elements have them, in the order of the elements. */
function indexes(view: OpenView): readonly number[] {
  return view.rows().map((row) => Number(row.dataset.index));
}

test("of 50,000 problems only those around what is in sight are elements", async () => {
  const view = await openView(appOf({}), new Problems(many()), { grouping: "note" });
  expect(view.status).toBe("50,000 problems in 5,000 files");
  for (const first of [0, 3, 40, 20_000, 54_990, 100]) {
    scrollTo(view, first);
    const at = indexes(view);
    expect(at.length).toBeLessThan(100);
    expect(at).toEqual(Array.from(at, (_, order) => Math.max(0, first - 12) + order));
    expect(at).toContain(Math.min(first + 9, 54_999));
  }
});

test("the active row stays an element wherever one scrolls, and keys bring it back in sight", async () => {
  const view = await openView(appOf({}), new Problems(many()), { grouping: "note" });
  view.press("End");
  expect(view.tree.scrollTop).toBe(topOf(55_000) - 280);
  scrollTo(view, 0);
  const id = view.tree.getAttribute("aria-activedescendant") ?? "";
  expect(view.one(`[id="${id}"]`).dataset.index).toBe("54999");
  expect(view.one(`[id="${id}"]`).getAttribute("aria-posinset")).toBe("10");
  view.press("ArrowUp");
  expect(view.tree.scrollTop).toBeCloseTo(topOf(54_999) - 280);
});

test("what is topmost in sight stays there when rows come in above it", async () => {
  const problems = new Problems(many());
  const view = await openView(appOf({}), problems, { grouping: "note" });
  scrollTo(view, 11_000);
  const top = view.rows()[12]?.textContent;
  expect(top).toContain("note 1000");
  problems.give([
    problem({ path: "a.md" }),
    ...Array.from({ length: 12 }, () => problem({ path: "b.md" })),
    ...many(),
  ]);
  await afterUpdate();
  const index = Number(view.rows().find(({ textContent }) => textContent === top)?.dataset.index);
  expect(index).not.toBe(11_000);
  // The 13 rows of b.md have come above.
  expect(view.tree.scrollTop).toBeCloseTo(topOf(index - 13) + (1 + 12 * 1.6) * ROW);
});

test("an element is kept for as long as its row is in sight and says the same", async () => {
  const view = await openView(appOf({}), new Problems(many()), { grouping: "note" });
  const kept = view.rows()[15];
  scrollTo(view, 5);
  expect(view.rows()[15]).toBe(kept);
});

test("the focus makes a row in sight the active one, and scrolls nothing", async () => {
  const view = await openView(appOf({}), new Problems(many()), { grouping: "note" });
  scrollTo(view, 300);
  view.tree.focus();
  expect(view.tree.scrollTop).toBe(topOf(300));
  expect(view.one("[aria-selected=true]").dataset.index).toBe("300");
});

test("a row that is pointed at is the active one when the tree gets the focus", async () => {
  const view = await openView(appOf({}), new Problems(many()), { grouping: "note" });
  scrollTo(view, 300);
  const row = view.rows()[14];
  if (row) view.click(row, "mousedown");
  view.tree.focus();
  expect(row?.getAttribute("aria-selected")).toBe("true");
  expect(view.tree.scrollTop).toBe(topOf(300));
});

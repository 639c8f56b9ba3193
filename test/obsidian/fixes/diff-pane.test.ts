/** @jest-environment jsdom */
import "obsidian-test-mocks/jest-setup";
import type { NoteFix } from "../../../src/lint/note-fix.ts";
import { DiffPane } from "../../../src/obsidian/fixes/diff-pane.ts";

function fixOf(path: string, after: string): NoteFix {
  const edits = [{ from: 0, to: 3, insert: after }];
  const nothing = { done: [], refused: [], uncovered: [], left: [], obstacle: null };
  return { path, before: "old\n", after: `${after}\n`, edits, ...nothing };
}

/** A pane, and the fixes that it shows, by path: change them as you like. */
function paneOf(...paths: readonly string[]): {
  readonly pane: DiffPane;
  readonly fixes: Map<string, NoteFix>;
} {
  document.body.empty();
  const fixes = new Map(paths.map((path) => [path, fixOf(path, "new")]));
  const pane = new DiffPane(document.body, {
    fixOf: (path) => fixes.get(path) ?? null,
    open: () => undefined,
  });
  pane.load();
  pane.show(paths);
  return { pane, fixes };
}

function shown({ el }: DiffPane): readonly string[] {
  return [...el.children].map((child) =>
    child.tagName === "BUTTON"
      ? child.getText()
      : `${child.getAttr("data-path") ?? ""}: ${child.querySelector("ins")?.getText() ?? ""}`,
  );
}

/** The button of a note, or the last one. */
function button({ el }: DiffPane, path: string): HTMLElement {
  const found = [...el.querySelectorAll("button")].find((each) => each.getText() === path);
  return found ?? el.querySelector<HTMLElement>("button:last-child") ?? el;
}

const names = (count: number): readonly string[] =>
  Array.from({ length: count }, (_, at) => `${String(at + 1)}.md`);

test("what has not changed is not drawn anew and keeps the keyboard", () => {
  const { pane, fixes } = paneOf("a.md", "b.md", "c.md");
  const b = button(pane, "b.md");
  b.focus();
  fixes.set("a.md", fixOf("a.md", "newer"));
  pane.show(["a.md", "b.md", "c.md"]);
  expect(shown(pane)).toEqual(["a.md: newer", "b.md: new", "c.md: new"]);
  pane.show(["d.md", "b.md"]);
  expect(shown(pane)).toEqual(["d.md: ", "b.md: new"]);
  expect(document.activeElement).toBe(b);
});

test("what is drawn anew has the keyboard again, and what is gone leaves it to the pane", () => {
  const { pane, fixes } = paneOf("a.md", "b.md");
  button(pane, "b.md").focus();
  fixes.set("b.md", fixOf("b.md", "newer"));
  pane.show(["a.md", "b.md"]);
  expect(document.activeElement?.getText()).toBe("b.md");
  pane.show(["a.md"]);
  expect(document.activeElement).toBe(pane.el);
});

describe("lines of a long note come 400 at a time, and none is left out", () => {
  const linesOf = (count: number, said: (at: number) => string): string =>
    Array.from({ length: count }, (_, at) => `${said(at)}\n`).join("");
  const lines = ({ el }: DiffPane): readonly (string | null)[] =>
    [...el.querySelectorAll("del, ins")].map(({ textContent }) => textContent);

  /** Show more until there is no more. Gives what the buttons said. */
  function showAll(pane: DiffPane): readonly string[] {
    const said: string[] = [];
    const more = (): HTMLElement | null => pane.el.querySelector<HTMLElement>(".linkage-diff-rest");
    for (let el = more(); el && said.length < 10; el = more()) {
      said.push(el.getText());
      el.focus();
      el.click();
    }
    return said;
  }

  test("of one piece", () => {
    const { pane, fixes } = paneOf("a.md");
    const [before, after] = [
      linesOf(501, (at) => `old ${String(at)}`),
      linesOf(501, (at) => `new ${String(at)}`),
    ];
    const edits = [{ from: 0, to: before.length, insert: after }];
    fixes.set("a.md", { ...fixOf("a.md", ""), before, after, edits });
    pane.show(["a.md"]);
    expect(lines(pane)).toHaveLength(400);
    expect(showAll(pane)).toEqual(["Show 602 more lines", "Show 202 more lines"]);
    expect(lines(pane).join("\n")).toBe(`${before}${after}`.trimEnd());
    expect(pane.el.querySelectorAll(".linkage-diff-hunk")).toHaveLength(1);
    expect(document.activeElement).toBe(pane.el);
    // What was asked for stays in sight when another repair is chosen.
    fixes.set("a.md", { ...fixOf("a.md", ""), before, after, edits });
    pane.show(["a.md"]);
    expect(lines(pane)).toHaveLength(1002);
  });

  test.each([99, 100, 101, 133])("of %j pieces", (pieces) => {
    const { pane, fixes } = paneOf("a.md");
    const before = linesOf(pieces * 20, (at) => (at % 20 === 10 ? "old" : String(at)));
    const edits = [...before.matchAll(/old/g)].map(({ index }) => ({
      from: index,
      to: index + 3,
      insert: "new",
    }));
    fixes.set("a.md", { ...fixOf("a.md", ""), before, after: before.replaceAll("old", "new"), edits });
    pane.show(["a.md"]);
    const all = pane.el.querySelectorAll(".linkage-diff-line");
    expect(all.length).toBe(400);
    showAll(pane);
    expect(pane.el.querySelectorAll(".linkage-diff-hunk")).toHaveLength(pieces);
    expect(lines(pane)).toEqual(Array.from({ length: pieces }, () => ["old", "new"]).flat());
    const counts = [...pane.el.querySelectorAll(".linkage-diff-hunk")].map((hunk) => hunk.childElementCount);
    expect(new Set(counts).size).toBe(1);
  });
});

test("the keyboard of others stays where it is", () => {
  const { pane } = paneOf("a.md", "b.md");
  const other = document.body.createEl("input");
  other.focus();
  pane.show(["b.md"]);
  expect(document.activeElement).toBe(other);
});

test("notes come in tens, and stay when one of them changes", () => {
  const { pane, fixes } = paneOf(...names(25));
  expect(shown(pane)).toHaveLength(11);
  button(pane, "the last").click();
  expect(shown(pane)).toHaveLength(21);
  expect(document.activeElement?.getText()).toBe("11.md");
  button(pane, "the last").focus();
  fixes.set("3.md", fixOf("3.md", "newer"));
  pane.show(names(25));
  expect(shown(pane).slice(2, 4)).toEqual(["3.md: newer", "4.md: new"]);
  expect(shown(pane)).toHaveLength(21);
  expect(document.activeElement).toBe(button(pane, "the last"));
  button(pane, "the last").click();
  expect(shown(pane).at(-1)).toBe("25.md: new");
});

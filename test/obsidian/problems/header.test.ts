/** @jest-environment jsdom */
import { Menu } from "obsidian-test-mocks/obsidian";
import { problem } from "../../report/problems.ts";
import { appOf, fileAt } from "../app.ts";
import { settle } from "../list-view.ts";
import { choose, shownMenus, titlesOf } from "../shown-menus.ts";
import { afterUpdate, openView, type OpenView, Problems } from "./open-view.ts";

const x = problem({ path: "in/a.md", rule: "link", target: "x", message: 'No "x"', severity: "warning" });
const tag = problem({ path: "b.md", rule: "tag", message: "Has no tags" });
const some = [x, { ...x, path: "in/c.md" }, tag];

afterEach(() => {
  jest.restoreAllMocks();
});

function button(view: OpenView, label: string): HTMLElement {
  return view.one(`[aria-label="${label}"]`);
}

/** The rows' first words, for short. */
function rules(view: OpenView): readonly string[] {
  return view.said().map((said) => said.split(" ")[0] ?? "");
}

test("severities are turned off and on, and each tells how many it has", async () => {
  const view = await openView(appOf({}), new Problems(some));
  const warnings = button(view, "Show warnings: 2");
  expect(warnings.getAttribute("aria-pressed")).toBe("true");
  warnings.click();
  expect(warnings.getAttribute("aria-pressed")).toBe("false");
  expect(warnings.textContent).toBe("2");
  expect(rules(view)).toEqual(["tag", "Has"]);
  expect(view.status).toBe("1 of 3 problems in 1 file");
  warnings.click();
  expect(view.status).toBe("3 problems in 3 files");
});

test("the grouping is chosen", async () => {
  const view = await openView(appOf({}), new Problems(some));
  const select = view.contentEl.querySelector("select");
  expect(Array.from(select?.options ?? [], ({ text }) => text)).toEqual(["By target", "By rule", "By note"]);
  expect(select?.getAttribute("aria-label")).toBe("Group by");
  view.enter("select", "rule");
  expect(view.said()).toEqual(["tag 1", "link 2"]);
});

test("a search waits for the last letter", async () => {
  const view = await openView(appOf({}), new Problems(some));
  view.enter("input", "t");
  view.enter("input", "tags");
  expect(view.status).toBe("3 problems in 3 files");
  await afterUpdate();
  expect(view.status).toBe("1 of 3 problems in 1 file");
  expect(view.getState()).toMatchObject({ text: "tags" });
  expect(view.contentEl.querySelector("input")?.value).toBe("tags");
});

test("the status is told politely", async () => {
  const view = await openView(appOf({}), new Problems(some));
  expect(view.one("[role=status]").getAttribute("aria-live")).toBe("polite");
});

test("filters that leave nothing are cleared by a button; the grouping stays", async () => {
  const view = await openView(appOf({}), new Problems(some), { text: "nowhere", grouping: "rule" });
  expect(view.status).toBe("No problem matches the filters");
  const clear = Array.from(view.contentEl.querySelectorAll("button")).find(
    ({ textContent }) => textContent === "Clear filters",
  );
  clear?.focus();
  clear?.click();
  expect(view.said()).toEqual(["> tag 1", "link 2"]);
  expect(document.activeElement).toBe(view.tree);
});

test("a filter by note is shown, and removed by a click", async () => {
  const view = await openView(appOf({}), new Problems(some), { note: "b.md" });
  expect(rules(view)).toEqual(["tag", "Has"]);
  button(view, "Remove filter: b.md").click();
  expect(view.status).toBe("3 problems in 3 files");
  expect(view.contentEl.querySelector("[aria-label^=Remove]")).toBeNull();
});

test("the menu of filters has the open note, its folder and the rules that find anything", async () => {
  const app = appOf({ "in/a.md": "" });
  jest.spyOn(app.workspace, "getActiveFile").mockReturnValue(fileAt(app, "in/a.md"));
  const view = await openView(app, new Problems(some));
  const menus = shownMenus();
  const open = (): Menu | undefined => {
    button(view, "Filter by note, folder or rule").click();
    return menus.at(-1);
  };
  expect(titlesOf(open())).toEqual(["Only the open note", "Only the folder of the open note", "link", "tag"]);
  choose(open(), "Only the open note");
  expect(view.status).toBe("1 of 3 problems in 1 file");
  choose(open(), "Only the open note");
  choose(open(), "Only the folder of the open note");
  expect(view.status).toBe("2 of 3 problems in 2 files");
  choose(open(), "tag");
  expect(view.status).toBe("No problem matches the filters");
});

test.each([
  ["a key", 0, "below its button"],
  ["the mouse", 1, "where the mouse is"],
])("the menu of filters that %s opens (detail %s) is %s", async (_, detail, where) => {
  const view = await openView(appOf({}), new Problems(some));
  const atMouse = jest.spyOn(Menu.prototype, "showAtMouseEvent").mockReturnThis();
  const atPosition = jest.spyOn(Menu.prototype, "showAtPosition").mockReturnThis();
  const filters = button(view, "Filter by note, folder or rule");
  jest.spyOn(filters, "getBoundingClientRect").mockReturnValue(new DOMRect(30, 40, 20, 10));
  filters.dispatchEvent(new MouseEvent("click", { detail }));
  const isBelow = where === "below its button";
  expect(atPosition.mock.calls.map(([at]) => at)).toEqual(isBelow ? [{ x: 30, y: 50 }] : []);
  expect(atMouse).toHaveBeenCalledTimes(isBelow ? 0 : 1);
});

test("the tree gets the focus when the leaf does, as soon as there are rows", async () => {
  let markReady = (): void => undefined;
  const app = appOf({});
  const view = await openView(app, new Problems(some, new Promise((resolve) => (markReady = resolve))));
  jest.spyOn(app.workspace, "getActiveViewOfType").mockReturnValue(view);
  view.setEphemeralState({ focus: true });
  expect(document.activeElement).toBe(document.body);
  markReady();
  await settle();
  expect(document.activeElement).toBe(view.tree);
  view.press("ArrowDown");
  view.tree.blur();
  view.setEphemeralState({ focus: true });
  expect(document.activeElement).toBe(view.tree);
  expect(view.said()[1]).toBe("> Has no tags b");
});

test("the focus stays with whoever has gone elsewhere before there are rows", async () => {
  let markReady = (): void => undefined;
  const app = appOf({});
  const view = await openView(app, new Problems(some, new Promise((resolve) => (markReady = resolve))));
  const active = jest.spyOn(app.workspace, "getActiveViewOfType");
  view.focusTree();
  active.mockReturnValue(null);
  markReady();
  await settle();
  expect(document.activeElement).toBe(document.body);
});

test("a row's menu filters by what it is about", async () => {
  const view = await openView(appOf({}), new Problems(some));
  const menus = shownMenus();
  view.click(view.row("Has no tags"), "contextmenu");
  await settle();
  choose(menus.at(-1), "Only this rule");
  expect(view.getState()).toMatchObject({ rule: "tag" });
});

test("the view's menu expands and collapses all", async () => {
  const view = await openView(appOf({}), new Problems(some), { grouping: "rule" });
  const menu = Menu.create2__();
  view.onPaneMenu(menu.asOriginalType2__(), "more-options");
  expect(titlesOf(menu)).toEqual(["Copy all as Markdown", "Export as a note", "Expand all", "Collapse all"]);
  choose(menu, "Expand all");
  expect(view.rows()).toHaveLength(5);
  choose(menu, "Collapse all");
  expect(view.rows()).toHaveLength(2);
});

test("the state that a view gives is the one that another takes", async () => {
  const state = {
    grouping: "note",
    severities: ["error", "warning"],
    text: "no",
    rule: "tag",
    folder: null,
    note: "b.md",
  };
  const view = await openView(appOf({}), new Problems(some), state);
  expect(view.getState()).toMatchObject(state);
  const other = await openView(appOf({}), new Problems(some), view.getState());
  expect(other.getState()).toEqual(view.getState());
  expect(other.said()).toEqual(view.said());
});

test("a part of a state leaves the rest as it is", async () => {
  const view = await openView(appOf({}), new Problems(some), { grouping: "rule" });
  await view.setState({ note: "b.md" }, { history: false });
  expect(view.getState()).toMatchObject({ grouping: "rule", note: "b.md" });
});

test.each([
  ["the note", { note: "x/a.md" }, "x/a.md", "x/b.md", { note: "x/b.md", folder: null }],
  ["the folder", { folder: "x" }, "x", "y/z", { note: null, folder: "y/z" }],
  ["a folder around them", { note: "x/a.md", folder: "x/y" }, "x", "z", { note: "z/a.md", folder: "z/y" }],
  ["another note", { note: "x/a.md" }, "x/a", "b", { note: "x/a.md", folder: null }],
])("a filter follows when %s is renamed", async (_, state, oldPath, newPath, expected) => {
  const app = appOf({ "x/a.md": "", "x/a/c.md": "", "x/y/d.md": "" });
  const view = await openView(app, new Problems(some), state);
  const saved = jest.spyOn(app.workspace, "requestSaveLayout");
  const file = app.vault.getAbstractFileByPath(oldPath);
  if (!file) throw new RangeError(`There is no "${oldPath}"`);
  await app.vault.rename(file, newPath);
  expect(view.getState()).toMatchObject(expected);
  expect(saved).toHaveBeenCalledTimes(oldPath === "x/a" ? 0 : 1);
});

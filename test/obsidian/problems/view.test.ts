/** @jest-environment jsdom */
import { problem } from "../../report/problems.ts";
import { appOf } from "../app.ts";
import { settle } from "../list-view.ts";
import { afterUpdate, openView, Problems } from "./open-view.ts";

const x = problem({ path: "a.md", rule: "link", target: "x", message: 'No "x"', severity: "warning" });
const y = { ...x, target: "y", message: 'No "y"' };
const tag = problem({ path: "b.md", rule: "tag", message: "Has no tags" });
const some = [x, { ...x, path: "c.md" }, y, tag];
const collapsed = ["tag 1", "Has no tags b", 'link No "…" 3', "x 2", "y a"];

test("rows are a tree", async () => {
  const view = await openView(appOf({}), new Problems(some));
  expect(view.said()).toEqual(collapsed);
  const attributes = [
    "aria-level",
    "aria-posinset",
    "aria-setsize",
    "aria-expanded",
    "aria-selected",
    "aria-label",
  ];
  expect(view.rows().map((row) => attributes.map((name) => row.getAttribute(name)))).toEqual([
    ["1", "1", "2", "true", "false", "Error: tag, 1 problem"],
    ["2", "1", "1", null, "false", "Error: Has no tags (tag), b.md"],
    ["1", "2", "2", "true", "false", 'Warning: link, No "…", 3 problems'],
    ["2", "1", "2", "false", "false", "Warning: x, 2 problems"],
    ["2", "2", "2", null, "false", 'Warning: No "y" (link), a.md'],
  ]);
  expect(view.tree.getAttribute("aria-label")).toBe("Problems");
  expect(view.tree.tabIndex).toBe(0);
  expect(new Set(view.rows().map(({ id }) => id)).size).toBe(5);
});

test.each<readonly [string, readonly string[], string]>([
  ["the focus goes to the first row", [], "tag 1"],
  ["down", ["ArrowDown"], "Has no tags b"],
  ["down and up", ["ArrowDown", "ArrowUp"], "tag 1"],
  ["not above the first", ["ArrowUp"], "tag 1"],
  ["to the end", ["End"], "y a"],
  ["not below the last", ["End", "ArrowDown"], "y a"],
  ["back to the beginning", ["End", "Home"], "tag 1"],
  ["by a page", ["PageDown"], "y a"],
  ["inwards", ["ArrowRight"], "Has no tags b"],
  ["not further than a problem", ["ArrowRight", "ArrowRight"], "Has no tags b"],
  ["outwards", ["End", "ArrowLeft"], 'link No "…" 3'],
  ["not further than the top", ["ArrowDown", "ArrowLeft", "ArrowLeft", "ArrowLeft"], "tag 1"],
  ["by a letter", ["l"], 'link No "…" 3'],
  ["by letters", ["h", "a", "s", " "], "Has no tags b"],
  ["by letters that no row begins with", ["l", "z"], 'link No "…" 3'],
])("keys lead %s", async (_, keys, expected) => {
  const view = await openView(appOf({}), new Problems(some));
  view.press(...keys);
  expect(view.said().filter((said) => said.startsWith("> "))).toEqual([`> ${expected}`]);
  expect(view.tree.getAttribute("aria-activedescendant")).toBe(view.row(expected.split(" ")[0] ?? "").id);
});

test.each<readonly [string, readonly string[], readonly string[]]>([
  ["right expands", ["l", "ArrowDown", "ArrowRight"], [...collapsed.slice(0, 3), "> x 2", "a", "c", "y a"]],
  ["left collapses", ["ArrowLeft"], ["> tag 1", ...collapsed.slice(2)]],
  ["Enter collapses and expands", ["Enter", "Enter"], ["> tag 1", ...collapsed.slice(1)]],
  ["a blank collapses", [" "], ["> tag 1", ...collapsed.slice(2)]],
])("keys: %s", async (_, keys, expected) => {
  const view = await openView(appOf({}), new Problems(some));
  view.press(...keys);
  expect(view.said()).toEqual(expected);
});

test("where one reads from right to left, left leads inwards", async () => {
  const view = await openView(appOf({}), new Problems(some));
  view.tree.setCssStyles({ direction: "rtl" });
  view.press("ArrowRight");
  expect(view.rows()[0]?.getAttribute("aria-expanded")).toBe("false");
  view.press("ArrowLeft");
  expect(view.rows()[0]?.getAttribute("aria-expanded")).toBe("true");
});

test("a key with a modifier is left to the app", async () => {
  const view = await openView(appOf({}), new Problems(some));
  view.press("Mod-ArrowDown", "Mod-l");
  expect(view.said()[0]).toBe("> tag 1");
});

test("a click expands", async () => {
  const view = await openView(appOf({}), new Problems(some));
  view.click(view.row("x"));
  expect(view.said()).toEqual([...collapsed.slice(0, 3), "> x 2", "a", "c", "y a"]);
});

test("an update keeps what is expanded and active", async () => {
  const problems = new Problems(some);
  const view = await openView(appOf({}), problems);
  view.press("l", "ArrowDown", "ArrowRight", "ArrowDown", "ArrowDown");
  expect(view.said()).toContain("> c");
  problems.give([...some.map((each) => ({ ...each })), { ...x, path: "b.md" }]);
  await afterUpdate();
  expect(view.said()).toEqual([
    ...collapsed.slice(0, 2),
    'link No "…" 4',
    ...["x 3", "a", "b", "> c", "y a"],
  ]);
  expect(view.tree.getAttribute("aria-activedescendant")).toBe(view.rows()[6]?.id);
});

test.each<readonly [string, typeof some, string]>([
  ["the next one of the same", [x, { ...x, path: "d.md" }, y, tag], "> d"],
  ["the one before", [x, { ...x, path: "a.md" }, y, tag], "> a"],
  ["what it was in", [y, { ...y, path: "b.md" }, tag], "> link 2"],
])("when the active problem is gone, active is %s", async (_, after, expected) => {
  const problems = new Problems([x, { ...x, path: "c.md" }, { ...x, path: "d.md" }, y, tag]);
  const view = await openView(appOf({}), problems);
  view.press("l", "ArrowDown", "ArrowRight", "ArrowDown", "ArrowDown");
  expect(view.said()).toContain("> c");
  problems.give(after);
  await afterUpdate();
  expect(view.said().filter((said) => said.startsWith("> "))).toEqual([expected]);
});

test("names with HTML in them stay text", async () => {
  const hostile = '<img src=x onerror="alert(1)"><b>';
  const view = await openView(
    appOf({}),
    new Problems([problem({ path: `${hostile}.md`, target: hostile, message: `No "${hostile}"` })]),
    { rule: "a-rule", folder: null },
  );
  expect(view.contentEl.querySelectorAll("img, b")).toHaveLength(0);
  expect(view.said()[1]).toContain(hostile);
});

test("the view says that it reads, and then that there is nothing to lint", async () => {
  let markReady = (): void => undefined;
  const problems = new Problems([], new Promise((resolve) => (markReady = resolve)));
  const view = await openView(appOf({}), problems);
  expect(view.status).toBe("Reading the vault…");
  markReady();
  await settle();
  expect(view.status).toBe("There are no notes to lint");
  expect(view.contentEl.textContent).not.toContain("All clean");
});

test("the view says that the vault could not be read", async () => {
  const view = await openView(appOf({}), new Problems([], Promise.reject(new Error("No disk"))));
  expect(view.status).toBe("The vault could not be read: No disk");
});

test("closing the view leaves no listener", async () => {
  const problems = new Problems(some);
  const view = await openView(appOf({}), problems);
  expect(problems.found.followerCount).toBe(1);
  view.unload();
  expect(problems.found.followerCount).toBe(0);
});

test.each(["target", "note", "rule"])(
  "what is active and collapsed stays so when a folder is renamed, by %s",
  async (grouping) => {
    const listed = (folder: string): typeof some =>
      ["a", "b", "c"].flatMap((name) => [
        { ...x, path: `${folder}/${name}.md` },
        { ...tag, path: `${folder}/${name}.md` },
      ]);
    const app = appOf({ "old/a.md": "", "old/b.md": "", "old/c.md": "" });
    const problems = new Problems(listed("old"));
    const view = await openView(app, problems, { grouping });
    view.press("End", "ArrowRight", "ArrowDown", "ArrowDown", "Home", "End", "ArrowUp");
    const before = view.said();
    const folder = app.vault.getAbstractFileByPath("old");
    if (!folder) throw new RangeError("There is no folder");
    await app.vault.rename(folder, "0/new");
    problems.give(listed("0/new"));
    await afterUpdate();
    expect(view.said()).toEqual(before.map((said) => said.replace("old", "0/new")));
    expect(before.filter((said) => said.startsWith("> "))).toHaveLength(1);
  },
);

/** @jest-environment jsdom */
import type { App } from "obsidian-test-mocks/obsidian";
import { WorkspaceLeaf } from "obsidian-test-mocks/obsidian";
import { appOf, original } from "../app.ts";
import { settle } from "../list-view.ts";
import { choose, shownMenus, titlesOf } from "../shown-menus.ts";
import { openTree, type OpenTree } from "./open-view.ts";

const files = {
  "home.md": "To [[two#Part|there]], [[gone#Later]] and [[plan.canvas]].\n",
  "two.md": "# Part\n\nBack\nto [[home]].\n",
  "plan.canvas": "{}",
};

/** What is opened from now on: the file, with what of it and how. */
function heardOpenings(app: App): readonly unknown[][] {
  const heard: unknown[][] = [];
  const { workspace } = app;
  const getLeaf = workspace.getLeaf.bind(workspace);
  let pane: unknown = null;
  jest.spyOn(workspace, "getLeaf").mockImplementation((asked) => {
    pane = asked;
    return getLeaf("tab");
  });
  jest.spyOn(WorkspaceLeaf.prototype, "openFile").mockImplementation((file, state) => {
    heard.push([file.path, pane, state?.active, state?.eState]);
    return Promise.resolve();
  });
  jest.spyOn(workspace, "openLinkText").mockImplementation((...said) => {
    heard.push(said);
    return Promise.resolve();
  });
  return heard;
}

async function open(app: App): Promise<{ view: OpenTree; heard: readonly unknown[][] }> {
  const view = await openTree(app, "home.md");
  return { view, heard: heardOpenings(app) };
}

test.each<readonly [string, (view: OpenTree) => void, readonly unknown[]]>([
  [
    "a click, where the link leads",
    (view) => {
      view.click(view.row("two"));
    },
    ["two.md", false, true, { subpath: "#Part" }],
  ],
  [
    "a click with Mod, in a new tab",
    (view) => {
      view.click(view.row("plan.canvas"), "click", { ctrlKey: true });
    },
    ["plan.canvas", "tab", true, {}],
  ],
  [
    "a middle click, in a tab that stays behind",
    (view) => {
      view.click(view.row("two"), "auxclick", { button: 1 });
    },
    ["two.md", "tab", false, { subpath: "#Part" }],
  ],
  [
    "Enter",
    (view) => {
      view.press("ArrowDown", "Enter");
    },
    ["two.md", false, true, { subpath: "#Part" }],
  ],
  [
    "Enter with Mod, in a new tab",
    (view) => {
      view.press("ArrowDown", "Mod-Enter");
    },
    ["two.md", "tab", true, { subpath: "#Part" }],
  ],
  [
    "a backlink, where it mentions the note",
    (view) => {
      view.press("ArrowDown", "ArrowDown", "ArrowDown", "ArrowDown", "Enter");
    },
    ["two.md", false, true, { line: 3 }],
  ],
  [
    "a target without a file, as the app does",
    (view) => {
      view.click(view.row("gone"));
    },
    ["gone#Later", "home.md", false],
  ],
])("opens: %s", async (_, act, expected) => {
  const { view, heard } = await open(appOf(files));
  act(view);
  await settle();
  expect(heard).toEqual([expected]);
});

test("a click on a group or on what a row is expanded with opens nothing", async () => {
  const { view, heard } = await open(appOf(files));
  view.click(view.row("links"));
  view.click(view.row("links"));
  view.twist("two");
  expect(heard).toEqual([]);
  expect(view.drawn()).toContain("  > two");
});

test("a middle click on a target without a file makes no note", async () => {
  const { view, heard } = await open(appOf(files));
  view.click(view.row("gone"), "auxclick", { button: 1 });
  await settle();
  expect(heard).toEqual([]);
});

test("a row that the pointer comes over asks for the app's page preview, once", async () => {
  const app = appOf(files);
  const view = await openTree(app, "home.md");
  const heard: unknown[] = [];
  app.workspace.on("hover-link", (said) => heard.push(...Object.entries(said ?? {})));
  view.click(view.row("two"), "mouseover");
  const label = view.row("two").querySelector<HTMLElement>(".linkage-list-label");
  if (label) view.click(label, "mouseover");
  view.click(view.row("links"), "mouseover");
  const values = new Map(heard.map((entry) => entry as [string, unknown]));
  expect([heard.length, values.size]).toEqual([6, 6]);
  expect(["source", "linktext", "sourcePath"].map((name) => values.get(name))).toEqual([
    "linkage-tree",
    "two.md#Part",
    "home.md",
  ]);
  expect(values.get("hoverParent") === view && values.get("targetEl") === view.row("two")).toBe(true);
});

test("a row that is dragged drops a link by the user's settings", async () => {
  const app = appOf(files);
  const view = await openTree(app, "home.md");
  jest
    .spyOn(app.fileManager, "generateMarkdownLink")
    .mockImplementation((file, from, subpath) => `${file.path}${subpath ?? ""}<${from}`);
  const dragged = (row: HTMLElement): string | undefined => {
    const event = new MouseEvent("dragstart", { bubbles: true, cancelable: true });
    let data: string | undefined;
    Object.assign(event, { dataTransfer: { setData: (_: string, text: string) => (data = text) } });
    row.dispatchEvent(event);
    return data;
  };
  expect(view.row("two").draggable).toBe(true);
  expect(dragged(view.row("two"))).toBe("two.md#Part<home.md");
  expect(dragged(view.row("gone"))).toBe("[[gone#Later]]");
  expect(view.row("links").draggable).not.toBe(true);
});

test("the menu of a note is ours and the app's", async () => {
  const app = appOf(files);
  const { view, heard } = await open(app);
  const menus = shownMenus();
  const others: unknown[] = [];
  original(app).workspace.on("file-menu", (menu, file, source) => {
    menu.addItem((item) => item.setTitle("Another plugin's"));
    others.push([file.path, source]);
  });
  view.click(view.row("two"), "contextmenu");
  const ours = ["Open", "Open in new tab", "Show its linkage tree", "Copy link"];
  expect(titlesOf(menus[0])).toEqual([...ours, "Another plugin's"]);
  expect(others).toEqual([["two.md", "linkage-tree"]]);
  choose(menus[0], "Open in new tab");
  expect(heard).toEqual([["two.md", "tab", true, { subpath: "#Part" }]]);
  choose(menus[0], "Show its linkage tree");
  expect(view.getState()).toMatchObject({ note: "two.md", pinned: true });
});

test("the menu of a target without a file offers to make the note", async () => {
  const { view } = await open(appOf(files));
  const menus = shownMenus();
  view.press("End", "ContextMenu");
  expect(titlesOf(menus[0])).toEqual(["Create note", 'Create the note "gone" as TJ', "Copy link"]);
});

test.each([
  ["t", "#t", ["Search for this tag", "Copy tag", "Expand all below"], "Copy tag", "#t"],
  ["b", "backlinks", ["Copy as list", "Expand all below"], "Copy as list", "- backlinks (1)\n  - [[two]]\n"],
])("the menu of %s", async (_, row, titles, title, copied) => {
  const app = appOf({ "home.md": "---\ntags: [t]\n---\n", "two.md": "---\ntags: [t]\n---\n[[home]]\n" });
  const view = await openTree(app, "home.md");
  const menus = shownMenus();
  let text = "";
  const clipboard = { writeText: (written: string) => Promise.resolve(void (text = written)) };
  Object.defineProperty(window.navigator, "clipboard", { value: clipboard, configurable: true });
  view.click(view.row(row), "contextmenu");
  expect(titlesOf(menus[0])).toEqual(titles);
  choose(menus[0], title);
  await settle();
  expect(text).toBe(copied);
});

test("a tag is searched for in the app", async () => {
  const view = await openTree(appOf({ "home.md": "---\ntags: [a/b]\n---\n" }), "home.md");
  const menus = shownMenus();
  const opened = jest.spyOn(window, "open").mockReturnValue(null);
  view.click(view.row("#a/b"), "contextmenu");
  choose(menus[0], "Search for this tag");
  expect(opened).toHaveBeenCalledWith("obsidian://search?query=tag%3A%23a%2Fb");
});

test("all below a group is expanded, down to what notes hold", async () => {
  const files = { "home.md": "---\ntags: [t, u]\n---\n", "two.md": "---\ntags: [t]\n---\n[[home]]\n" };
  const view = await openTree(appOf(files), "home.md", { groups: ["tags"], depth: 1 });
  const menus = shownMenus();
  view.click(view.row("tags"), "contextmenu");
  choose(menus[0], "Expand all below");
  expect(view.drawn()).toBe(
    "> tags · 2\n  #t · 2\n    home · cycle\n    two\n      + tags · 1\n  #u · 1\n    home · cycle",
  );
});

test("groups, order and depth are chosen in a menu, and remembered", async () => {
  const app = appOf(files);
  const view = await openTree(app, "home.md");
  const saved = jest.spyOn(app.workspace, "requestSaveLayout");
  const menus = shownMenus();
  const options = (): void => {
    view.click(view.button("Groups, order and depth"));
  };
  options();
  expect(titlesOf(menus[0])).toEqual([
    ...["Linkage", "Tags", "See also", "Links", "Backlinks", "Unresolved", "Journal"],
    ...["In text order", "By name", "Newest first", "Most links first"],
    ...["Groups only", "2 levels open", "3 levels open", "Below notes only their own links"],
  ]);
  choose(menus[0], "Links");
  choose(menus[0], "By name");
  expect(view.drawn()).toMatch(/^backlinks/);
  options();
  choose(menus[1], "Groups only");
  options();
  choose(menus[2], "Links");
  expect(view.drawn()).toBe("+ links · 2\n+ backlinks · 1\n+ unresolved · 1");
  expect(view.getState()).toMatchObject({ order: "name", depth: 1 });
  expect(saved).toHaveBeenCalledTimes(4);
});

/** @jest-environment jsdom */
import { type App, type MarkdownView, Menu, WorkspaceMobileDrawer } from "obsidian-test-mocks/obsidian";
import { connectedAppOf, fileAt, liveVaultOf } from "../app.ts";
import { heardNotices } from "../heard-notices.ts";
import { settle } from "../list-view.ts";
import { choose, shownMenus, titlesOf } from "../shown-menus.ts";
import { type OpenView, openView, withEditors } from "./open-view.ts";

const files = {
  "Home.md": "",
  "heat pumps.md": "",
  "a.md": "First\nSee [[Nowhere]] and [[heat-pumps]]\n",
  "crlf.md": "First\r\nSecond\r\n[[Elsewhere]] [[Elsewhere]]\r\n",
};

let app: App;
let opened: () => MarkdownView | null;
let notices: readonly string[];

beforeEach(() => {
  app = connectedAppOf(files);
  ({ opened } = withEditors(app));
  notices = heardNotices();
});

afterEach(() => {
  jest.restoreAllMocks();
});

/** The view by note, all of it in sight. */
async function byNote(): Promise<OpenView> {
  return openView(app, await liveVaultOf(app), { grouping: "note" });
}

function selected(): string | undefined {
  return opened()?.editor.getSelection();
}

/** Open the menu of the row that says `text`, and wait until it is there. */
async function menuOf(view: OpenView, text: string) {
  const menus = shownMenus();
  view.click(view.row(text), "contextmenu");
  await settle();
  return menus.at(-1);
}

test.each<readonly [string, (view: OpenView, row: HTMLElement) => void, "tab" | false]>([
  [
    "a click",
    (view, row) => {
      view.click(row);
    },
    false,
  ],
  [
    "a click with Mod",
    (view, row) => {
      view.click(row, "click", { ctrlKey: true });
    },
    "tab",
  ],
  [
    "a middle click",
    (view, row) => {
      view.click(row, "auxclick", { button: 1 });
    },
    "tab",
  ],
  [
    "Enter",
    (view) => {
      view.press("ArrowDown", "Enter");
    },
    false,
  ],
  [
    "Mod-Enter",
    (view) => {
      view.press("ArrowDown", "Mod-Enter");
    },
    "tab",
  ],
])("%s leads to the range of a problem", async (_, act, pane) => {
  const view = await byNote();
  const getLeaf = jest.spyOn(app.workspace, "getLeaf");
  act(view, view.row("Nowhere"));
  await settle();
  expect(getLeaf.mock.lastCall).toEqual([pane]);
  expect(selected()).toBe("[[Nowhere]]");
  expect(notices).toEqual([]);
});

test("on a phone the drawer that the view is in makes room for the note", async () => {
  const view = await byNote();
  const drawer = WorkspaceMobileDrawer.create2__();
  const collapse = jest.spyOn(drawer, "collapse");
  Object.assign(app.workspace, { rightSplit: drawer });
  const [note] = view.rows();
  if (note) view.click(note);
  expect(collapse).not.toHaveBeenCalled();
  view.press("Enter");
  view.click(view.row("Nowhere"));
  await settle();
  expect(collapse).toHaveBeenCalledTimes(1);
});

test("in a file with CRLF the editor's own offsets are selected", async () => {
  const view = await byNote();
  const [, second] = view.rows().filter(({ textContent }) => textContent.includes("Elsewhere"));
  if (second) view.click(second);
  await settle();
  expect(selected()).toBe("[[Elsewhere]]");
  expect(opened()?.editor.getCursor("from")).toMatchObject({ line: 2, ch: 14 });
});

test("in a note that has changed the problem is looked up again", async () => {
  const view = await byNote();
  jest.spyOn(app.vault, "read").mockResolvedValue(`New\n\n${files["a.md"]}`);
  view.click(view.row("Nowhere"));
  await settle();
  expect(selected()).toBe("[[Nowhere]]");
  expect(notices).toEqual([]);
});

test("a problem that is no longer in its note is told, and nothing is selected", async () => {
  const view = await byNote();
  jest.spyOn(app.vault, "read").mockResolvedValue("First\nSee [[Home]]    and [[heat-pumps]]\n");
  view.click(view.row("Nowhere"));
  await settle();
  expect(selected()).toBe("");
  expect(notices).toEqual(['"a.md" has changed, and the problem is no longer there']);
});

test("a note that was deleted is told", async () => {
  const view = await byNote();
  const row = view.row("Nowhere");
  await app.fileManager.trashFile(fileAt(app, "a.md"));
  view.click(row);
  await settle();
  expect(notices).toEqual(['"a.md" is no longer there']);
});

test("a note that was deleted behind the app's back is told", async () => {
  const view = await byNote();
  jest.spyOn(app.vault, "read").mockRejectedValue(new Error("ENOENT: no such file or directory"));
  jest.spyOn(app.vault.adapter, "exists").mockResolvedValue(false);
  view.click(view.row("Nowhere"));
  await settle();
  expect(notices).toEqual(['"a.md" is no longer there']);
});

test("a note that was renamed is followed to the problem", async () => {
  const view = await byNote();
  const row = view.row("Nowhere");
  await app.vault.rename(fileAt(app, "a.md"), "b.md");
  view.click(row);
  await settle();
  expect(opened()?.file?.path).toBe("b.md");
  expect(selected()).toBe("[[Nowhere]]");
  expect(notices).toEqual([]);
});

test("what goes wrong in the app is told", async () => {
  const view = await byNote();
  jest.spyOn(app.workspace, "getLeaf").mockReturnValue(app.workspace.getLeaf("tab"));
  jest.spyOn(app.vault, "read").mockRejectedValue(new Error("No disk"));
  view.click(view.row("Nowhere"));
  await settle();
  expect(notices).toEqual(['"a.md" could not be opened']);
});

test("a mistake of the config has a place, and a click says what to do", async () => {
  app = connectedAppOf({ "a.md": "", "linkage.yaml": "placeholders: []\nrulez: a\n" });
  const view = await byNote();
  expect(view.row("rulez").querySelector("[class$=-place]")?.textContent).toBe("2:1");
  jest.spyOn(app.vault, "getFileByPath").mockReturnValue(null);
  view.click(view.row("rulez"));
  await settle();
  expect(notices).toEqual([
    expect.stringMatching(
      /^linkage\.yaml, line 2: .*rulez.*: change it in Linkage's settings or in a text editor$/,
    ),
  ]);
});

test("a mistake of the config is selected where the app opens the file", async () => {
  app = connectedAppOf({ "a.md": "", "linkage.yaml": "placeholders: []\nrulez: a\n" });
  ({ opened } = withEditors(app));
  const view = await byNote();
  view.click(view.row("rulez"));
  await settle();
  expect(selected()).toBe("rulez");
  expect(notices).toEqual([]);
});

test("a problem's menu has its repairs", async () => {
  const menu = await menuOf(await byNote(), "heat-pumps");
  expect(titlesOf(menu)).toEqual([
    "Open",
    "Open in new tab",
    'Link to "heat pumps"',
    'Create the note "heat-pumps"',
    'Create the note "heat-pumps" as TJ',
    'Repair all links to "heat-pumps"…',
    "Fix this note…",
    'Keep "heat-pumps" as a placeholder…',
    "Ignore unresolved-link in this note…",
    "Ignore this note…",
    "Only this rule",
    "Only this note",
    "Copy as Markdown",
  ]);
});

test("a repair is written into the file", async () => {
  choose(await menuOf(await byNote(), "heat-pumps"), 'Link to "heat pumps"');
  await settle();
  expect(await app.vault.read(fileAt(app, "a.md"))).toBe(
    "First\nSee [[Nowhere]] and [[heat pumps|heat-pumps]]\n",
  );
  expect(notices).toEqual([]);
});

test("a repair is written into the open editor", async () => {
  const view = await byNote();
  view.click(view.row("Nowhere"));
  await settle();
  choose(await menuOf(view, "heat-pumps"), 'Link to "heat pumps"');
  await settle();
  expect(opened()?.editor.getValue()).toBe("First\nSee [[Nowhere]] and [[heat pumps|heat-pumps]]\n");
});

test("a file that has changed since its menu was opened stays as it is", async () => {
  const menu = await menuOf(await byNote(), "heat-pumps");
  const text = "Second\nSee [[Nowhere]] and [[heat-pumps]]\n";
  await app.vault.modify(fileAt(app, "a.md"), text);
  choose(menu, 'Link to "heat pumps"');
  await settle();
  expect(await app.vault.read(fileAt(app, "a.md"))).toBe(text);
  expect(notices).toEqual(['"a.md" has changed meanwhile, so nothing was written']);
});

test("an editor that shows something else by now stays as it is", async () => {
  const view = await byNote();
  view.click(view.row("Nowhere"));
  await settle();
  const menu = await menuOf(view, "heat-pumps");
  opened()?.editor.setValue("New [[heat-pumps]]");
  choose(menu, 'Link to "heat pumps"');
  await settle();
  expect(opened()?.editor.getValue()).toBe("New [[heat-pumps]]");
  expect(notices).toEqual(['"a.md" has changed meanwhile, so nothing was written']);
});

test.each([["ContextMenu"], ["Shift-F10"]])("%s opens the menu of the active row, once", async (key) => {
  const view = await byNote();
  const menus = shownMenus();
  view.press("ArrowDown", key);
  view.click(view.tree, "contextmenu");
  await settle();
  expect(menus.map(titlesOf)).toEqual([expect.arrayContaining(["Open"])]);
});

test("a note's menu is about all of its problems", async () => {
  const menu = await menuOf(await byNote(), "crlf");
  expect(titlesOf(menu)).toEqual([
    "Fix this note…",
    "Ignore this note…",
    "Only this note",
    "Copy as Markdown",
  ]);
});

test("problems are copied as Markdown, the author's words as text", async () => {
  const written: string[] = [];
  const clipboard = {
    writeText: (text: string) => {
      written.push(text);
      return Promise.resolve();
    },
  };
  Object.assign(navigator, { clipboard });
  await app.vault.create("b.md", "[[*b*]]");
  const view = await byNote();
  choose(await menuOf(view, "*b*"), "Copy as Markdown");
  choose(await menuOf(view, "crlf"), "Copy as Markdown");
  await settle();
  expect(written).toEqual([
    expect.stringMatching(/^- \[\[b\]\] 1:1 No file matches "\\\*b\\\*" \(`unresolved-link`\)$/),
    expect.stringMatching(
      /^## unresolved-link: 2 warnings\n\n- \[\[crlf\]\] 3:1 .*\n- \[\[crlf\]\] 3:15 .*\n$/,
    ),
  ]);
  expect(notices).toEqual(["1 problem copied", "2 problems copied"]);
});

describe("the list is exported", () => {
  async function exported(view: OpenView): Promise<readonly string[]> {
    const menu = Menu.create2__();
    view.onPaneMenu(menu.asOriginalType2__(), "more-options");
    choose(menu, "Export as a note");
    await settle();
    return app.vault
      .getMarkdownFiles()
      .map(({ path }) => path)
      .filter((path) => path.includes("Problems"));
  }

  test("to a new note, which opens", async () => {
    expect(await exported(await byNote())).toEqual(["Problems.md"]);
    const text = await app.vault.read(fileAt(app, "Problems.md"));
    expect(text).toMatch(
      /^---\nlinkage-report: true\ndraft: true\n---\n\n# Problems on \d{4}-\d\d-\d\d\n\n4 problems\n\n## unresolved-link: 4 warnings\n/,
    );
    const places = Array.from(
      text.matchAll(/`(.*)` (.*)/g),
      ([, path, at]) => `${String(path)} ${String(at)}`,
    );
    expect(places.sort()).toEqual(["a.md 2:21", "a.md 2:5", "crlf.md 3:1, 3:15"]);
    expect(text).not.toContain("[[");
    expect(opened()?.file?.path).toBe("Problems.md");
    expect(notices).toEqual([]);
  });

  test("as it is filtered, beside another list", async () => {
    await app.vault.create("Problems.md", "mine");
    const view = await byNote();
    view.enter("input", "Nowhere");
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(await exported(view)).toEqual(["Problems.md", "Problems 2.md"]);
    expect(await app.vault.read(fileAt(app, "Problems.md"))).toBe("mine");
    expect(await app.vault.read(fileAt(app, "Problems 2.md"))).not.toContain("Elsewhere");
  });

  test("unless there is nothing in it", async () => {
    app = connectedAppOf({ "Home.md": "" });
    expect(await exported(await byNote())).toEqual([]);
    expect(notices).toEqual(["No problem is shown, so there is nothing to export"]);
  });
});

describe("a missing note is made", () => {
  test.each([
    ["x/b.md", "[[New]]", "x/New.md"],
    ["x/b.md", "[[/New]]", "New.md"],
    ["b.md", "[[y/z/New]]", "y/z/New.md"],
  ])("in %s for %s at %s, and opens", async (path, link, made) => {
    app = connectedAppOf({ [path]: link });
    ({ opened } = withEditors(app));
    choose(await menuOf(await byNote(), "No file matches"), `Create the note "${link.slice(2, -2)}"`);
    await settle();
    expect(await app.vault.read(fileAt(app, made))).toBe("");
    expect(opened()?.file?.path).toBe(made);
    expect(notices).toEqual([]);
  });

  test.each([
    ["[[New thing]]", "x/New thing.md"],
    ["[[y/New thing]]", "y/New thing.md"],
  ])("for %s at %s as one of the only type", async (link, made) => {
    app = connectedAppOf({ "x/b.md": `---\nnote_id: 230718TJ01\n---\n${link}` });
    ({ opened } = withEditors(app));
    choose(await menuOf(await byNote(), "No file matches"), `Create the note "${link.slice(2, -2)}" as TJ`);
    await settle();
    const text = await app.vault.read(fileAt(app, made));
    expect(text).toMatch(/^---\ntitle: New thing\n[^]*\nnote_id: \d{6}TJ01\n/);
    expect(opened()?.file?.path).toBe(made);
    expect(notices).toEqual([]);
  });

  test("nor as one of a type over such a file", async () => {
    const menu = await menuOf(await byNote(), "Nowhere");
    await app.vault.create("Nowhere.md", "mine");
    choose(menu, 'Create the note "Nowhere" as TJ');
    await settle();
    expect(await app.vault.read(fileAt(app, "Nowhere.md"))).toBe("mine");
    expect(notices).toEqual(['"Nowhere.md" is there already']);
  });

  test("never over a file that has come meanwhile", async () => {
    const menu = await menuOf(await byNote(), "Nowhere");
    await app.vault.create("Nowhere.md", "mine");
    choose(menu, 'Create the note "Nowhere"');
    await settle();
    expect(await app.vault.read(fileAt(app, "Nowhere.md"))).toBe("mine");
    expect(notices).toEqual(['"Nowhere.md" is there already']);
  });

  test.each(["![[New.png]]", "[[../New]]", "[[What is it?]]", "[[a/]]", "[[.New]]"])(
    "but not for %s",
    async (link) => {
      app = connectedAppOf({ "b.md": link });
      expect(titlesOf(await menuOf(await byNote(), "No file")).join()).not.toContain("Create");
    },
  );
});

/** @jest-environment jsdom */
import { FuzzySuggestModal, Modal, Notice, type Command, type Editor } from "obsidian";
import { MarkdownView, Platform, Plugin, WorkspaceLeaf } from "obsidian-test-mocks/obsidian";
import { LiveVault } from "../../src/obsidian/live-vault.ts";
import { linkageViewType } from "../../src/obsidian/linkage-tree/linkage-view.ts";
import { problemsViewType } from "../../src/obsidian/problems/problems-view.ts";
import { connectedAppOf, fileAt } from "./app.ts";
import { enable, until } from "./enabled-plugin.ts";

const notices: string[] = [];

beforeEach(() => {
  notices.length = 0;
  jest.spyOn(Notice.prototype, "constructor__" as never).mockImplementation(((message: string) => {
    notices.push(message);
  }) as never);
});

afterEach(() => {
  jest.restoreAllMocks();
});

type App = ReturnType<typeof connectedAppOf>;

function command(plugin: Plugin, id: string): Command {
  const found = plugin.commands__.get(id);
  if (!found) throw new RangeError(`There is no command "${id}"`);
  return found;
}

/** The plugin, when it has read the vault for the first time, and told of it. */
async function enabled(app: App): Promise<Plugin> {
  const plugin = enable(app);
  await hasRead(plugin);
  return plugin;
}

async function hasRead(plugin: Plugin): Promise<void> {
  const vault = plugin.children__.find((child) => child instanceof LiveVault);
  if (!vault) throw new RangeError("The plugin follows no vault");
  await vault.ready;
}

/** Long enough for the first reading of a small vault. */
function moment(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 50));
}

test("has its commands, with names in sentence case, without hotkeys and without the plugin's id", () => {
  const plugin = enable(connectedAppOf({}));
  const commands = [...plugin.commands__.values()];
  expect(commands.map(({ id, name }) => `${id}: ${name}`).sort()).toEqual([
    "compare-links: Compare with the app's links",
    "copy-tree-html: Copy linkage tree as HTML block",
    "copy-tree-markdown: Copy linkage tree as Markdown",
    "copy-tree-mermaid: Copy linkage tree as Mermaid",
    "explain-problem: Explain this problem",
    "fix-note: Fix this note",
    "fix-problem: Fix this problem",
    "fix-vault: Fix problems in vault",
    "infer-note-types: Infer note types",
    "insert-block: Insert linkage block",
    "lint-note: Lint this note",
    "lint-vault: Lint vault",
    "new-note: New note of a type",
    "next-problem: Next problem",
    "open-problems: Open problems",
    "open-tree: Open linkage tree",
    "previous-problem: Previous problem",
    "repair-links: Repair all links to this target",
    "undo-batch: Undo last batch",
    "update-block: Update linkage block",
  ]);
  expect(commands.filter(({ hotkeys }) => hotkeys !== undefined)).toEqual([]);
  plugin.unload();
});

const longText = "Many words, *some* of them `marked`.\n".repeat(200);

describe("enabled and disabled 50 times", () => {
  test.each([
    ["at once", 0, () => Promise.resolve()],
    ["while it reads", 100, () => new Promise<void>((resolve) => setTimeout(resolve, 20))],
    ["when it has read", 0, (_: App, plugin: Plugin) => hasRead(plugin)],
    [
      "with changes to come",
      0,
      async (app: App, plugin: Plugin) => {
        await hasRead(plugin);
        await app.vault.modify(fileAt(app, "a.md"), "[[gone]]");
      },
    ],
    [
      "while it lints the vault",
      0,
      async (_: App, plugin: Plugin) => {
        await hasRead(plugin);
        command(plugin, "lint-vault").callback?.();
      },
    ],
  ])("leaves nothing behind, disabled %s", async (_, notes, meanwhile) => {
    const many = Object.fromEntries(Array.from({ length: notes }, (_, i) => [`n${String(i)}.md`, longText]));
    const app = connectedAppOf({ "a.md": "", "b.md": "[[a]]", ...many });
    const left = countWhatIsLeft(app);
    for (let time = 0; time < 50; time += 1) {
      const plugin = enable(app);
      await meanwhile(app, plugin);
      plugin.unload();
    }
    expect(left()).toEqual({ events: 0, listeners: 0, timers: 0 });
    // What is in the air when the plugin goes must not start anything.
    await moment();
    expect(left()).toEqual({ events: 0, listeners: 0, timers: 0 });
  });

  test("leaves nothing behind on a phone", async () => {
    jest.replaceProperty(Platform, "isMobile", true);
    const app = connectedAppOf({ "a.md": "[[gone]]" });
    const left = countWhatIsLeft(app);
    for (let time = 0; time < 50; time += 1) {
      const plugin = await enabled(app);
      plugin.unload();
    }
    expect(left()).toEqual({ events: 0, listeners: 0, timers: 0 });
  });
});

/** Count from now on what is registered and not released: the app's events, DOM listeners and timers. */
function countWhatIsLeft(app: App): () => Readonly<Record<string, number>> {
  let events = 0;
  for (const source of [app.vault, app.workspace]) {
    const on = source.on.bind(source);
    const offref = source.offref.bind(source);
    source.on = (...args) => {
      events += 1;
      return on(...args);
    };
    source.offref = (ref) => {
      events -= 1;
      offref(ref);
    };
  }
  const added = jest.spyOn(EventTarget.prototype, "addEventListener");
  const removed = jest.spyOn(EventTarget.prototype, "removeEventListener");
  const timers = new Set<unknown>();
  const setTimer = window.setTimeout.bind(window);
  const clearTimer = window.clearTimeout.bind(window);
  jest.spyOn(window, "setTimeout").mockImplementation(((run: () => void, delay?: number) => {
    const timer = setTimer(() => {
      timers.delete(timer);
      run();
    }, delay);
    timers.add(timer);
    return timer;
  }) as never);
  jest.spyOn(window, "clearTimeout").mockImplementation((timer) => {
    timers.delete(timer);
    clearTimer(timer);
  });
  return () => ({
    events,
    listeners: added.mock.calls.length - removed.mock.calls.length,
    timers: timers.size,
  });
}

/** An editor with `text`, the cursor where `|` stands, on the note at `path`. */
function editorOn(app: App, path: string, textWithCursor: string): MarkdownView {
  const view = MarkdownView.create2__(WorkspaceLeaf.create2__(app));
  view.file = fileAt(app, path);
  view.editor.setValue(textWithCursor.replace("|", ""));
  view.editor.setCursor(view.editor.offsetToPos(textWithCursor.indexOf("|")));
  return view;
}

/** Run a command for an editor; gives whether it was there to run. */
function runIn(plugin: Plugin, id: string, view: MarkdownView): boolean {
  const { editorCheckCallback, checkCallback } = command(plugin, id);
  if (checkCallback) {
    showLast(view);
    return checkCallback(true) === true && checkCallback(false) === true;
  }
  const editor = view.editor as unknown as Editor;
  const context = view.asOriginalType7__();
  const isThere = editorCheckCallback?.(true, editor, context) === true;
  if (isThere) editorCheckCallback(false, editor, context);
  return isThere;
}

/** Have this view be the one that was active last, while another one is active that shows no note. */
function showLast(view: MarkdownView): void {
  const { leaf } = view;
  Object.assign(leaf, { view });
  view.getViewData = () => view.editor.getValue();
  jest.spyOn(view.app.workspace, "getMostRecentLeaf").mockReturnValue(leaf);
}

/** The editor's text with its selection in brackets `«»`. */
function selected({ editor }: MarkdownView): string {
  const [from, to] = [
    editor.posToOffset(editor.getCursor("from")),
    editor.posToOffset(editor.getCursor("to")),
  ];
  const text = editor.getValue();
  return `${text.slice(0, from)}«${text.slice(from, to)}»${text.slice(to)}`;
}

describe("in an editor", () => {
  const files = { "Home Port.md": "", "a.md": "" };

  test.each([
    ["next-problem", "|x [[b]] y [[c]]", "x «[[b]]» y [[c]]"],
    ["next-problem", "x [[b|]] y [[c]]", "x [[b]] y «[[c]]»"],
    ["next-problem", "x [[b]] y [[c]] |", "x «[[b]]» y [[c]] "],
    ["previous-problem", "x [[b]] y [[c]]|", "x [[b]] y «[[c]]»"],
    ["previous-problem", "|x [[b]] y [[c]]", "x [[b]] y «[[c]]»"],
    ["next-problem", "one\ntwo|\n[[b]]", "one\ntwo\n«[[b]]»"],
  ])("%s goes from %j to the problem and says it", async (id, before, after) => {
    const app = connectedAppOf(files);
    const plugin = await enabled(app);
    const view = editorOn(app, "a.md", before);
    expect(runIn(plugin, id, view)).toBe(true);
    await until(() => notices.length > 0);
    expect(selected(view)).toBe(after);
    expect(notices).toEqual([expect.stringContaining("No file matches")]);
    plugin.unload();
  });

  test("without problems there is none to go to", async () => {
    const app = connectedAppOf(files);
    const plugin = await enabled(app);
    expect(runIn(plugin, "next-problem", editorOn(app, "a.md", "|fine"))).toBe(false);
    plugin.unload();
  });

  test.each([
    ["x [[home-|port]] [[home-port]]", true, "x [[Home Port|home-port]] [[home-port]]"],
    ["|x [[home-port]]", false, "x [[home-port]]"],
    ["[[Now|here]]", false, "[[Nowhere]]"],
  ])("fix this problem: %j", async (before, isThere, after) => {
    const app = connectedAppOf(files);
    const plugin = await enabled(app);
    const view = editorOn(app, "a.md", before);
    expect(runIn(plugin, "fix-problem", view)).toBe(isThere);
    expect(view.editor.getValue()).toBe(after);
    plugin.unload();
  });
});

describe("fix this problem, where the author must choose", () => {
  const files = { "Harbour.md": "", "a.md": "" };

  /** The repairs that are offered for the problem at the cursor. */
  function offered(plugin: Plugin, view: MarkdownView): FuzzySuggestModal<unknown> {
    const opened: FuzzySuggestModal<unknown>[] = [];
    jest.spyOn(Modal.prototype, "open").mockImplementation(function (this: Modal) {
      if (this instanceof FuzzySuggestModal) opened.push(this as FuzzySuggestModal<unknown>);
    });
    expect(runIn(plugin, "fix-problem", view)).toBe(true);
    const [modal] = opened;
    if (!modal) throw new RangeError("Nothing was offered");
    return modal;
  }

  test.each([
    ["as it was", (): void => undefined, "[[Harbour]]", []],
    [
      "changed meanwhile",
      (view: MarkdownView): void => {
        view.editor.setValue("[[Harbor]] x");
      },
      "[[Harbor]] x",
      ['"a.md" has changed meanwhile, so nothing was written'],
    ],
  ])("what is chosen is done in a text %s", async (_, act, after, said) => {
    const app = connectedAppOf(files);
    const plugin = await enabled(app);
    const view = editorOn(app, "a.md", "[[Har|bor]]");
    const modal = offered(plugin, view);
    const items = modal.getItems();
    const names = items.map((item) => modal.getItemText(item));
    const at = names.indexOf('Link to "Harbour" (unresolved-link)');
    expect(at).toBeGreaterThanOrEqual(0);
    act(view);
    modal.onChooseItem(items[at], new KeyboardEvent("keydown"));
    expect(view.editor.getValue()).toBe(after);
    expect(notices).toEqual(said);
    plugin.unload();
  });
});

test("one problem is told at a time", async () => {
  const app = connectedAppOf({ "a.md": "" });
  const plugin = await enabled(app);
  const hidden = jest.spyOn(Notice.prototype, "hide");
  const view = editorOn(app, "a.md", "|[[b]] [[c]]");
  runIn(plugin, "next-problem", view);
  await until(() => notices.length === 1);
  expect(hidden).not.toHaveBeenCalled();
  runIn(plugin, "next-problem", view);
  await until(() => notices.length === 2);
  expect(hidden).toHaveBeenCalledTimes(1);
  plugin.unload();
});

test.each([
  ["[[go|ne]] text", "unresolved-link"],
  ["[[gone]] te|xt", null],
])("explain this problem: %j", async (before, rule) => {
  const app = connectedAppOf({ "a.md": "" });
  const plugin = enable(app);
  const opened: (string | null)[] = [];
  jest.spyOn(Modal.prototype, "open").mockImplementation(function (this: Modal) {
    opened.push(this.titleEl.textContent);
  });
  const view = editorOn(app, "a.md", before);
  // The vault is read first, and then the editor's text is taken up.
  if (rule !== null) await until(() => runIn(plugin, "explain-problem", view));
  else {
    await until(() => runIn(plugin, "next-problem", view));
    expect(runIn(plugin, "explain-problem", editorOn(app, "a.md", before))).toBe(false);
  }
  expect(opened).toEqual(rule === null ? [] : [rule]);
  plugin.unload();
});

test("open problems shows the view in a sidebar, of all notes", async () => {
  const app = connectedAppOf({});
  const plugin = enable(app);
  const ensured = jest.spyOn(app.workspace, "ensureSideLeaf");
  const revealed = jest.spyOn(app.workspace, "revealLeaf");
  expect([...plugin.views__.keys()]).toContain(problemsViewType);
  command(plugin, "open-problems").callback?.();
  await moment();
  expect(ensured).toHaveBeenCalledWith(
    problemsViewType,
    "right",
    expect.objectContaining({ state: { note: null } }),
  );
  expect(revealed).toHaveBeenCalledTimes(1);
  plugin.unload();
});

test("the linkage tree opens in a sidebar, and its rows show page previews", async () => {
  const app = connectedAppOf({});
  const ribbon = jest.spyOn(Plugin.prototype, "addRibbonIcon");
  const hover = jest.spyOn(Plugin.prototype, "registerHoverLinkSource");
  const plugin = enable(app);
  const ensured = jest.spyOn(app.workspace, "ensureSideLeaf");
  command(plugin, "open-tree").callback?.();
  ribbon.mock.calls[0]?.[2](new MouseEvent("click"));
  await moment();
  const asked = [linkageViewType, "right", { active: true, reveal: true }];
  expect(ensured.mock.calls).toEqual([asked, asked]);
  expect(plugin.views__.has(linkageViewType)).toBe(true);
  expect(hover).toHaveBeenCalledWith(linkageViewType, { display: "Linkage tree", defaultMod: true });
  plugin.unload();
});

test("lint vault shows all that it has counted, whatever the filters were", async () => {
  const app = connectedAppOf({ "a.md": "[[gone]]" });
  const plugin = enable(app);
  const ensured = jest.spyOn(app.workspace, "ensureSideLeaf");
  command(plugin, "lint-vault").callback?.();
  await until(() => ensured.mock.calls.length > 0);
  const state = {
    severities: ["error", "warning", "info"],
    text: "",
    rule: null,
    folder: null,
    note: null,
  };
  expect(ensured.mock.lastCall?.[2]).toMatchObject({ state });
  expect(ensured.mock.lastCall?.[2]?.state).not.toHaveProperty("grouping");
  plugin.unload();
});

test("lint vault says what there is", async () => {
  const app = connectedAppOf({ "a.md": "[[gone]] [[b]]", "b.md": "", "linkage.yaml": "rulez: {}" });
  const plugin = enable(app);
  command(plugin, "lint-vault").callback?.();
  await until(() => notices.length === 2);
  expect(notices).toEqual([
    "Linting the vault",
    "2 problems in 1 of 2 notes and 1 other file: 1 error, 1 warning",
  ]);
  plugin.unload();
});

test("lint this note says what there is, and is there for notes only", async () => {
  const app = connectedAppOf({ "a.md": "[[gone]]", "pic.png": "" });
  const plugin = enable(app);
  const check = command(plugin, "lint-note").checkCallback;
  expect(check?.(true)).toBe(false);
  await openIn(app, "pic.png");
  expect(check?.(true)).toBe(false);
  await openIn(app, "a.md");
  expect(check?.(true)).toBe(true);
  check?.(false);
  await until(() => notices.length === 1);
  expect(notices).toEqual(["1 warning in this note"]);
  plugin.unload();
});

test("lint this note speaks of what is on screen, told by an editor or not", async () => {
  const app = connectedAppOf({ "a.md": "[[gone]]" });
  const plugin = enable(app);
  await openIn(app, "a.md");
  const check = command(plugin, "lint-note").checkCallback;
  check?.(false);
  await until(() => notices.length === 1);
  showLast(editorOn(app, "a.md", "[[gone]] [[away]]|"));
  check?.(false);
  await until(() => notices.length === 2);
  expect(notices).toEqual(["1 warning in this note", "2 warnings in this note"]);
  plugin.unload();
});

async function openIn(app: App, path: string): Promise<void> {
  const leaf = app.workspace.getLeaf(false);
  await leaf.openFile(fileAt(app, path));
  app.workspace.setActiveLeaf(leaf);
}

describe("the status bar", () => {
  test("shows the active note's problems, and nothing for other files", async () => {
    const app = connectedAppOf({ "a.md": "[[gone]]", "b.md": "", "pic.png": "" });
    const plugin = await enabled(app);
    const [item] = plugin.statusBarItems__;
    expect(item?.isShown()).toBe(false);
    await openIn(app, "a.md");
    expect(item?.style.display).not.toBe("none");
    expect(item?.getAttribute("aria-label")).toBe("1 warning in this note");
    expect(item?.textContent).toBe("1");
    // The leaf of the mocks would become the active one, with no file.
    const ensured = jest.spyOn(app.workspace, "ensureSideLeaf").mockReturnValue(new Promise(() => undefined));
    item?.click();
    expect(ensured.mock.calls[0]?.[2]).toMatchObject({ state: { note: "a.md" } });
    expect(item?.getAttribute("tabindex")).toBe("0");
    for (const key of ["Enter", " ", "x"])
      item?.dispatchEvent(new KeyboardEvent("keydown", { key, cancelable: true }));
    expect(ensured).toHaveBeenCalledTimes(3);
    await openIn(app, "b.md");
    expect(item?.getAttribute("aria-label")).toBe("No problems in this note");
    await app.vault.modify(fileAt(app, "b.md"), "[[one]] [[two]]");
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(item?.getAttribute("aria-label")).toBe("2 warnings in this note");
    const drawn = item?.firstChild;
    await app.vault.modify(fileAt(app, "b.md"), "[[one]] and [[two]]");
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(item?.firstChild).toBe(drawn);
    await openIn(app, "pic.png");
    expect(item?.style.display).toBe("none");
    plugin.unload();
  });

  test("is not there on phones", () => {
    jest.replaceProperty(Platform, "isMobile", true);
    const plugin = enable(connectedAppOf({}));
    expect(plugin.statusBarItems__).toEqual([]);
    plugin.unload();
  });
});

describe("on phones, an action of each note's view", () => {
  /** Views of these files, each with the actions that are added to it. */
  function viewsOf(app: App, ...paths: readonly string[]): readonly HTMLElement[] {
    const leaves = paths.map((path) => {
      const leaf = app.workspace.getLeaf(true);
      const view = MarkdownView.create2__(leaf);
      view.file = fileAt(app, path);
      jest.spyOn(view, "addAction").mockImplementation((_, title, onClick) => {
        const el = view.containerEl.createDiv({ cls: "action", attr: { "aria-label": title } });
        el.addEventListener("click", onClick);
        return el;
      });
      Object.assign(leaf, { view });
      return { leaf, el: view.containerEl };
    });
    jest.spyOn(app.workspace, "getLeavesOfType").mockReturnValue(leaves.map(({ leaf }) => leaf));
    return leaves.map(({ el }) => el);
  }

  function actionsIn(views: readonly HTMLElement[]): readonly (string | null)[] {
    const actions = views.flatMap((el) => [...el.querySelectorAll<HTMLElement>(".action")]);
    return actions
      .filter((el) => el.style.display !== "none")
      .map((el) => `${el.getAttribute("aria-label") ?? ""}|${el.textContent}`);
  }

  beforeEach(() => {
    jest.replaceProperty(Platform, "isMobile", true);
  });

  test("counts the note's problems, follows it, and goes with the plugin", async () => {
    const app = connectedAppOf({ "a.md": "[[gone]] [[b]]", "b.md": "" });
    const views = viewsOf(app, "a.md", "b.md");
    const plugin = enable(app);
    await until(() => actionsIn(views).length === 2);
    expect(actionsIn(views)).toEqual(["1 warning in this note|1", "No problems in this note|"]);
    await app.vault.modify(fileAt(app, "b.md"), "[[one]] [[two]]");
    await until(() => actionsIn(views).includes("2 warnings in this note|2"));
    app.workspace.trigger("layout-change");
    expect(actionsIn(views)).toHaveLength(2);
    plugin.unload();
    expect(actionsIn(views)).toEqual([]);
    app.workspace.trigger("layout-change");
    expect(actionsIn(views)).toEqual([]);
  });

  test("opens the problems of the note", async () => {
    const app = connectedAppOf({ "a.md": "[[gone]]" });
    const views = viewsOf(app, "a.md");
    const plugin = enable(app);
    await until(() => actionsIn(views).length === 1);
    const ensured = jest.spyOn(app.workspace, "ensureSideLeaf").mockReturnValue(new Promise(() => undefined));
    views[0]?.querySelector<HTMLElement>(".action")?.click();
    await until(() => ensured.mock.calls.length > 0);
    expect(ensured.mock.calls[0]?.[2]).toMatchObject({ state: { note: "a.md" } });
    plugin.unload();
  });

  test("is not there for other files", async () => {
    const app = connectedAppOf({ "a.md": "", "b.canvas": "" });
    const views = viewsOf(app, "b.canvas", "a.md");
    const plugin = enable(app);
    await until(() => actionsIn(views).length > 0);
    expect(actionsIn(views)).toEqual(["No problems in this note|"]);
    plugin.unload();
  });
});

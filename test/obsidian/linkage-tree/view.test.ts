/** @jest-environment jsdom */
import { appOf, fileAt, original } from "../app.ts";
import { settle } from "../list-view.ts";
import { choose, shownMenus } from "../shown-menus.ts";
import { activate, afterUpdate, memoryOf, openTree, openTreeOf, restart } from "./open-view.ts";

const files = {
  "home.md": "---\ntags: [t]\n---\n*see also:* [[two]]\n\nTo [[gone]] and\n\n<div>[[three]]</div>\n",
  "two.md": "---\ntitle: Second\ntags: [t]\n---\n- > Back to the [[home]] where it began.\n",
  "three.md": "Nothing.\n",
  "picture.png": "",
};

const home = `tags · 1
  + #t · 2
see also · 1
  + Second
links · 1
  + three · HTML
backlinks · 1
  + Second · Back to the [[home]] where it began.
unresolved · 1
  gone`;

test("the active note's groups are open, and backlinks say where they mention it", async () => {
  const { view, vault } = await openTreeOf(appOf(files), "home.md");
  expect(view.title).toBe(`homepublished · ${String(vault.diagnostics("home.md").length)} problems`);
  expect(view.drawn()).toBe(home);
  expect(view.tree.getAttribute("aria-label")).toBe("Linkage tree");
  const attributes = ["aria-level", "aria-posinset", "aria-setsize", "aria-expanded", "aria-label"];
  expect(
    view
      .rows()
      .map((row) => attributes.map((name) => row.getAttribute(name)))
      .slice(4, 8),
  ).toEqual([
    ["1", "3", "5", "true", "links, 1 row"],
    ["2", "1", "1", "false", "three, HTML"],
    ["1", "4", "5", "true", "backlinks, 1 row"],
    ["2", "1", "1", "false", "Second, Back to the [[home]] where it began."],
  ]);
});

describe("which note is shown", () => {
  test("another one that becomes active", async () => {
    const app = appOf(files);
    const view = await openTree(app, "home.md");
    activate(app, "three.md");
    await settle();
    expect(view.title).toBe("threepublished");
    expect(view.drawn()).toBe("backlinks · 1\n  + home · <div>[[three]]</div> · HTML");
  });

  test.each([["no file"], ["a picture"]])("the last one, where the active view has %s", async (what) => {
    const app = appOf(files);
    const view = await openTree(app, "home.md");
    activate(app, what === "no file" ? null : "picture.png");
    expect(view.drawn()).toBe(home);
  });

  test("the one that is pinned, until it is no longer", async () => {
    const app = appOf(files);
    const view = await openTree(app, "home.md");
    view.click(view.button("Keep showing this note"));
    activate(app, "three.md");
    expect(view.title).toContain("home");
    expect(view.getState()).toMatchObject({ note: "home.md", pinned: true });
    view.click(view.button("Follow the active note"));
    expect(view.title).toContain("three");
  });

  test("the one that the workspace kept, if none is active yet", async () => {
    const view = await openTree(appOf(files), null, { note: "three.md", groups: "all", depth: 7 });
    expect(view.title).toContain("three");
    expect(view.getState()).toMatchObject({ note: "three.md", depth: 2 });
  });

  test("none", async () => {
    const view = await openTree(appOf(files), null);
    expect(view.message).toBe("Open a note to see how it hangs together");
  });

  test("one that is renamed", async () => {
    const app = appOf(files);
    const { view } = await openTreeOf(app, "home.md", { pinned: true, note: "home.md" });
    const file = app.vault.getFileByPath("home.md");
    if (file) await app.vault.rename(file, "house.md");
    await new Promise((resolve) => setTimeout(resolve, 200));
    await afterUpdate();
    expect(view.title).toContain("house");
    expect(view.getState()).toMatchObject({ note: "house.md" });
  });

  test("one that is deleted is said to be gone", async () => {
    const app = appOf(files);
    const { view } = await openTreeOf(app, "home.md");
    const file = app.vault.getFileByPath("home.md");
    if (file) await app.fileManager.trashFile(file);
    await new Promise((resolve) => setTimeout(resolve, 200));
    await afterUpdate();
    expect(view.message).toBe('"home.md" is no longer there');
    expect(view.rows()).toHaveLength(0);
  });
});

test("a note without links, tags and backlinks says so", async () => {
  const view = await openTree(appOf({ "a.md": "Words." }), "a.md");
  expect(view.message).toBe("No tags, no links, and nothing links here");
});

describe("while the note is written", () => {
  test("the tree follows, and keeps what is expanded and active", async () => {
    const { view, vault } = await openTreeOf(appOf(files), "home.md");
    view.twist("Second");
    view.press("End", "ArrowUp", "ArrowUp");
    const before = view.drawn();
    expect(before).toContain("  > + Second · Back");
    expect(before).toContain(
      "see also · 1\n  Second\n    tags · 1".replace("    tags · 1", "    + tags · 1"),
    );
    vault.setText("home.md", files["home.md"] + "And [[three]], [[lost]].\n");
    await afterUpdate();
    expect(view.drawn()).toBe(before.replace("unresolved · 1\n  gone", "unresolved · 2\n  gone\n  lost"));
  });

  test.each<readonly [string, boolean]>([
    ["what was active is active again when it is back", false],
    ["unless the tree was used meanwhile", true],
  ])("frontmatter that cannot be read for a moment: %s", async (_, isUsed) => {
    const { view, vault } = await openTreeOf(appOf(files), "home.md");
    view.press("ArrowRight");
    view.tree.scrollTop = 40;
    const before = view.drawn();
    expect(before).toContain("> + #t");
    vault.setText("home.md", files["home.md"].replace("tags:", "title: a: b\ntags:"));
    await afterUpdate();
    expect(view.drawn()).not.toContain("#t");
    // The browser does the same where the list has become short.
    view.tree.scrollTop = 0;
    if (isUsed) view.press("ArrowDown");
    vault.setText("home.md", files["home.md"]);
    await afterUpdate();
    expect(view.drawn() === before).toBe(!isUsed);
    expect(view.tree.scrollTop).toBe(isUsed ? 0 : 40);
  });

  test("the editor's text counts, whoever else takes it up", async () => {
    const app = appOf(files);
    const { view } = await openTreeOf(app, "three.md");
    const editor = { getValue: () => "[[two]]" };
    app.workspace.trigger("editor-change", editor, { file: app.vault.getFileByPath("three.md") });
    await new Promise((resolve) => setTimeout(resolve, 200));
    await afterUpdate();
    expect(view.drawn()).toBe("links · 1\n  + Second\nbacklinks · 1\n  + home · <div>[[three]]</div> · HTML");
  });

  test("the line of a backlink is that of its note's text", async () => {
    const { view, vault } = await openTreeOf(appOf(files), "home.md");
    vault.setText("two.md", "Now\n\n" + "🔋".repeat(40) + " see [[home]]\n");
    await afterUpdate();
    expect(view.drawn()).toMatch(/ {2}\+ two · …🔋{17} see \[\[home\]\]/u);
  });
});

test.each<readonly [string, readonly string[], string]>([
  ["the focus goes to the first row", [], "tags · 1"],
  ["to the end", ["End"], "gone"],
  ["back to the beginning", ["End", "Home"], "tags · 1"],
  ["inwards", ["ArrowRight"], "+ #t · 2"],
  ["into what they expand", ["ArrowRight", "ArrowRight", "ArrowRight"], "home · cycle"],
  ["outwards", ["End", "ArrowLeft"], "unresolved · 1"],
  ["by letters", ["g", "o"], "gone"],
])("keys lead %s", async (_, keys, expected) => {
  const view = await openTree(appOf(files), "home.md");
  view.press(...keys);
  expect(view.drawn()).toMatch(new RegExp(`^ *> ${expected.replaceAll("+", "\\+")}$`, "m"));
});

describe("what a tree remembers", () => {
  test("is there in the next view: how it is wanted, and what is expanded", async () => {
    const app = appOf(files);
    const first = await openTree(app, "home.md");
    first.twist("#t");
    first.twist("links");
    const shown = first.drawn().replace("> ", "");
    first.unload();
    const second = await openTree(app, "home.md");
    expect(second.drawn()).toBe(shown);
    second.changeState({ order: "name", groups: ["tags"], depth: 1 });
    const third = await openTree(app, "home.md");
    expect(third.getState()).toMatchObject({ order: "name", groups: ["tags"], depth: 1, note: "home.md" });
  });

  test("is there after a restart, what makes no sense left out", async () => {
    const app = appOf(files);
    const first = await openTree(app, "home.md");
    first.twist("#t");
    first.changeState({ order: "name" });
    expect(first.drawn()).toContain("home · cycle");
    const shown = first.drawn().replace("> ", "");
    memoryOf(app).unload();
    restart(app);
    expect((await openTree(app, "home.md")).drawn()).toBe(shown);
    expect((await openTree(app, "home.md")).getState()).toMatchObject({ order: "name" });
    original(app).saveLocalStorage("linkage-tree", { choices: { order: "size" }, expanded: "all" });
    restart(app);
    const view = await openTree(app, "home.md");
    expect(view.drawn()).toBe(home);
    expect(view.getState()).toMatchObject({ order: "text" });
  });

  test("for each note, which row was active", async () => {
    const app = appOf(files);
    const view = await openTree(app, "home.md");
    view.press("End");
    activate(app, "two.md");
    await settle();
    expect(view.drawn()).not.toContain(">");
    view.press("ArrowDown");
    const second = view.drawn();
    activate(app, "home.md");
    expect(view.drawn()).toContain("> gone");
    activate(app, "two.md");
    expect(view.drawn()).toBe(second);
  });

  test("follows a note that is renamed", async () => {
    const app = appOf(files);
    const view = await openTree(app, "home.md");
    view.twist("tags");
    await app.vault.rename(fileAt(app, "home.md"), "start.md");
    await afterUpdate();
    expect(view.drawn()).toMatch(/^> \+ tags · 1\n/);
  });
});

test("a filter shows the rows that hold its words, with the groups that they are in", async () => {
  const view = await openTree(appOf(files), "home.md");
  await view.search("sec");
  expect(view.drawn()).toBe(
    "see also · 1\n  + Second\nbacklinks · 1\n  + Second · Back to the [[home]] where it began.",
  );
  expect(view.row("Second").getAttribute("aria-setsize")).toBe("1");
  await view.search("nowhere at all");
  expect(view.message).toBe("No row matches the filterShow all");
  view.click(view.one("[role=status] button"));
  expect(view.drawn()).toBe(home);
});

test("a group that is collapsed while rows are filtered stays so, and is still there", async () => {
  const view = await openTree(appOf(files), "home.md");
  view.click(view.button("Collapse all"));
  await view.search("second");
  expect(view.drawn()).toContain("see also · 1\n  + Second");
  view.twist("see also");
  expect(view.drawn()).toMatch(/^> \+ see also · 1\nbacklinks · 1\n/);
  view.click(view.button("Collapse all"));
  expect(view.drawn()).toBe("> + see also · 1\n+ backlinks · 1");
});

test.each([
  ["the line of a backlink", "began", "backlinks · 1\n  + Second · Back to the [[home]] where it began."],
  ["a group's name", "unres", "unresolved · 1\n  gone"],
  ["what a link shows instead", "third one", "links · 1\n  + three"],
])("a filter looks into %s", async (_, words, expected) => {
  const app = appOf({ ...files, "home.md": files["home.md"] + "\nThe [[three|third one]].\n" });
  const view = await openTree(app, "home.md");
  await view.search(words);
  await settle();
  await afterUpdate();
  expect(view.drawn()).toBe(expected);
});

test("a depth that is chosen holds, whatever was expanded or collapsed before", async () => {
  const view = await openTree(appOf(files), "home.md");
  const menus = shownMenus();
  view.click(view.button("Collapse all"));
  view.click(view.button("Groups, order and depth"));
  choose(menus[0], "2 levels open");
  expect(view.drawn()).toBe(home);
  view.click(view.button("Expand all"));
  view.click(view.button("Groups, order and depth"));
  choose(menus[1], "Groups only");
  expect(view.drawn()).toMatch(/^\+ tags · 1\n\+ see also/);
});

test("the header says all of its note in a tooltip", async () => {
  const view = await openTree(appOf(files), "three.md");
  expect(view.one(".linkage-view-root").getAttribute("aria-label")).toMatch(
    /^three\npublished( · \d+ problems?)?$/,
  );
});

test("all can be collapsed and expanded", async () => {
  const view = await openTree(appOf(files), "home.md");
  view.click(view.button("Collapse all"));
  expect(view.drawn()).toBe("+ tags · 1\n+ see also · 1\n+ links · 1\n+ backlinks · 1\n+ unresolved · 1");
  view.click(view.button("Expand all"));
  expect(view.drawn()).toBe(home.replace("  + #t · 2", "  #t · 2\n    home · cycle\n    + Second"));
});

test("names with HTML in them stay text", async () => {
  const hostile = "<img src=x onerror=alert(1)><b>";
  const app = appOf({ "a.md": `---\ntitle: "${hostile}"\n---\n[[${hostile}]]`, "b.md": `[[a]] ${hostile}` });
  const view = await openTree(app, "a.md");
  await settle();
  expect(view.contentEl.querySelectorAll("img, b")).toHaveLength(0);
  expect(view.drawn()).toContain(hostile);
});

test("of 10,000 backlinks only those around what is in sight are elements", async () => {
  const many = Object.fromEntries(
    Array.from({ length: 10_000 }, (_, at) => [`${String(at).padStart(5, "0")}.md`, "[[hub]]"]),
  );
  const view = await openTree(appOf({ "hub.md": "", ...many }), "hub.md");
  expect(view.row("backlinks").textContent).toBe("backlinks10,000");
  view.press("End");
  expect(view.rows().length).toBeLessThan(60);
  expect(view.drawn()).toContain("  > + 09999");
  view.press("ArrowRight");
  expect(view.drawn()).toContain("  > 09999");
  expect(view.drawn()).toContain("    + links · 1");
});

test("closing the view leaves no listener", async () => {
  const app = appOf(files);
  const { view, vault } = await openTreeOf(app, "home.md");
  view.unload();
  vault.setText("home.md", "Other.");
  activate(app, "three.md");
  await afterUpdate();
  expect(view.getState()).toMatchObject({ note: "home.md" });
});

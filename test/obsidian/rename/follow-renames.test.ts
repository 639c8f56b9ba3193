/** @jest-environment jsdom */
import { deserialize, serialize } from "node:v8";
// jsdom has neither.
Object.assign(globalThis, { structuredClone: (value: unknown): unknown => deserialize(serialize(value)) });
import "fake-indexeddb/auto";
import { fc } from "@fast-check/jest";
import { IDBFactory } from "fake-indexeddb";
import { ButtonComponent } from "obsidian-test-mocks/obsidian";
import type { LiveVault } from "../../../src/obsidian/live-vault.ts";
import { FollowRenames } from "../../../src/obsidian/rename/follow-renames.ts";
import { parseNote } from "../../../src/note/parse-note.ts";
import { FileTable } from "../../../src/vault/file-table.ts";
import { movedPath } from "../../../src/vault/moved-files.ts";
import { isNotePath } from "../../../src/vault/names.ts";
import { resolveLink } from "../../../src/vault/resolve-link.ts";
import { batchesOf, openInEditor, said, undo } from "../batch/batch-app.ts";
import { appOf, fileAt, liveVaultOf, original } from "../app.ts";
import { until } from "../enabled-plugin.ts";
import { heardNotices } from "../heard-notices.ts";

type App = ReturnType<typeof appOf>;

beforeEach(() => {
  Object.assign(globalThis, { indexedDB: new IDBFactory() });
});

afterEach(() => {
  jest.restoreAllMocks();
});

const block = (...links: readonly string[]): string =>
  `Text [[Old]] stays.\n\n<div class="linkage">\n<ul>${links.map((link) => `<li>${link}</li>`).join("")}</ul>\n</div>\n`;
const files = {
  "a/Old.md": block("[[./By]]", "[[Other]]"),
  "a/By.md": block("[[Old|x]]", "[[a/Old#One]]", "[[Gone]]"),
  "Other.md": "[[Old]] and <b>[[Old]]</b>\n\n<p>[[Other]] [[Old]]</p>\n",
};

/** What follows renames in an app that does or does not update links by itself. */
async function following(
  texts: Readonly<Record<string, string>>,
  settings: string | null = always,
): Promise<Following> {
  const app = appOf(texts);
  const { adapter } = app.vault;
  const read = adapter.read.bind(adapter);
  jest
    .spyOn(adapter, "read")
    .mockImplementation((path) =>
      settings !== null && path.endsWith("/app.json") ? Promise.resolve(settings) : read(path),
    );
  const vault = await liveVaultOf(app);
  const follower = new FollowRenames(original(app), vault, batchesOf(app), 5);
  follower.load();
  followers.push(follower);
  return {
    app,
    vault,
    rename: async (from, to) => {
      const file = app.vault.getAbstractFileByPath(from);
      if (!file) throw new RangeError(from);
      await app.vault.rename(file, to);
    },
    settled: () => until(() => !follower.isBusy),
  };
}

function raise(): never {
  throw new Error("Nothing reads");
}

const always = '{"alwaysUpdateLinks":true}';
const followers: FollowRenames[] = [];

afterAll(() => {
  for (const follower of followers) follower.unload();
});

interface Following {
  readonly app: App;
  readonly vault: LiveVault;
  readonly rename: (from: string, to: string) => Promise<void>;
  readonly settled: () => Promise<void>;
}

test("links in HTML follow a note that is renamed, and nothing else of any note changes", async () => {
  const { app, rename, settled } = await following(files);
  await rename("a/Old.md", "a/New.md");
  await settled();
  expect(await said(app, "a/By.md")).toBe(block("[[New|x]]", "[[a/New#One]]", "[[Gone]]"));
  expect(await said(app, "Other.md")).toBe("[[Old]] and <b>[[Old]]</b>\n\n<p>[[Other]] [[New]]</p>\n");
  expect(await said(app, "a/New.md")).toBe(files["a/Old.md"]);
});

test("links follow a note that is renamed while the follower is at work", async () => {
  const { app, rename, settled } = await following(files);
  const read = jest.spyOn(app.vault.adapter, "read");
  const answer = read.getMockImplementation() ?? raise;
  let renaming: Promise<void> | null = null;
  read.mockImplementation((path) => {
    if (path.endsWith("/app.json")) renaming ??= rename("a/By.md", "a/Moved.md");
    return answer(path);
  });
  await rename("a/Old.md", "a/New.md");
  await settled();
  expect(await said(app, "a/Moved.md")).toBe(block("[[New|x]]", "[[a/New#One]]", "[[Gone]]"));
  expect(await said(app, "a/New.md")).toBe(block("[[./Moved]]", "[[Other]]"));
});

test("all of it is one batch, which can be undone", async () => {
  const { app, rename, settled } = await following(files);
  const notices = heardNotices();
  await rename("a/Old.md", "a/New.md");
  await settled();
  expect(notices).toEqual(['Updated 3 links in the HTML of 2 notes: "Undo last batch" takes it back']);
  expect(await undo(app)).toMatchObject({ command: "rename", written: ["a/By.md", "Other.md"], left: [] });
  expect(await said(app, "a/By.md")).toBe(files["a/By.md"]);
});

test("a folder's notes, and the relative links in them", async () => {
  const { app, rename, settled } = await following(files);
  await rename("a", "b");
  await rename("b/Old.md", "Old.md");
  await settled();
  expect(await said(app, "b/By.md")).toBe(block("[[Old|x]]", "[[Old#One]]", "[[Gone]]"));
  expect(await said(app, "Old.md")).toBe(block("[[./b/By]]", "[[Other]]"));
});

test("a note that takes long to read is waited for", async () => {
  const { app, vault, rename, settled } = await following(files);
  const read = app.vault.cachedRead.bind(app.vault);
  let isFree = false;
  jest.spyOn(app.vault, "cachedRead").mockImplementation(async (file) => {
    if (file.path === "b/By.md") await until(() => isFree);
    return read(file);
  });
  await rename("a", "b");
  await until(() => vault.index.hasFile("b/By.md"));
  // Longer than the vault must be quiet.
  await new Promise((resolve) => setTimeout(resolve, 20));
  isFree = true;
  await settled();
  expect(await said(app, "b/By.md")).toContain("[[b/Old#One]]");
});

test("a note that cannot be read holds up no other", async () => {
  const { app, rename, settled } = await following({ ...files, "a/Torn.md": "\0" });
  await rename("a", "b");
  await settled();
  expect(await said(app, "b/By.md")).toContain("[[b/Old#One]]");
});

test("an open note is written through its editor", async () => {
  const { app, rename, settled } = await following(files);
  const { editor } = await openInEditor(app, "Other.md");
  await rename("a/Old.md", "a/New.md");
  await settled();
  expect(editor.getValue()).toContain("[[Other]] [[New]]");
});

test.each([[null], ["{}"], ['{"alwaysUpdateLinks":false}'], ["{"]])(
  "with the app's settings %j nothing is written before the button is pressed",
  async (settings) => {
    const { app, rename, settled } = await following(files, settings);
    const notices = heardNotices();
    const clicks: (() => unknown)[] = [];
    jest.spyOn(ButtonComponent.prototype, "onClick").mockImplementation(function (
      this: ButtonComponent,
      click,
    ) {
      clicks.push(() => click(new MouseEvent("click")));
      return this;
    });
    await rename("a/Old.md", "a/New.md");
    await settled();
    expect(notices).toEqual(["3 links in the HTML of 2 notes lead elsewhere since files were renamed"]);
    expect(await said(app, "a/By.md")).toBe(files["a/By.md"]);
    for (const click of clicks) click();
    await settled();
    expect(await said(app, "Other.md")).toContain("[[New]]</p>");
    expect(await said(app, "a/By.md")).toBe(block("[[New|x]]", "[[a/New#One]]", "[[Gone]]"));
  },
);

test("what has not been answered is asked anew when more is renamed, and the answer is for what is there then", async () => {
  const { app, rename, settled } = await following(files, null);
  const notices = heardNotices();
  let click = (): unknown => undefined;
  jest.spyOn(ButtonComponent.prototype, "onClick").mockImplementation(function (this: ButtonComponent, act) {
    click = () => act(new MouseEvent("click"));
    return this;
  });
  await rename("a/Old.md", "a/New.md");
  await settled();
  await rename("a/New.md", "Newer.md");
  await settled();
  expect(notices).toHaveLength(2);
  await app.vault.modify(fileAt(app, "a/By.md"), "<p>[[Old]]</p>");
  click();
  await settled();
  expect(await said(app, "Other.md")).toContain("[[Newer]]</p>");
  expect(await said(app, "a/By.md")).toBe("<p>[[Newer]]</p>");
});

test.each<readonly [string, (follow: Following) => Promise<void>]>([
  [
    "a note is renamed and renamed back",
    async ({ rename }) => {
      await rename("a/Old.md", "New.md");
      await rename("New.md", "a/Old.md");
    },
  ],
  [
    "another is put in its place",
    async ({ rename, app }) => {
      await rename("a/Old.md", "a/New.md");
      await app.vault.create("a/Old.md", "");
    },
  ],
  [
    "the links have been written by somebody else",
    async ({ rename, app }) => {
      await rename("a/Old.md", "a/New.md");
      for (const path of ["a/By.md", "Other.md"])
        await app.vault.process(fileAt(app, path), (text) => text.replaceAll("Old", "New"));
    },
  ],
  [
    "it is deleted",
    async ({ rename, app }) => {
      await rename("a/Old.md", "a/New.md");
      await app.fileManager.trashFile(fileAt(app, "a/New.md"));
    },
  ],
])("nothing is done when %s", async (_, act) => {
  const follow = await following(files);
  const notices = heardNotices();
  await act(follow);
  await follow.settled();
  expect(notices).toEqual([]);
});

/** Where each link in the HTML of each note leads, null for those that lead nowhere. */
async function htmlLeads(app: App): Promise<ReadonlyMap<string, readonly (string | null)[]>> {
  const table = new FileTable();
  const paths = app.vault.getFiles().map(({ path }) => path);
  for (const path of paths) table.add(path);
  const leads = new Map<string, readonly (string | null)[]>();
  for (const path of paths.filter(isNotePath)) {
    const links = parseNote(path, await said(app, path)).links.filter(({ kind }) => kind === "html");
    const targets = links.map(({ linkpath }) => resolveLink(table, linkpath, path));
    leads.set(
      path,
      targets.map((target) => (target.kind === "unresolved" ? null : target.path)),
    );
  }
  return leads;
}

test("after notes and folders are renamed in random order every link in HTML leads where it led", async () => {
  const names = ["a/One", "a/Two", "a/in/Three", "b/One", "Four"];
  const link = fc
    .constantFrom(...names, "One", "Two", "Three", "Four", "./Two", "../Four", "in/Three")
    .map((to) => `[[${to}]]`);
  const texts = fc.record(
    Object.fromEntries(
      names.map((name) => [`${name}.md`, fc.array(link, { maxLength: 4 }).map((links) => block(...links))]),
    ),
  );
  const step = fc.record({
    at: fc.nat(),
    isFolder: fc.boolean(),
    to: fc.constantFrom("", "a/", "b/", "new/"),
    name: fc.constantFrom("One", "New", "Four", "z"),
  });
  const runs = fc.sample(fc.tuple(texts, fc.array(step, { minLength: 1, maxLength: 3 }), fc.boolean()), 12);
  for (const [start, steps, isTogether] of runs) {
    const { app, rename, settled } = await following(start);
    const before = await htmlLeads(app);
    let pathAfter = (path: string): string => path;
    for (const { at, isFolder, to, name } of steps) {
      const paths = app.vault.getFiles().map(({ path }) => path);
      const path = paths[at % paths.length] ?? "";
      const from = isFolder ? path.slice(0, Math.max(0, path.lastIndexOf("/"))) : path;
      const target = isFolder ? to + name : `${to}${name}.md`;
      const isTaken = app.vault.getAbstractFileByPath(target) !== null || `${target}/`.startsWith(`${from}/`);
      if (from === "" || isTaken) continue;
      const folder = to.slice(0, -1);
      if (folder !== "" && !app.vault.getAbstractFileByPath(folder)) await app.vault.createFolder(folder);
      await rename(from, target);
      if (!isTogether) await settled();
      const earlier = pathAfter;
      pathAfter = (each) => movedPath(earlier(each), { from, to: target });
    }
    await settled();
    const now = await htmlLeads(app);
    for (const [path, targets] of before) {
      const found = now.get(pathAfter(path)) ?? [];
      expect(found).toEqual(targets.map((target, at) => (target === null ? found[at] : pathAfter(target))));
    }
  }
}, 60_000);

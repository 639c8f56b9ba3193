/** @jest-environment jsdom */
import { deserialize, serialize } from "node:v8";
// jsdom has neither.
Object.assign(globalThis, { structuredClone: (value: unknown): unknown => deserialize(serialize(value)) });
import "fake-indexeddb/auto";
import { IDBFactory } from "fake-indexeddb";
import { openDB } from "idb";
import type { MarkdownView } from "obsidian-test-mocks/obsidian";
import { NoteBatches } from "../../../src/obsidian/batch/note-batches.ts";
import { openUndoJournal } from "../../../src/obsidian/batch/undo-journal.ts";
import { storeName } from "../../../src/obsidian/store-name.ts";
import { appOf, fileAt, original } from "../app.ts";
import { batchesOf, batchOf, openInEditor, said, undo, withJournal, write } from "./batch-app.ts";

type App = ReturnType<typeof appOf>;

beforeEach(() => {
  Object.assign(globalThis, { indexedDB: new IDBFactory() });
  jest.spyOn(performance, "now").mockReturnValue(0);
});

afterEach(() => {
  jest.restoreAllMocks();
});

const files = { "a.md": "one old\n", "b.md": "two old\n", "c.md": "three old\n", "other.md": "old\n" };
const change = (path: keyof typeof files) => ({ path, before: files[path], from: "old", to: "new" });
const all = [change("a.md"), change("b.md"), change("c.md")];

test("writes each note of a batch and no other, and gives each its old text again", async () => {
  const app = appOf(files);
  const process = jest.spyOn(app.vault, "process");
  expect(await write(app, batchOf(all))).toEqual({ written: ["a.md", "b.md", "c.md"], left: [] });
  expect(await said(app, "b.md")).toBe("two new\n");
  expect(process.mock.calls.map(([{ path }]) => path)).toEqual(["a.md", "b.md", "c.md"]);
  expect(await undo(app)).toMatchObject({
    command: "fix",
    written: ["a.md", "b.md", "c.md"],
    left: [],
    lost: 0,
  });
  expect(await said(app, "b.md")).toBe("two old\n");
  expect(await undo(app)).toBeNull();
});

test("does not touch a note whose text would stay the same", async () => {
  const app = appOf(files);
  const same = { path: "b.md", before: files["b.md"], after: files["b.md"], edits: [] };
  const process = jest.spyOn(app.vault, "process");
  const batch = batchOf([change("a.md")]);
  expect(await write(app, { ...batch, changes: [...batch.changes, same] })).toEqual({
    written: ["a.md"],
    left: [],
  });
  expect(process).toHaveBeenCalledTimes(1);
});

describe("a note that somebody else has changed between preview and apply is left as it is", () => {
  test.each<readonly [string, string, (app: App) => Promise<unknown>, string]>([
    [
      "by another program",
      "It has changed meanwhile",
      (app) => app.vault.modify(fileAt(app, "b.md"), "two old, and more\n"),
      "two old, and more\n",
    ],
    [
      "in the editor, unsaved",
      "It has changed meanwhile",
      async (app) => {
        (await openInEditor(app, "b.md")).editor.setValue("two old, typed\n");
      },
      "two old\n",
    ],
    [
      "in one of two tabs",
      "Its tabs show different texts, or one that is not saved yet, expected the same in all",
      async (app) => {
        await openInEditor(app, "b.md");
        (await openInEditor(app, "b.md")).editor.setValue("two old, typed\n");
      },
      "two old\n",
    ],
    [
      "in a tab that is in reading view now, unsaved",
      "Its tabs show different texts, or one that is not saved yet, expected the same in all",
      async (app) => {
        const view = await openInEditor(app, "b.md");
        jest.spyOn(view, "getMode").mockReturnValue("preview");
        view.data = "two old, typed\n";
      },
      "two old\n",
    ],
  ])("%s", async (_, message, act, now) => {
    const app = appOf(files);
    await act(app);
    const left = [{ path: "b.md", why: "changed", message }];
    expect(await write(app, batchOf(all))).toEqual({ written: ["a.md", "c.md"], left });
    expect(await said(app, "b.md")).toBe(now);
    expect(await undo(app)).toMatchObject({ written: ["a.md", "c.md"], left: [] });
    expect(await said(app, "b.md")).toBe(now);
  });

  test("in the very moment of writing: what is compared is what is replaced", async () => {
    const app = appOf(files);
    const process = app.vault.process.bind(app.vault);
    jest.spyOn(app.vault, "process").mockImplementationOnce(async (file, replace) => {
      await app.vault.modify(file, "one old, synced\n");
      return process(file, replace);
    });
    expect(await write(app, batchOf(all))).toMatchObject({
      written: ["b.md", "c.md"],
      left: [{ path: "a.md", why: "changed" }],
    });
    expect(await said(app, "a.md")).toBe("one old, synced\n");
  });
});

test("a file that vanishes in the middle is left out, and the rest is written", async () => {
  const app = appOf(files);
  const progress = (done: number): void => {
    if (done === 1) void app.fileManager.trashFile(fileAt(app, "b.md"));
  };
  expect(await write(app, batchOf(all, { progress }))).toEqual({
    written: ["a.md", "c.md"],
    left: [{ path: "b.md", why: "vanished", message: "It is no longer there" }],
  });
  expect(app.vault.getFileByPath("b.md")).toBeNull();
});

test("a file that cannot be written is left out with the system's reason, and can be undone to the rest", async () => {
  const app = appOf(files);
  const process = app.vault.process.bind(app.vault);
  jest.spyOn(app.vault, "process").mockImplementation(async (file, replace) => {
    if (file.path === "b.md") throw new Error("EACCES: permission denied");
    return process(file, replace);
  });
  expect(await write(app, batchOf(all))).toEqual({
    written: ["a.md", "c.md"],
    left: [{ path: "b.md", why: "refused", message: "EACCES: permission denied" }],
  });
  expect(await undo(app)).toMatchObject({ written: ["a.md", "c.md"], left: [] });
});

test("a batch that is cancelled in the middle says what was written, and that can be undone", async () => {
  const app = appOf(files);
  let done = 0;
  const batch = batchOf(all, {
    progress: (now) => {
      done = now;
    },
    isCancelled: () => done === 1,
  });
  const report = await write(app, batch);
  expect(report.written).toEqual(["a.md"]);
  expect(report.left.map(({ path, why }) => `${path} ${why}`)).toEqual(["b.md stopped", "c.md stopped"]);
  expect(await said(app, "b.md")).toBe("two old\n");
  expect(await undo(app)).toMatchObject({ written: ["a.md"], left: [] });
  expect(await said(app, "a.md")).toBe("one old\n");
});

test("one batch runs at a time", async () => {
  const app = appOf(files);
  await withJournal(app, async (journal) => {
    const batches = batchesOf(app);
    const first = batches.write(batchOf(all), journal);
    await expect(batches.undoLast(journal)).rejects.toThrow("Another batch");
    expect((await first).written).toHaveLength(3);
  });
});

describe("an open note", () => {
  /** Counts the steps that an editor's own undo knows. */
  function transactions(view: MarkdownView): jest.SpyInstance {
    return jest.spyOn(view.editor, "transaction");
  }

  test("is written in all its editors, in one step each, and not in its file", async () => {
    const app = appOf(files);
    const views = [await openInEditor(app, "a.md"), await openInEditor(app, "a.md")];
    const steps = views.map(transactions);
    const process = jest.spyOn(app.vault, "process");
    await write(app, batchOf([change("a.md")]));
    expect(views.map(({ editor }) => editor.getValue())).toEqual(["one new\n", "one new\n"]);
    expect(steps.map(({ mock }) => mock.calls.length)).toEqual([1, 1]);
    expect(process).not.toHaveBeenCalled();
    await undo(app);
    expect(views.map(({ editor }) => editor.getValue())).toEqual(["one old\n", "one old\n"]);
  });

  test("is told to whoever follows editors", async () => {
    const app = appOf(files);
    await openInEditor(app, "a.md");
    const shown: string[] = [];
    const batches = new NoteBatches(original(app), (path, text) => shown.push(`${path}: ${text}`));
    await batches.write(batchOf(all), null);
    expect(shown).toEqual(["a.md: one new\n"]);
  });

  const crlf = { "crlf.md": "one\r\nold\r\ntwo\r\n" };
  const edit = { path: "crlf.md", from: "old", to: "new\nand more" };

  test("with CRLF in its file gets no edit that was made for the file", async () => {
    const app = appOf(crlf);
    const view = await openInEditor(app, "crlf.md");
    const report = await write(app, batchOf([{ ...edit, before: crlf["crlf.md"], to: "new" }]));
    expect(report.left).toEqual([]);
    expect(view.editor.getValue()).toBe("one\nnew\ntwo\n");
  });

  test("with CRLF in its file, closed since, gets no edit that was made for the editor", async () => {
    const app = appOf(crlf);
    const before = "one\nold\ntwo\n";
    const report = await write(app, batchOf([{ ...edit, before, to: "new" }]));
    expect(report.left).toEqual([]);
    expect(await said(app, "crlf.md")).toBe("one\r\nnew\r\ntwo\r\n");
  });

  test("whose change comes to something else in the other line ends is left", async () => {
    const app = appOf(crlf);
    const batch = batchOf([{ ...edit, before: "one\nold\ntwo\n" }], { remake: () => null });
    expect((await write(app, batch)).left).toMatchObject([{ path: "crlf.md", why: "changed" }]);
    expect(await said(app, "crlf.md")).toBe(crlf["crlf.md"]);
  });

  test("gets its line ends again that its editor has written over", async () => {
    const app = appOf(crlf);
    const view = await openInEditor(app, "crlf.md");
    await write(app, batchOf([{ ...edit, before: "one\nold\ntwo\n" }]));
    // The app writes what the editor says, and the tab is closed.
    await app.vault.modify(fileAt(app, "crlf.md"), view.editor.getValue());
    view.file = null;
    expect((await undo(app))?.left).toEqual([]);
    expect(await said(app, "crlf.md")).toBe(crlf["crlf.md"]);
  });
});

test("a byte order mark stays, when it is written and when that is undone", async () => {
  const app = appOf({ "bom.md": "\ufeffone old\n" });
  await write(app, batchOf([{ path: "bom.md", before: "one old\n", from: "old", to: "new" }]));
  expect(await said(app, "bom.md")).toBe("\ufeffone new\n");
  await undo(app);
  expect(await said(app, "bom.md")).toBe("\ufeffone old\n");
});

test.each([
  ["more than 2 MB", "x".repeat(2 * 1024 * 1024), "It would have more than 2 MB, expected less"],
  [
    "half a character",
    "\ud83d",
    "The new text holds half a character, which no file can, expected whole ones",
  ],
])("a text with %s is not written", async (_, to, message) => {
  const app = appOf(files);
  const report = await write(app, batchOf([{ ...change("a.md"), to }]));
  expect(report).toEqual({ written: [], left: [{ path: "a.md", why: "not-text", message }] });
  expect(await said(app, "a.md")).toBe(files["a.md"]);
});

describe("undo", () => {
  test("leaves a note that was edited further, and lists it", async () => {
    const app = appOf(files);
    await write(app, batchOf(all));
    await app.vault.modify(fileAt(app, "b.md"), "two new, and my words\n");
    expect(await undo(app)).toMatchObject({
      written: ["a.md", "c.md"],
      left: [{ path: "b.md", why: "changed", message: "It has changed meanwhile" }],
    });
    expect(await said(app, "b.md")).toBe("two new, and my words\n");
    expect(await undo(app)).toBeNull();
  });

  test("stays to be had where the disk refuses a note", async () => {
    const app = appOf(files);
    await write(app, batchOf(all));
    const process = app.vault.process.bind(app.vault);
    const spy = jest.spyOn(app.vault, "process").mockImplementation(async (file, replace) => {
      if (file.path === "b.md") throw new Error("EBUSY");
      return process(file, replace);
    });
    expect((await undo(app))?.left).toMatchObject([{ path: "b.md", why: "refused" }]);
    spy.mockRestore();
    expect((await undo(app))?.left).toEqual([]);
    expect(await said(app, "b.md")).toBe("two old\n");
  });

  test("goes back batch by batch, ten at most", async () => {
    const app = appOf({ "a.md": "0" });
    for (let at = 0; at < 12; at++)
      await write(app, batchOf([{ path: "a.md", before: String(at), from: String(at), to: String(at + 1) }]));
    for (let at = 11; at >= 2; at--) {
      await undo(app);
      expect(await said(app, "a.md")).toBe(String(at));
    }
    expect(await undo(app)).toBeNull();
  });

  test("does what can be done of a batch in whose middle the app ended", async () => {
    const app = appOf(files);
    await withJournal(app, async (journal) => {
      const notes = all.map(({ path, before }) => ({ path, before, after: before.replace("old", "new") }));
      await journal.begin("fix", notes);
    });
    await app.vault.modify(fileAt(app, "a.md"), "one new\n");
    expect(await undo(app)).toMatchObject({ left: [], lost: 0 });
    expect([await said(app, "a.md"), await said(app, "b.md")]).toEqual(["one old\n", "two old\n"]);
  });
});

describe("the journal", () => {
  async function damage(
    app: App,
    store: "notes" | "batches",
    act: (kept: unknown) => unknown,
  ): Promise<void> {
    const db = await openDB(`${storeName(original(app))}-undo`, 1);
    const [key] = await db.getAllKeys(store);
    if (key !== undefined) await db.put(store, act(await db.get(store, key)), key);
    db.close();
  }

  test.each<readonly [string, (kept: object) => unknown]>([
    ["cut off", (kept) => ({ ...kept, before: "on" })],
    ["changed", (kept) => ({ ...kept, before: "one bad\n" })],
    ["nothing", () => null],
    ["of another form", (kept) => ({ ...kept, edit: "new" })],
  ])("with a note that is %s says so, and restores the rest", async (_, act) => {
    const app = appOf(files);
    await write(app, batchOf(all));
    await damage(app, "notes", (kept) => act(kept as object));
    expect(await undo(app)).toMatchObject({ written: ["b.md", "c.md"], lost: 1 });
    expect(await said(app, "a.md")).toBe("one new\n");
  });

  test("that does not know the batch any more still restores its notes", async () => {
    const app = appOf(files);
    await write(app, batchOf(all));
    await damage(app, "batches", () => "?");
    expect(await undo(app)).toMatchObject({ written: ["a.md", "b.md", "c.md"], lost: null });
    expect(await said(app, "a.md")).toBe("one old\n");
  });

  test("is none without IndexedDB", async () => {
    const app = appOf(files);
    jest.spyOn(indexedDB, "open").mockImplementation(() => {
      throw new Error("no IndexedDB");
    });
    expect(await openUndoJournal(original(app))).toBeNull();
  });

  test("refuses a batch that is too large for it before anything is written", async () => {
    const app = appOf(files);
    const report = await withJournal(app, (journal) => batchesOf(app).write(batchOf(all), journal), 100);
    expect(report.written).toEqual([]);
    expect(report.left).toHaveLength(3);
    expect(report.left[0]?.message).toMatch(/do not fit into the journal/);
    expect(await said(app, "a.md")).toBe(files["a.md"]);
  });

  test("that cannot be written lets nothing be written", async () => {
    const app = appOf(files);
    const report = await withJournal(app, (journal) => {
      jest.spyOn(IDBObjectStore.prototype, "put").mockImplementation(() => {
        throw new DOMException("no room", "QuotaExceededError");
      });
      return batchesOf(app).write(batchOf(all), journal);
    });
    expect(report.written).toEqual([]);
    expect(report.left[0]?.message).toMatch(/nothing was written: no room/);
    expect(await said(app, "a.md")).toBe(files["a.md"]);
  });

  test("holds every note before the first is written", async () => {
    const app = appOf(files);
    const kept: number[] = [];
    const process = app.vault.process.bind(app.vault);
    jest.spyOn(app.vault, "process").mockImplementation(async (file, replace) => {
      const db = await openDB(`${storeName(original(app))}-undo`, 1);
      kept.push(await db.count("notes"));
      db.close();
      return process(file, replace);
    });
    await write(app, batchOf(all));
    expect(kept).toEqual([3, 3, 3]);
  });

  test("is another vault's for another vault", async () => {
    const [one, other] = [appOf(files), appOf(files)];
    await write(one, batchOf(all));
    expect(await undo(other)).toBeNull();
  });
});

/** @jest-environment jsdom */
import { deserialize, serialize } from "node:v8";
// jsdom has neither.
Object.assign(globalThis, { structuredClone: (value: unknown): unknown => deserialize(serialize(value)) });
import "fake-indexeddb/auto";
import { IDBFactory } from "fake-indexeddb";
import { Modal } from "obsidian";
import { undoLastBatch } from "../../../src/obsidian/batch/undo-command.ts";
import { appOf, fileAt, original } from "../app.ts";
import { heardNotices } from "../heard-notices.ts";
import { batchesOf, batchOf, write } from "./batch-app.ts";

beforeEach(() => {
  Object.assign(globalThis, { indexedDB: new IDBFactory() });
});

afterEach(() => {
  jest.restoreAllMocks();
});

const files = { "a.md": "one old\n", "b.md": "two old\n" };
const batch = batchOf([
  { path: "a.md", before: files["a.md"], from: "old", to: "new" },
  { path: "b.md", before: files["b.md"], from: "old", to: "new" },
]);

test("says what has its old text again", async () => {
  const app = appOf(files);
  const notices = heardNotices();
  await write(app, batch);
  await undoLastBatch(original(app), batchesOf(app));
  expect(notices.at(-1)).toMatch(/^Undid "fix" of .*: 2 notes have their old text again$/);
  await undoLastBatch(original(app), batchesOf(app));
  expect(notices.at(-1)).toBe("There is nothing to undo in this vault");
});

test("lists the notes that were changed since, with the reason", async () => {
  const app = appOf(files);
  const opened: Modal[] = [];
  jest.spyOn(Modal.prototype, "open").mockImplementation(function (this: Modal) {
    opened.push(this);
  });
  await write(app, batch);
  await app.vault.modify(fileAt(app, "b.md"), "mine\n");
  await undoLastBatch(original(app), batchesOf(app));
  expect(opened).toHaveLength(1);
  const text = opened[0]?.contentEl.textContent ?? "";
  expect(text).toContain("1 note has its old text again");
  expect(text).toContain("Left 1 note: It has changed meanwhileb.md");
});

test("does not say that it undid a batch whose notes have all changed since", async () => {
  const app = appOf(files);
  const opened: Modal[] = [];
  jest.spyOn(Modal.prototype, "open").mockImplementation(function (this: Modal) {
    opened.push(this);
  });
  await write(app, batch);
  for (const path of Object.keys(files)) await app.vault.modify(fileAt(app, path), "mine\n");
  await undoLastBatch(original(app), batchesOf(app));
  expect(opened[0]?.contentEl.textContent).toMatch(/Undid nothing of "fix" of .*Left 2 notes/);
});

test("says so where there is no database", async () => {
  const app = appOf(files);
  const notices = heardNotices();
  jest.spyOn(indexedDB, "open").mockImplementation(() => {
    throw new Error("no IndexedDB");
  });
  expect(await undoLastBatch(original(app), batchesOf(app))).toBeNull();
  expect(notices.at(-1)).toMatch(/^The last batch was not undone: .*no database/);
});

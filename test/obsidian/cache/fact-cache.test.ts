/** @jest-environment jsdom */
import { deserialize, serialize } from "node:v8";
// jsdom has neither.
Object.assign(globalThis, { structuredClone: (value: unknown): unknown => deserialize(serialize(value)) });
import { fc, test as law } from "@fast-check/jest";
import "fake-indexeddb/auto";
import { IDBFactory } from "fake-indexeddb";
import { deleteDB, openDB, type IDBPDatabase } from "idb";
import type { Note } from "../../../src/note/note.ts";
import { PackedNote } from "../../../src/note/packed/packed-note.ts";
import { plainNote } from "../../../src/note/packed/plain-note.ts";
import { FactCache } from "../../../src/obsidian/cache/fact-cache.ts";
import { LiveVault } from "../../../src/obsidian/live-vault.ts";
import { appOf, fileAt, nextChange, original, problemsOf } from "../app.ts";

type App = ReturnType<typeof appOf>;

const files = {
  "a.md": "[[b]] [[gone]]",
  "b.md": "---\ntags: [2023]\n---\n*see also:* [[c]]",
  "in/c.md": "[[a#None]]",
  "pic.png": "",
};
const notes = ["a.md", "b.md", "in/c.md"];

beforeEach(() => {
  Object.assign(globalThis, { indexedDB: new IDBFactory() });
});

afterEach(() => {
  jest.restoreAllMocks();
});

/** One run of the plugin. */
interface Run {
  readonly vault: LiveVault;
  /** Paths of the files that were read, in alphabetical order. */
  readonly read: readonly string[];
  readonly problems: readonly string[];
}

/** Start the plugin's live vault; `parser` is its version. */
async function start(app: App, parser = "1"): Promise<Run> {
  const { vault: appVault } = original(app);
  const read: string[] = [];
  const cachedRead = appVault.cachedRead.bind(appVault);
  const spy = jest.spyOn(appVault, "cachedRead").mockImplementation((file) => {
    read.push(file.path);
    return cachedRead(file);
  });
  const vault = new LiveVault(original(app), new FactCache(original(app), parser, 0));
  app.workspace.setLayoutReady__();
  vault.load();
  await vault.ready;
  spy.mockRestore();
  return { vault, read: read.sort(), problems: problemsOf(vault) };
}

/** Start, wait until these notes are in the store, and stop. */
async function startAndStop(app: App, kept: readonly string[] = notes, parser?: string): Promise<Run> {
  const run = await start(app, parser);
  await untilKept(app, kept);
  run.vault.unload();
  return run;
}

function nameOf(app: App): string {
  return String(original(app).loadLocalStorage("linkage-facts"));
}

function storeOf(app: App): Promise<IDBPDatabase> {
  return openDB(nameOf(app), 1, {
    upgrade: (db) => {
      db.createObjectStore("facts");
    },
  });
}

/** The record of a note. */
async function recordAt(app: App, path: string): Promise<unknown> {
  const db = await storeOf(app);
  const record: unknown = await db.get("facts", path);
  db.close();
  return record;
}

async function untilKept(app: App, paths: readonly string[]): Promise<void> {
  for (let keys = ""; keys !== paths.join();) {
    await moment();
    const db = await storeOf(app);
    keys = (await db.getAllKeys("facts")).map(String).join();
    db.close();
  }
}

/** Wait until the record of a note says this. */
async function untilSaid(app: App, path: string, said: string): Promise<void> {
  for (;;) {
    const record = await recordAt(app, path);
    if (record !== undefined && JSON.stringify(record).includes(said)) return;
    await moment();
  }
}

function moment(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 5));
}

/** The app's clock, which the mocks do not have. */
let now = 1;

/** Change a note as the app does, which then has another time and size. */
async function modify(app: App, path: string, text: string): Promise<void> {
  const file = fileAt(app, path);
  Object.assign(file.stat, { mtime: (now += 1), size: text.length });
  await app.vault.modify(file, text);
}

/** Change the record of a note behind the plugin's back. */
async function damage(
  app: App,
  path: string,
  change: (record: Record<string, unknown>) => unknown,
): Promise<void> {
  const db = await storeOf(app);
  const record: unknown = await db.get("facts", path);
  await db.put("facts", change(record as Record<string, unknown>), path);
  db.close();
}

describe("the second start", () => {
  test("reads nothing that is as it was, and says the same", async () => {
    const app = appOf(files);
    const first = await startAndStop(app);
    expect(first.read).toEqual(notes);
    expect(first.problems).not.toEqual([]);
    const second = await startAndStop(app);
    expect(second.read).toEqual([]);
    expect(second.problems).toEqual(first.problems);
    expect(factsOf(second.vault)).toEqual(factsOf(first.vault));
    expect([...second.vault.index.notes()].every((note) => note instanceof PackedNote)).toBe(true);
  });

  test("reads what has changed, and forgets what is gone", async () => {
    const app = appOf(files);
    await startAndStop(app);
    await modify(app, "a.md", "[[b]] longer [[nowhere]]");
    await app.vault.rename(fileAt(app, "in/c.md"), "d.md");
    const second = await startAndStop(app, ["a.md", "b.md", "d.md"]);
    expect(second.read).toEqual(["a.md", "d.md"]);
    expect(second.problems).toEqual(
      expect.arrayContaining([expect.stringContaining("a.md unresolved-link 13–24")]),
    );
  });

  test.each([
    ["time", { mtime: 1 }],
    ["size", { size: 1 }],
  ])("reads a file of another %s", async (_, stat) => {
    const app = appOf(files);
    await startAndStop(app);
    Object.assign(fileAt(app, "a.md").stat, stat);
    expect((await startAndStop(app)).read).toEqual(["a.md"]);
  });

  test("reads everything with another parser, and nothing the next time", async () => {
    const app = appOf(files);
    await startAndStop(app);
    const second = await start(app, "2");
    expect(second.read).toEqual(notes);
    for (const path of notes) await untilSaid(app, path, '"parser":"2"');
    second.vault.unload();
    expect((await startAndStop(app, notes, "2")).read).toEqual([]);
  });

  test.each([
    ["cut off", (record) => ({ ...record, marks: String(record["marks"]).slice(0, 40) })],
    ["changed", (record) => ({ ...record, words: String(record["words"]).replace("gone", "home") })],
    ["cut elsewhere", moveFirstWord],
    ["without a sum", ({ sum: _, ...rest }) => rest],
    ["nothing", () => null],
    ["a number", () => 1],
    ["of another form", () => ({ marks: [], words: "", sum: 0, parser: "1" })],
  ] satisfies [string, (record: Record<string, unknown>) => unknown][])(
    "reads a note whose record is %s",
    async (_, change) => {
      const app = appOf(files);
      const first = await startAndStop(app);
      await damage(app, "a.md", change);
      const second = await startAndStop(app);
      expect(second.read).toEqual(["a.md"]);
      expect(second.problems).toEqual(first.problems);
    },
  );

  test("takes no facts from another note's record", async () => {
    const app = appOf(files);
    await startAndStop(app);
    const other = await recordAt(app, "b.md");
    const { mtime, size } = fileAt(app, "a.md").stat;
    await damage(app, "a.md", () => ({ ...(other as object), mtime, size }));
    expect((await startAndStop(app)).read).toEqual(["a.md"]);
  });
});

/** Marks and words that are the same together: the sum does not tell. */
function moveFirstWord(record: Record<string, unknown>): unknown {
  const words = String(record["words"]);
  return { ...record, marks: `${String(record["marks"])}${words.slice(0, 1)}`, words: words.slice(1) };
}

function factsOf(vault: LiveVault): readonly Note[] {
  return [...vault.index.notes()].map(plainNote).sort(byPath);
}

function byPath(a: { readonly path: string }, b: { readonly path: string }): number {
  return a.path < b.path ? -1 : 1;
}

const paths = ["a.md", "b.md", "in/c.md", "d.md"];
const path = fc.constantFrom(...paths);
const text = fc.constantFrom(
  "",
  "[[a]] [[gone]]",
  "[[b]]",
  "---\ntags: [2023]\n---\n[[d#x]]",
  "# x",
  "---\nn: .nan\n---\n",
);
const step = fc.oneof(
  fc.record({ kind: fc.constant("write" as const), path, text }),
  fc.record({ kind: fc.constant("trash" as const), path }),
  fc.record({ kind: fc.constant("restart" as const), wait: fc.boolean() }),
);

law.prop([fc.array(step, { maxLength: 12 })], { numRuns: 25 })(
  "whatever happens between starts, a vault with a cache says the same as one without",
  async (steps) => {
    const app = appOf(files);
    let { vault } = await start(app);
    for (const each of steps) {
      if (each.kind === "restart") {
        if (each.wait) await moment();
        vault.unload();
        ({ vault } = await start(app));
        continue;
      }
      const isThere = app.vault.getFileByPath(each.path) !== null;
      if (each.kind === "trash" && isThere) await app.fileManager.trashFile(fileAt(app, each.path));
      if (each.kind !== "write") continue;
      if (isThere) await modify(app, each.path, each.text);
      else {
        await app.vault.create(each.path, "");
        await modify(app, each.path, each.text);
      }
    }
    vault.unload();
    const last = await start(app);
    const bare = new LiveVault(original(app));
    bare.load();
    await bare.ready;
    expect(last.problems).toEqual(problemsOf(bare));
    expect([...last.vault.linted()].sort()).toEqual([...bare.linted()].sort());
    last.vault.unload();
    bare.unload();
  },
);

describe("while the plugin runs", () => {
  test("what is saved, renamed and deleted is kept, kept elsewhere and forgotten", async () => {
    const app = appOf(files);
    const { vault } = await start(app);
    await untilKept(app, notes);
    const told = nextChange(vault);
    await modify(app, "a.md", "[[b]] new");
    await app.vault.rename(fileAt(app, "b.md"), "d.md");
    await app.fileManager.trashFile(fileAt(app, "in/c.md"));
    await told;
    await untilKept(app, ["a.md", "d.md"]);
    vault.unload();
    expect((await startAndStop(app, ["a.md", "d.md"])).read).toEqual([]);
  });

  test("nothing is written of text that is not saved", async () => {
    const app = appOf(files);
    const { vault } = await start(app);
    await untilKept(app, notes);
    const put = jest.spyOn(IDBObjectStore.prototype, "put");
    vault.setText("a.md", "[[b]] x");
    vault.setText("a.md", "[[b]] xy");
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(put).not.toHaveBeenCalled();
    vault.unload();
  });

  test("text that an editor has saved is kept as it is in the file", async () => {
    const app = appOf(files);
    const { vault } = await start(app);
    await untilKept(app, notes);
    vault.setText("a.md", "one\n[[typed]]");
    vault.setText("b.md", "one\n[[typed]]");
    const told = nextChange(vault);
    await modify(app, "a.md", "one\n[[typed]]");
    await modify(app, "b.md", "one\r\n[[typed]]");
    await modify(app, "in/c.md", "done");
    await told;
    await untilSaid(app, "in/c.md", '"size":4');
    vault.unload();
    const second = await startAndStop(app);
    expect(second.read).toEqual(["b.md"]);
    expect(second.vault.index.note("b.md")?.links).toMatchObject([{ from: 5 }]);
    expect(second.vault.index.note("a.md")?.links).toMatchObject([{ from: 4 }]);
  });

  test("a note that cannot be read is not kept", async () => {
    const app = appOf(files);
    await startAndStop(app);
    await modify(app, "a.md", "longer than before");
    jest.spyOn(original(app).vault, "cachedRead").mockRejectedValue(new Error("EIO"));
    const { vault } = await start(app);
    await untilKept(app, ["b.md", "in/c.md"]);
    vault.unload();
  });
});

describe("works without", () => {
  const denied = (): never => {
    throw new DOMException("denied", "SecurityError");
  };

  test.each([
    ["where there is no IndexedDB", () => Reflect.deleteProperty(globalThis, "indexedDB")],
    ["where it may not be opened", () => jest.spyOn(IDBFactory.prototype, "open").mockImplementation(denied)],
    [
      "where opening fails",
      () =>
        jest.spyOn(IDBFactory.prototype, "open").mockImplementation(() => {
          const request = new EventTarget();
          setTimeout(() => request.dispatchEvent(new Event("error")), 0);
          return request as never;
        }),
    ],
    [
      "where nothing can be kept for the vault",
      (app: App) => jest.spyOn(original(app), "saveLocalStorage").mockImplementation(denied),
    ],
    [
      "where there is no room",
      () =>
        jest.spyOn(IDBObjectStore.prototype, "put").mockImplementation(() => {
          throw new DOMException("full", "QuotaExceededError");
        }),
    ],
  ] satisfies [string, (app: App) => unknown][])("%s", async (_, spoil) => {
    const app = appOf(files);
    const expected = await start(appOf(files));
    expected.vault.unload();
    spoil(app);
    const { vault, problems } = await start(app);
    expect(problems).toEqual(expected.problems);
    const told = nextChange(vault);
    await modify(app, "a.md", "[[nowhere]]");
    await told;
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(vault.diagnostics("a.md")).toHaveLength(1);
    vault.unload();
  });

  test("where opening never ends", async () => {
    jest.spyOn(IDBFactory.prototype, "open").mockImplementation(() => new EventTarget() as never);
    const setTimer = window.setTimeout.bind(window);
    // Patience is for people.
    jest
      .spyOn(window, "setTimeout")
      .mockImplementation(((run: () => void, delay: number) =>
        setTimer(run, delay >= 1000 ? 1 : delay)) as never);
    const { vault, read } = await start(appOf(files));
    expect(read).toEqual(notes);
    vault.unload();
  });
});

describe("a store that is damaged as a whole is thrown away and made anew", () => {
  test("when it does not open", async () => {
    const app = appOf(files);
    await startAndStop(app);
    await deleteDB(nameOf(app));
    // Of a later version of the plugin.
    (await openDB(nameOf(app), 7)).close();
    expect((await startAndStop(app)).read).toEqual(notes);
    expect((await startAndStop(app)).read).toEqual([]);
  });

  test("when it cannot be read", async () => {
    const app = appOf(files);
    await startAndStop(app);
    jest.spyOn(IDBObjectStore.prototype, "getAll").mockImplementationOnce(() => {
      throw new DOMException("Failed to read large IndexedDB value", "UnknownError");
    });
    expect((await startAndStop(app)).read).toEqual(notes);
    expect((await startAndStop(app)).read).toEqual([]);
  });
});

test("vaults of one device do not see each other's facts", async () => {
  const [one, other] = [appOf(files), appOf({ "a.md": "other" })];
  await startAndStop(one);
  await startAndStop(other, ["a.md"]);
  expect(nameOf(one)).not.toBe(nameOf(other));
  await untilKept(one, notes);
});

test.each([
  ["at once", () => Promise.resolve()],
  ["while it opens", () => new Promise<void>((resolve) => setTimeout(resolve, 0))],
  ["when it has read", (vault: LiveVault) => vault.ready],
])("enabled and disabled 50 times, %s, it leaves no connection open", async (_, meanwhile) => {
  const app = appOf(files);
  for (let time = 0; time < 50; time += 1) {
    const vault = new LiveVault(original(app), new FactCache(original(app), "1", 0));
    app.workspace.setLayoutReady__();
    vault.load();
    await meanwhile(vault);
    vault.unload();
  }
  await new Promise((resolve) => setTimeout(resolve, 50));
  const blocked = jest.fn();
  await deleteDB(nameOf(app), { blocked });
  expect(blocked).not.toHaveBeenCalled();
});

test("a start with much that is kept leaves others their turn", async () => {
  const text = "# A heading\n".repeat(300);
  const paths = Array.from({ length: 150 }, (_, at) => `n${String(at).padStart(3, "0")}.md`);
  const app = appOf(Object.fromEntries(paths.map((path) => [path, text])));
  await startAndStop(app, paths);
  let turns = 0;
  const timer = setInterval(() => (turns += 1), 1);
  const { vault, read } = await start(app);
  clearInterval(timer);
  vault.unload();
  expect(read).toEqual([]);
  expect(turns).toBeGreaterThan(3);
});

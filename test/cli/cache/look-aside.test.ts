import { once } from "node:events";
import { existsSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { MessageChannel, Worker } from "node:worker_threads";
import { lookAside, stages, type Order } from "../../../src/cli/cache/look-aside.mts";
import { isLookedInto, lookHere, type VaultLook } from "../../../src/cli/cache/vault-look.mts";
import { buildCommand } from "../built-command.ts";
import { folderOf, linkage } from "../command-line.ts";
import { cachedVault } from "./cached-vault.ts";

const scripts = folderOf({ "fails.cjs": "throw new Error();", "ends.cjs": "" });
const script = join(scripts, "look.cjs");

beforeAll(() => {
  buildCommand(join(scripts, "cli.cjs"));
}, 60_000);

/** All that a look tells, asked for in this order, but when it began. */
function told({ files, problems, stampAt }: VaultLook, order: readonly number[]): unknown {
  const asked = order.filter((place) => isLookedInto(files[place] ?? ""));
  return { files, problems: JSON.stringify(problems), stamps: asked.map((place) => [place, stampAt(place)]) };
}

test("the thread runs as it is built", async () => {
  const state = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
  const { port1, port2 } = new MessageChannel();
  const order: Order = { folder: folderOf({ "A.md": "", "B.png": "" }), state, port: port2 };
  const worker = new Worker(script, { workerData: order, transferList: [port2] });
  expect(await once(worker, "exit")).toEqual([0]);
  expect(state[0]).toBe(stages.files + 2);
  port1.close();
});

describe("another thread sees what this one does", () => {
  test.each<readonly [string, Readonly<Record<string, string>>]>([
    ["no file", {}],
    ["notes, canvases and others", { "A.md": "# A", "in/b.canvas": "{}", "in/c.png": "", "Ä\n.md": "" }],
    [
      "more than it tells at once",
      Object.fromEntries(Array.from({ length: 2500 }, (_, at) => [`${String(at)}.md`, String(at)])),
    ],
  ])("%s", (_, files) => {
    const folder = folderOf({ ".obsidian/": "", ...files });
    symlinkSync("nowhere.md", join(folder, "to nowhere.md"));
    symlinkSync(".", join(folder, "to itself"));
    const here = lookHere(folder);
    const places = here.files.map((_, place) => place);
    for (const order of [places, places.toReversed()])
      expect(told(lookAside(script, folder)(), order)).toEqual(told(here, order));
    expect(here.problems).toHaveLength(2);
  });

  test("a file that has gone since has no stamp", () => {
    const folder = folderOf({ "A.md": "", "B.md": "" });
    const look = lookHere(folder);
    rmSync(join(folder, "A.md"));
    expect([look.stampAt(0), look.stampAt(1) === null]).toEqual([null, false]);
    const script = join(scripts, "gone.cjs");
    writeFileSync(
      script,
      `const fs = require("node:fs");
      const { statSync } = fs;
      fs.statSync = (path, options) => (path.endsWith("A.md") ? undefined : statSync(path, options));
      require("./look.cjs");`,
    );
    writeFileSync(join(folder, "A.md"), "");
    const aside = lookAside(script, folder)();
    expect([aside.stampAt(0), aside.stampAt(1)]).toEqual([null, look.stampAt(1)]);
  });

  test("it began when it was asked for, before any file was looked at", async () => {
    const before = Date.now();
    const look = lookAside(script, folderOf({ "A.md": "" }));
    const after = Date.now();
    await pause(20);
    const { began } = look();
    expect([began >= before, began <= after]).toEqual([true, true]);
  });
});

test.each(["fails.cjs", "ends.cjs", "none.cjs"])(
  "where the thread cannot look, this one does: %s",
  (name) => {
    const folder = folderOf({ "A.md": "" });
    expect(told(lookAside(join(scripts, name), folder)(), [0])).toEqual(told(lookHere(folder), [0]));
  },
);

test("where no thread is to be had, this one looks", () => {
  const folder = folderOf({ "A.md": "" });
  const order = "a path that Worker does not take";
  expect(told(lookAside(order, folder)(), [0])).toEqual(told(lookHere(folder), [0]));
});

test("where the thread gets no further, this one goes on", () => {
  const folder = folderOf({ "A.md": "a", "B.md": "b" });
  const began = "Atomics.store(require('worker_threads').workerData.state, 0, 1);";
  const listed = `
    const { state, port } = require('worker_threads').workerData;
    port.postMessage({ files: "A.md\\0B.md\\0", problems: [], stamps: new Float64Array(8) });
    Atomics.store(state, 0, 2);
    Atomics.notify(state, 0);`;
  for (const text of [began, listed]) {
    writeFileSync(join(scripts, "stops.cjs"), text);
    const look = lookAside(join(scripts, "stops.cjs"), folder, 200)();
    expect(told(look, [0, 1])).toEqual(told(lookHere(folder), [0, 1]));
  }
});

test("what the thread meets is met by who waits", () => {
  const look = lookAside(script, join(scripts, "no vault"));
  expect(() => look()).toThrow("ENOENT");
});

test("a large vault is looked at by another thread", async () => {
  const mark = join(scripts, "mark");
  const marked = join(scripts, "marked.cjs");
  writeFileSync(marked, `require("fs").appendFileSync(${JSON.stringify(mark)}, "x"); require("./look.cjs");`);
  // What is kept of such targets is large.
  const linesOf = (note: number): readonly string[] =>
    Array.from({ length: 400 }, (_, at) => `[[${String(note)} ${String(at)} ${"long ".repeat(200)}]]\n`);
  const long = Object.fromEntries(
    Array.from({ length: 12 }, (_, note) => [`${String(note)}.md`, linesOf(note).join("")]),
  );
  const vault = cachedVault({ ...long, "A.md": "[[B]]" });
  const { folder: cwd, env } = vault;
  const lint = async (): Promise<string> =>
    (await linkage(["lint", "--format", "json"], { cwd, env, build: "this build", lookScript: marked })).out;
  expect(await lint()).toContain('"B');
  expect(existsSync(mark)).toBe(false);
  vault.put("B.md", "[[C]]");
  expect(await lint()).toBe((await vault.lintAnew("--format", "json")).out);
  expect(existsSync(mark)).toBe(true);
});

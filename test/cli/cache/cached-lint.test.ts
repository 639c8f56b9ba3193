import {
  cpSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { readPieces, writePieces } from "../../../src/cli/cache/pieces.mts";
import { realDisk } from "../../../src/cli/write/disk.mts";
import { linkage } from "../command-line.ts";
import { cachedVault, filesOf, type CachedVault } from "./cached-vault.ts";

const { now } = Date;

/** By this clock all files have been as they are for long. */
beforeEach(() => {
  Date.now = () => now() + 60_000;
});

afterEach(() => {
  Date.now = now;
});

const json = ["--format", "json", "--suggestions"];

/** Notes that nothing of the others changes anything for. */
const many = Object.fromEntries(
  Array.from({ length: 20 }, (_, at) => [`many/${String(at)}.md`, `# ${String(at)}\n`]),
);

/** Without what the notes of a vault say: what an index takes up of them is still there. */
function loseFacts(vault: CachedVault): void {
  for (const file of filesOf(vault).filter((path) => path.includes("/facts"))) rmSync(file);
}

/** What a run with the cache says, which is what one without says. */
async function expectSame(vault: CachedVault, ...args: readonly string[]): Promise<string> {
  const outcome = await vault.lint(...args);
  expect(outcome).toEqual(await vault.lintAnew(...args));
  return outcome.out;
}

test("what is kept is for its user alone, and nothing is written to the vault", async () => {
  const vault = cachedVault({ "A.md": "[[B]]", "B.md": "" });
  await vault.lint();
  const files = filesOf(vault);
  expect(files).toHaveLength(3);
  for (const file of files) expect(statSync(file).mode & 0o777).toBe(0o600);
  expect(statSync(join(files[0] ?? "", "..")).mode & 0o777).toBe(0o700);
  expect(readdirSync(vault.folder).sort()).toEqual(["A.md", "B.md"]);
});

test.each([
  ["with --no-cache", ["--no-cache"], { build: "this build" }],
  ["by a program without a name", [], {}],
])("nothing is kept %s", async (_, args, more) => {
  const vault = cachedVault({ "A.md": "" });
  await linkage(["lint", ...args], { cwd: vault.folder, env: vault.env, ...more });
  expect(readdirSync(vault.folder)).toEqual(["A.md"]);
  expect(readdirSync(join(vault.caches, "../.."))).not.toContain("caches");
});

test("nothing is kept in a vault that the cache would lie in", async () => {
  const vault = cachedVault({ "A.md": "" });
  const env = { XDG_CACHE_HOME: join(vault.folder, "caches") };
  await linkage(["lint"], { cwd: vault.folder, env, build: "this build" });
  expect(readdirSync(vault.folder)).toEqual(["A.md"]);
});

test("where nothing has changed, what was kept is told, and kept as it is", async () => {
  const vault = cachedVault({ "A.md": "[[Nowhere]]" });
  await vault.lint();
  const [file = ""] = filesOf(vault).filter((path) => path.includes("/found"));
  const pieces = readPieces(realDisk, file) ?? [];
  const told = pieces.map((piece) =>
    Buffer.from(piece.toString("latin1").replaceAll("Nowhere", "Neverland"), "latin1"),
  );
  writePieces(realDisk, file, `${file}.draft`, told);
  const { ino } = statSync(file);
  expect((await vault.lint()).out).toContain("Neverland");
  expect(statSync(file).ino).toBe(ino);
});

test("the last 20 reports are known, and one that was forgotten is found and known anew", async () => {
  const vault = cachedVault({ "A.md": "[[Nowhere]]" });
  const report = (at: number): readonly string[] => [...json, "--max-warnings", String(at)];
  const isKept = async (at: number): Promise<boolean> => {
    const written = (): readonly number[] => filesOf(vault).map((file) => statSync(file).ino);
    const before = written();
    await expectSame(vault, ...report(at));
    return written().every((file) => before.includes(file));
  };
  await vault.lint();
  for (let at = 1; at <= 21; at++) expect(await isKept(at)).toBe(false);
  expect([await isKept(21), await isKept(2), await isKept(1)]).toEqual([true, true, false]);
  expect([await isKept(1), await isKept(3), await isKept(2)]).toEqual([true, true, false]);
});

/** What changes, and what another note says before and after. */
test.each<
  readonly [string, Readonly<Record<string, string>>, Readonly<Record<string, string | null>>, string]
>([
  ["a note comes", { "A.md": "[[B]]" }, { "B.md": "" }, 'No file matches \\"B\\"'],
  ["a note goes", { "A.md": "[[B]]", "B.md": "" }, { "B.md": null }, 'No file matches \\"B\\"'],
  [
    "a note is renamed",
    { "A.md": "[[B]]", "B.md": "" },
    { "B.md": null, "C.md": "" },
    'No file matches \\"B\\"',
  ],
  ["an attachment comes", { "A.md": "![[b.png]]" }, { "in/b.png": "" }, 'No file matches \\"b.png\\"'],
  [
    "most notes spell a tag otherwise",
    { "A.md": "#tag", "B.md": "#tag", "C.md": "#Tag" },
    { "B.md": "#Tag" },
    'expected \\"Tag\\"',
  ],
  [
    "a canvas leads elsewhere",
    { "linkage.yaml": "rules: {unused-attachment: warning}", "b.png": "", "c.canvas": '{"nodes":[]}' },
    { "c.canvas": '{"nodes":[{"id":"1","type":"file","file":"b.png"}]}' },
    'path":"b.png',
  ],
  [
    "the config says so",
    { "A.md": "[[B]]", "linkage.yaml": "" },
    { "linkage.yaml": "ignore: [A.md]" },
    'No file matches \\"B\\"',
  ],
  [
    "the app's settings say so",
    { "A.md": "[[B]]", ".obsidian/app.json": "{}" },
    { ".obsidian/app.json": '{"userIgnoreFilters":["A.md"]}' },
    'No file matches \\"B\\"',
  ],
  ["a note cannot be read any more", { "A.md": "[[B#C]]", "B.md": "# C" }, { "B.md": "\0" }, "B.md"],
  [
    "a note has another title",
    { "A.md": "---\ntitle: A title\n---\n", "B.md": "---\ntitle: A title\n---\n" },
    { "B.md": "---\ntitle: Another one\n---\n" },
    "duplicate-title",
  ],
  [
    "a note that had the note id of another goes",
    { "A.md": "---\nnote_id: 230718TJ16\n---\n", "B.md": "---\nnote_id: 230718TJ16\n---\n" },
    { "B.md": null },
    "duplicate-note-id",
  ],
])("%s", async (_, before, changes, telling) => {
  const vault = cachedVault({ ...many, ...before });
  const damaged = cachedVault({ ...many, ...before });
  const first = await expectSame(vault, ...json);
  await damaged.lint(...json);
  loseFacts(damaged);
  for (const [path, text] of Object.entries(changes))
    for (const each of [vault, damaged]) {
      if (text === null) each.remove(path);
      else each.put(path, text);
    }
  const second = await expectSame(vault, ...json);
  expect(first.includes(telling)).not.toBe(second.includes(telling));
  expect(await expectSame(vault, ...json)).toBe(second);
  // What has changed is then known as it is, and not as it was.
  expect(await expectSame(damaged, ...json)).toBe(second);
  expect(await expectSame(damaged, ...json)).toBe(second);
});

test.each([
  ["", []],
  [", also in what is not asked about first", ["many"]],
])("what repairs a problem may change though the problem does not%s", async (_, first) => {
  const vault = cachedVault({
    ...many,
    "A.md": "[[The first note]]",
    "in/Home.md": "---\ntitle: The first note\n---\n",
  });
  expect(await expectSame(vault, ...json)).toContain('Link to \\"Home\\"');
  vault.put("also/Home.md", "");
  await expectSame(vault, ...first);
  expect(await expectSame(vault, ...json)).toContain('Link to \\"in/Home\\"');
});

describe("damage", () => {
  const files = { ...many, "A.md": "[[B]] [[Nowhere]]", "B.md": "#tag" };

  /** A vault with a cache that one run has made, and something changed since. */
  async function keptVault(): Promise<CachedVault> {
    const vault = cachedVault(files);
    await vault.lint();
    vault.put("B.md", "#tag [[Nowhere]]");
    return vault;
  }

  test.each<readonly [string, (bytes: Buffer) => Uint8Array]>([
    ["cut off", (bytes) => bytes.subarray(0, bytes.length / 2)],
    ["empty", () => Buffer.alloc(0)],
    ["of zeros", (bytes) => Buffer.alloc(bytes.length)],
    [
      "changed in one byte",
      (bytes) => Buffer.concat([bytes.subarray(0, -40), Buffer.from("x"), bytes.subarray(-39)]),
    ],
  ])("a cache that is %s", async (_, damage) => {
    for (const name of ["found", "facts", "keys"]) {
      const vault = await keptVault();
      for (const file of filesOf(vault).filter((path) => path.includes(`/${name}`)))
        writeFileSync(file, damage(readFileSync(file)));
      await expectSame(vault, ...json);
      await expectSame(vault, ...json);
    }
  });

  test("facts that are lost, when nothing has changed and repairs are asked for", async () => {
    const vault = cachedVault(files);
    await vault.lint("--format", "github");
    loseFacts(vault);
    await expectSame(vault, ...json);
  });

  test("facts that are lost are read from their notes, and put on a shelf again", async () => {
    const vault = await keptVault();
    const shelves = (): readonly string[] => filesOf(vault).filter((path) => path.includes("/facts"));
    const before = shelves();
    for (const file of before) rmSync(file);
    await expectSame(vault, ...json);
    expect(shelves()).toHaveLength(1);
    expect(before).not.toContain(shelves()[0]);
  });

  test.each([
    ["found", "keys"],
    ["found", "facts"],
    ["facts", "keys"],
    ["keys", "facts"],
    ["keys", "found"],
  ])("in the place of %s a copy of %s", async (name, other) => {
    const vault = await keptVault();
    const [to, from] = [name, other].map((each) => filesOf(vault).find((path) => path.includes(`/${each}`)));
    cpSync(from ?? "", to ?? "");
    await expectSame(vault, ...json);
    await expectSame(vault, ...json);
  });

  test("the cache of another vault", async () => {
    const [vault, other] = [await keptVault(), cachedVault({ "A.md": "", "B.md": "" })];
    await other.lint();
    const [from, to] = [other, vault].map(({ caches }) => join(caches, readdirSync(caches)[0] ?? ""));
    cpSync(from ?? "", to ?? "", { recursive: true });
    await expectSame(vault, ...json);
  });

  test("the cache of another build", async () => {
    const vault = await keptVault();
    const { folder: cwd, env } = vault;
    const before = filesOf(vault);
    const outcome = await linkage(["lint", ...json], { cwd, env, build: "another build" });
    expect(outcome).toEqual(await vault.lintAnew(...json));
    expect(filesOf(vault)).not.toEqual(before);
  });

  test.each([
    ["the cache's folder", ""],
    ["that of the vault's cache", "linkage"],
  ])("a file in the place of %s", async (_, place) => {
    const vault = cachedVault(files);
    const at = join(vault.caches, "..", place);
    if (place !== "") mkdirSync(join(at, ".."), { recursive: true });
    writeFileSync(at, "mine");
    await expectSame(vault, ...json);
    expect(readFileSync(at, "utf8")).toBe("mine");
  });

  test("a folder in the place of what was found", async () => {
    const vault = await keptVault();
    const [file = ""] = filesOf(vault).filter((path) => path.includes("/found"));
    rmSync(file);
    mkdirSync(join(file, "in"), { recursive: true });
    await expectSame(vault, ...json);
    expect(readdirSync(join(file, "..")).filter((name) => name.endsWith(".draft"))).toEqual([]);
  });
});

test("what a path leads to now is told of", async () => {
  const vault = cachedVault({ ...many, ".obsidian/app.json": "{}", "a/A.md": "[[X]]", "b/B.md": "[[Y]]" });
  const link = join(vault.caches, "../../link");
  // Only reports of all are told again.
  symlinkSync(vault.folder, link);
  for (let run = 0; run < 2; run++) expect(await expectSame(vault, link)).toContain("X");
  rmSync(link);
  symlinkSync(join(vault.folder, "b"), link);
  const out = await expectSame(vault, link);
  expect([out.includes("X"), out.includes("Y")]).toEqual([false, true]);
});

test("what lies around a vault without a mark may change", async () => {
  const vault = cachedVault(
    Object.fromEntries(Array.from({ length: 5 }, (_, at) => [`part/${String(at)}.md`, `[[t${String(at)}]]`])),
  );
  const place = { cwd: join(vault.folder, "part"), env: vault.env, build: "this build" };
  for (let run = 0; run < 2; run++) expect((await linkage(["lint"], place)).err).toBe("");
  for (let at = 0; at < 5; at++) vault.put(`other/t${String(at)}.md`, "");
  expect((await linkage(["lint"], place)).err).toContain("5 of 5 missing targets");
});

describe("a report that is told again", () => {
  const files = { ".obsidian/app.json": "{}", "A.md": "[[Nowhere]]", "B.md": "#tag" };

  /** The kept report with other words in it, so that one sees when it is told. */
  function rewrite(vault: CachedVault): void {
    const [file = ""] = filesOf(vault).filter((path) => path.includes("/found"));
    const pieces = readPieces(realDisk, file) ?? [];
    const head = Buffer.from(String(pieces.at(-1)).replace("Nowhere", "Neverland"));
    writePieces(realDisk, file, `${file}.draft`, [...pieces.slice(0, -1), head]);
  }

  test.each<readonly [string, readonly string[], Readonly<Record<string, string>>, boolean]>([
    ["asked for in the same way", [], {}, true],
    ["asked for otherwise", ["--group", "note"], {}, false],
    ["asked for as JSON", json, {}, false],
    ["in colours", [], { FORCE_COLOR: "1" }, false],
  ])("%s", async (_, args, env, isTold) => {
    const vault = cachedVault(files);
    await vault.lint();
    rewrite(vault);
    const io = { cwd: vault.folder, env: { ...vault.env, ...env }, build: "this build" };
    const { out, code } = await linkage(["lint", ...args], io);
    expect(out.includes("Neverland")).toBe(isTold);
    expect({ code }).toEqual({ code: (await vault.lintAnew(...args)).code });
  });

  test("not where a note has changed since", async () => {
    const vault = cachedVault(files);
    await vault.lint();
    rewrite(vault);
    vault.put("B.md", "#other");
    await expectSame(vault);
  });

  test("not where something cannot be read", async () => {
    const vault = cachedVault({ ...files, "C.md": "\0" });
    await vault.lint();
    vault.put("C.md", Buffer.from([0xff, 0xfe]));
    await expectSame(vault);
  });

  test("with the line that says why the run failed", async () => {
    const vault = cachedVault(files);
    const args = ["--severity", "error", "--max-warnings", "0"];
    expect(await expectSame(vault, ...args)).toContain("--max-warnings");
    await expectSame(vault, ...args);
  });
});

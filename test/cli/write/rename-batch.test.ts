import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { requireJournal } from "../../../src/cli/write/journal.mts";
import { writeRename } from "../../../src/cli/write/rename-batch.mts";
import { undoLast } from "../../../src/cli/write/undo-batch.mts";
import { linkage, type Outcome } from "../command-line.ts";
import { journaledVault, type JournaledVault } from "./journaled-vault.ts";
import { refusal, type Step } from "./watched-disk.ts";

// In memory where that can be had: nobody has to wait for a disk there.
if (existsSync("/dev/shm")) process.env["TMPDIR"] = "/dev/shm";

const olds = { "A.md": "See [[Old]].\r\n", "a/Old.md": "[[../A]]", "a/pic.png": "p", "Long.md": "[[Old]]" };
const changes = [
  { path: "A.md", before: "See [[Old]].\r\n", after: "See [[New]].\r\n" },
  { path: "a/Old.md", before: "[[../A]]", after: "[[../../A]]" },
  { path: "Long.md", before: "[[Old]]", after: "[[New]] and more" },
];

/** A rename, and the files of the vault after it. */
interface Case {
  readonly move: { readonly from: string; readonly to: string };
  readonly news: Readonly<Record<string, string>>;
}

/** The rename that leaves these in place of what was in `a`. */
function renamed(from: string, to: string, moved: Case["news"]): Case {
  return {
    move: { from, to },
    news: { "A.md": "See [[New]].\r\n", "Long.md": "[[New]] and more", ...moved },
  };
}

const note = renamed("a/Old.md", "x/y/New.md", { "x/y/New.md": "[[../../A]]", "a/pic.png": "p" });
const folder = renamed("a", "x/y", { "x/y/Old.md": "[[../../A]]", "x/y/pic.png": "p" });
const letterCase = renamed("a/Old.md", "a/OLD.md", { "a/OLD.md": "[[../../A]]", "a/pic.png": "p" });

/** All files of a vault with their texts, and its folders. */
function all({ folder: root }: JournaledVault): Readonly<Record<string, string>> {
  const entries = readdirSync(root, { recursive: true, withFileTypes: true });
  return Object.fromEntries(
    entries.map((entry) => {
      const path = join(entry.parentPath, entry.name);
      return [relative(root, path), entry.isFile() ? readFileSync(path, "utf8") : "folder"];
    }),
  );
}

function withFolders(files: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  const folders = Object.keys(files).flatMap((path) =>
    [...path.matchAll(/\//g)].map(({ index }) => [path.slice(0, index), "folder"] as const),
  );
  return { ...Object.fromEntries(folders), ...files };
}

/** Files and folders, but for a folder that the move has left empty. */
function expectVault(vault: JournaledVault, files: Readonly<Record<string, string>>): void {
  const found = all(vault);
  const isEmpty = found["a"] === "folder" && !Object.keys(found).some((path) => path.startsWith("a/"));
  expect(found).toEqual({ ...withFolders(files), ...(isEmpty ? { a: "folder" } : {}) });
}

/** The disk dies in front of a step, or in the middle of it, and does nothing any more. */
function dying(
  at: number,
  share: number,
): { readonly watch: (step: Step) => void; readonly steps: string[]; readonly lastWords: string[] } {
  const steps: string[] = [];
  const lastWords: string[] = [];
  const watch = ({ name, writePart }: Step): void => {
    if (steps.length === at && share > 0 && name === "write") writePart(share);
    if (steps.length >= at) {
      lastWords.push(name);
      throw new Error("dead");
    }
    steps.push(name);
  };
  return { watch, steps, lastWords };
}

/** The vault as another process finds it. */
function anew(vault: JournaledVault): JournaledVault {
  return { ...vault, journal: requireJournal(vault.folder, vault.env) };
}

async function renamedVault({ move }: Case, watch?: (step: Step) => void): Promise<JournaledVault> {
  let isReady = false;
  const vault = journaledVault(olds, (step) => {
    if (isReady) watch?.(step);
  });
  expect(await writeRename(vault.journal, move, changes)).toMatchObject({ left: [] });
  isReady = true;
  return vault;
}

/** The next command repairs and says so in one line; then there is nothing to repair. */
async function expectWhole(vault: JournaledVault, news: Case["news"]): Promise<"old" | "new"> {
  const next = (): Promise<Outcome> => linkage(["undo", "--list", vault.folder], { env: vault.env });
  const { code, err } = await next();
  expect({ code, err }).toEqual({
    code: 0,
    err: expect.stringMatching(/^(linkage: "rename" of .* was interrupted: .*\n)?$/) as string,
  });
  expect(await next()).toMatchObject({ code: 0, err: "" });
  const state = Object.keys(news).every((path) => path in all(vault)) ? "new" : "old";
  expectVault(vault, state === "new" ? news : olds);
  return state;
}

describe.each([
  ["a note", note],
  ["a folder", folder],
  ["letter case", letterCase],
])("the rename of %s", (_, each) => {
  test("is one batch, and undo takes it back as a whole", async () => {
    const vault = await renamedVault(each);
    expectVault(vault, each.news);
    expect(await undoLast(vault.journal)).toMatchObject({
      move: { from: each.move.to, to: each.move.from },
      left: [],
    });
    expectVault(vault, olds);
  });

  test("that dies at any step is wholly done or not at all, and undo works", async () => {
    const found = new Set<string>();
    for (let at = 0, isThrough = false; !isThrough; at++) {
      for (const share of [0, 0.5]) {
        const { watch, steps, lastWords } = dying(at, share);
        const vault = journaledVault(olds, watch);
        await writeRename(vault.journal, each.move, changes).catch(() => undefined);
        isThrough = steps.length < at;
        const state = await expectWhole(vault, each.news);
        found.add(state);
        if (state === "new") expect(await undoLast(anew(vault).journal)).toMatchObject({ left: [] });
        expectVault(vault, olds);
        // No step but a write is ever half done.
        if (lastWords[0] !== "write") break;
      }
    }
    expect([...found]).toEqual(["old", "new"]);
  }, 300_000);

  test("whose undoing dies at any step is wholly done or undone", async () => {
    const found = new Set<string>();
    for (let at = 0, isThrough = false; !isThrough; at++) {
      const { watch, steps } = dying(at, 0.5);
      const vault = await renamedVault(each, watch);
      await undoLast(vault.journal).catch(() => undefined);
      isThrough = steps.length < at;
      const state = await expectWhole(vault, each.news);
      found.add(state);
      if (state === "new") expect(await undoLast(anew(vault).journal)).toMatchObject({ left: [] });
      expectVault(vault, olds);
    }
    expect([...found]).toEqual(["new", "old"]);
  }, 300_000);
});

test.each<readonly [string, (step: Step) => void]>([
  [
    "a note cannot be written",
    ({ name, path }) => {
      if (name === "write" && path.endsWith("Long.md")) throw refusal("ENOSPC");
    },
  ],
  [
    "the file cannot be moved",
    ({ name }) => {
      if (name === "link") throw refusal("EACCES");
    },
  ],
  [
    "the folder cannot be made",
    ({ name, path }) => {
      if (name === "makeFolder" && path.endsWith("y")) throw refusal("EROFS");
    },
  ],
])("where %s nothing is renamed, and no text changes", async (_, watch) => {
  const vault = journaledVault(olds, watch);
  const { written, left } = await writeRename(vault.journal, note.move, changes);
  expect({ written, count: left.length > 0 }).toEqual({ written: [], count: true });
  expectVault(vault, olds);
  expect(await linkage(["undo", vault.folder], { env: vault.env })).toMatchObject({
    code: 2,
    err: "linkage: There is nothing to undo in this vault\n",
  });
});

test("where files have one name only it is renamed all the same", async () => {
  const vault = journaledVault(olds, ({ name }) => {
    if (name === "link") throw Object.assign(new Error("EPERM"), { code: "EPERM", errno: -1 });
  });
  expect(await writeRename(vault.journal, note.move, changes)).toMatchObject({ left: [] });
  expectVault(vault, note.news);
});

test("nothing is moved over a file that is put there meanwhile", async () => {
  const vault = journaledVault(olds, ({ name, path }) => {
    if (name === "link") writeFileSync(path, "theirs");
  });
  expect(await writeRename(vault.journal, note.move, changes)).toMatchObject({
    written: [],
    left: [{ path: "a/Old.md", message: "There is something at the new path already" }],
  });
  expectVault(vault, { ...olds, "x/y/New.md": "theirs" });
});

test("a note that has changed keeps all as it is", async () => {
  const vault = journaledVault({ ...olds, "Long.md": "mine" });
  expect(await writeRename(vault.journal, note.move, changes)).toMatchObject({
    written: [],
    left: [{ path: "Long.md", why: "changed" }],
  });
  expectVault(vault, { ...olds, "Long.md": "mine" });
  expect(existsSync(join(vault.folder, "x"))).toBe(false);
});

test("a rename without links to write is a batch, too", async () => {
  const vault = journaledVault({ "a.md": "" });
  expect(await writeRename(vault.journal, { from: "a.md", to: "b.md" }, [])).toEqual({
    written: [],
    left: [],
  });
  expect(all(vault)).toEqual({ "b.md": "" });
  await undoLast(vault.journal);
  expect(all(vault)).toEqual({ "a.md": "" });
});

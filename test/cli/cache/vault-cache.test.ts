import { existsSync, mkdirSync, readdirSync, utimesSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { contentWith, type Content } from "../../../src/cli/cache/file-content.mts";
import type { KeptVault } from "../../../src/cli/cache/kept-vault.mts";
import { findCache, keep, keptIn, notesKept, type VaultCache } from "../../../src/cli/cache/vault-cache.mts";
import type { ProblemRow } from "../../../src/cli/cache/problem-rows.mts";
import type { Note } from "../../../src/note/note.ts";
import { parseNote } from "../../../src/note/parse-note.ts";
import { folderOf } from "../command-line.ts";
import { watchedDisk, type Step } from "../write/watched-disk.ts";

interface Caches {
  /** The cache of a vault on a disk that does what `watch` says. */
  readonly watched: (watch: (step: Step) => void) => VaultCache;
  readonly cache: VaultCache;
}

function caches(): Caches {
  const root = folderOf({ "vault/": "" });
  const watched = (watch: (step: Step) => void): VaultCache => {
    const env = { XDG_CACHE_HOME: join(root, "caches") };
    const cache = findCache(join(root, "vault"), { env, build: "build" }, watchedDisk(watch));
    if (cache === null) throw new Error("There is a place for it");
    return cache;
  };
  return { watched, cache: watched(() => undefined) };
}

/** What was found in a vault of so many notes, whose facts are all still to be kept. */
function found({ vault, maker }: VaultCache, notes: number): KeptVault {
  const content = { stamp: null, hash: "", length: 0, lines: "", facts: "" };
  const config = { path: "", lines: "", problems: [] };
  return {
    head: { vault, maker, settings: String(notes), rules: [], signs: [], config, reports: [], told: [] },
    files: Array.from({ length: notes }, (_, at) => ({
      path: `${String(at)}.md`,
      content,
      rows: () => [],
    })),
    groups: [],
  };
}

function keepSome(cache: VaultCache, notes: number): void {
  keepAll(cache, found(cache, notes), (path) => parseNote(path, `# ${path}`));
}

function keepAll(
  cache: VaultCache,
  { head, files }: KeptVault,
  factsOf: (path: string) => Note,
  problemsOf: (path: string) => readonly ProblemRow[] = () => [],
): void {
  const contents = new Map<string, Content>();
  for (const { path, content } of files) if (content) contents.set(path, content);
  keep(cache, {
    files: files.map(({ path }) => path),
    contents,
    factsOf,
    lostShelves: new Set(),
    problemsOf,
    signs: [],
    kept: null,
    isAnew: () => true,
    isUnchanged: false,
    head: () => head,
  });
}

/** How many notes were found by what is kept; null if nothing is. What is kept is whole, with all facts. */
function countKept(cache: VaultCache): number | null {
  const kept = keptIn(cache);
  if (kept === null) return null;
  expect(kept.head.settings).toBe(String(kept.files.length));
  const known = notesKept(cache, kept);
  const paths = kept.files.map(({ path }) => path);
  const keys = known?.keys(
    () => true,
    () => false,
  );
  expect([...(keys?.notes ?? [])].sort()).toEqual([...paths].sort());
  expect(paths.filter((path) => known?.notes.read(path) == null)).toEqual([]);
  return kept.files.length;
}

test("what is kept is found, with the facts of notes on several shelves", () => {
  const { cache } = caches();
  expect(countKept(cache)).toBeNull();
  keepSome(cache, 2100);
  expect(countKept(cache)).toBe(2100);
});

test("facts that were kept stay where they are, unless few of their shelf are left", () => {
  const { cache } = caches();
  keepSome(cache, 1600);
  const shelves = (): readonly string[] =>
    readdirSync(cache.folder).filter((name) => name.startsWith("facts"));
  const [kept, before] = [keptIn(cache), shelves()];
  const changed = kept?.files.map((file, at) =>
    at < 10 || at > 1200
      ? { ...file, content: file.content && contentWith(file.content, { facts: "" }) }
      : file,
  );
  if (kept && changed) keepAll(cache, { ...kept, files: changed }, (path) => parseNote(path, "# New"));
  const named = new Set(keptIn(cache)?.files.map(({ content }) => content?.facts));
  expect(before.filter((name) => named.has(name))).toHaveLength(1);
  expect(named.size).toBe(2);
});

test("what is found is written while more of it is asked for", () => {
  const { watched } = caches();
  const written: number[] = [];
  let asked = 0;
  const cache = watched(({ name, path }) => {
    if (name === "write" && path.includes("found.cache")) written.push(asked);
  });
  const problemsOf = (): readonly ProblemRow[] => {
    asked += 1;
    return [[0, 0, asked, "", null]];
  };
  keepAll(cache, found(cache, 1000), (path) => parseNote(path, ""), problemsOf);
  expect([...new Set(written)]).toEqual([0, 400, 800, 1000]);
  const kept = keptIn(cache);
  expect(kept?.files.map((file) => file.rows()[0]?.[2])).toEqual(
    Array.from({ length: 1000 }, (_, at) => at + 1),
  );
});

/** Each step that is taken on the disk when something is kept. */
function steps(): number {
  let count = 0;
  keepSome(
    caches().watched(() => count++),
    3,
  );
  return count;
}

class Death extends Error {}

test.each<readonly [string, () => Error, boolean]>([
  ["has no room", () => Object.assign(new Error(), { code: "ENOSPC" }), false],
  ["is there no more, nor the process", () => new Death(), true],
])("a disk that %s, from any step on", (_, trouble, isDeath) => {
  for (let last = 0; last < steps(); last++) {
    const { watched, cache } = caches();
    keepSome(cache, 2);
    const kept = readdirSync(cache.folder);
    let step = 0;
    const failing = watched(({ name, writePart }) => {
      if (step++ < last || (name === "remove" && !isDeath)) return;
      if (name === "write") writePart(0.5);
      throw trouble();
    });
    try {
      keepSome(failing, 3);
    } catch (error) {
      expect(error).toBeInstanceOf(Death);
    }
    expect([2, 3]).toContain(countKept(cache));
    if (!isDeath) expect(readdirSync(cache.folder).filter((name) => name.endsWith(".draft"))).toEqual([]);
    // Shelves of which no run will know.
    if (!isDeath && countKept(cache) === 2) expect(readdirSync(cache.folder)).toHaveLength(kept.length);
    keepSome(cache, 4);
    expect(countKept(cache)).toBe(4);
  }
});

test("what nobody needs any more is thrown away an hour later, and nothing else", () => {
  const { cache } = caches();
  keepSome(cache, 1);
  const [old, lately] = ["facts-0123456789abcdef.cache", "found.cache.0123456789abcdef.draft"];
  for (const name of [old, lately, "000001.done"]) writeFileSync(join(cache.folder, name), "");
  const hourAgo = Date.now() / 1000 - 3700;
  for (const name of [old, "000001.done"]) utimesSync(join(cache.folder, name), hourAgo, hourAgo);
  keepSome(cache, 2);
  expect([old, lately, "000001.done"].map((name) => existsSync(join(cache.folder, name)))).toEqual([
    false,
    true,
    true,
  ]);
});

test("what was found in another vault a season ago is thrown away, and nothing else", () => {
  const { cache } = caches();
  const others = ["gone", "journaled", "used", "foreign"].map((name) => join(dirname(cache.folder), name));
  const seasonAgo = Date.now() / 1000 - 91 * 86_400;
  for (const other of others) {
    mkdirSync(other, { recursive: true });
    writeFileSync(join(other, "facts-0123456789abcdef.cache"), "");
    const found = join(other, other.endsWith("foreign") ? "their.cache" : "found.cache");
    writeFileSync(found, "");
    if (!other.endsWith("used")) utimesSync(found, seasonAgo, seasonAgo);
  }
  writeFileSync(join(others[1] ?? "", "000001.done"), "");
  keepSome(cache, 1);
  expect(others.map((other) => (existsSync(other) ? readdirSync(other) : null))).toEqual([
    null,
    ["000001.done"],
    ["facts-0123456789abcdef.cache", "found.cache"],
    ["facts-0123456789abcdef.cache", "their.cache"],
  ]);
  expect(countKept(cache)).toBe(1);
});

test("many runs keep what they have found, and none what another has", () => {
  const { cache, watched } = caches();
  // Whenever one is about to take a step, another does all of its own.
  let notes = 3;
  const busy = watched(() => {
    keepSome(cache, notes++);
    expect(countKept(cache)).not.toBeNull();
  });
  keepSome(busy, 2);
  expect(countKept(cache)).toBe(2);
});

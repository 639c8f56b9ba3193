import { join } from "node:path";
import { fc, test } from "@fast-check/jest";
import { contentWith, type Content } from "../../../src/cli/cache/file-content.mts";
import { readKept, writeKept, type KeptHead, type KeptVault } from "../../../src/cli/cache/kept-vault.mts";
import type { ProblemRow } from "../../../src/cli/cache/problem-rows.mts";
import { realDisk } from "../../../src/cli/write/disk.mts";
import { folderOf } from "../command-line.ts";

const file = join(folderOf({}), "found.cache");
const owner = { vault: "/vault", maker: "a build" };
const signs = [
  ["malformed-tag", "warning"],
  ["missing-linkage", "info"],
] as const;
const head: KeptHead = {
  ...owner,
  settings: "",
  rules: [],
  signs,
  config: { path: "", lines: "", problems: [] },
  reports: [],
  told: [],
};

/** What is known of each file, by path. */
type Files = ReadonlyMap<string, { readonly content: Content | null; readonly rows: readonly ProblemRow[] }>;

const time = fc.double({ min: 0, max: 2 ** 42, noNaN: true });
const byteText = fc.string({ unit: fc.nat(255).map((code) => String.fromCharCode(code)) });
const content = fc.option(
  fc.record({
    stamp: fc.option(fc.tuple(fc.nat(), time, time, fc.nat(Number.MAX_SAFE_INTEGER))),
    hash: byteText,
    length: fc.nat(),
    lines: byteText,
    facts: fc.constantFrom("facts-a.cache", "facts-b.cache", [{ kind: "wikilink" as const, linkpath: "A" }]),
  }),
  { freq: 5 },
);
const suggestions = [{ title: "Insert", edits: [] }];
const rows = fc.constantFrom<readonly ProblemRow[]>(
  [],
  [[0, 1, 2, "A tag", "tag"]],
  [
    [0, 1, 2, "A tag", "tag", { suggestions }],
    [0, 3, 4, "Another", null],
  ],
  [[1, 0, 0, "No block", null, { suggestions }]],
);

/** So many that they are several groups. */
const beginning: Files = new Map(
  Array.from({ length: 1300 }, (_, at) => [
    `${String(at).padStart(4, "0")}.md`,
    { content: null, rows: [[0, at, at, "A tag", null]] },
  ]),
);

const changes = fc.array(
  fc.tuple(fc.nat(1299), fc.constantFrom("set", "set", "remove", "add"), content, rows),
  { maxLength: 4 },
);

function changed(files: Files, steps: readonly Step[]): Files {
  const all = new Map(files);
  for (const [at, kind, content, rows] of steps) {
    const path = `${String(at).padStart(4, "0")}${kind === "add" ? "-new" : ""}.md`;
    if (kind === "remove") all.delete(path);
    else all.set(path, { content, rows });
  }
  return new Map([...all].sort(([a], [b]) => (a < b ? -1 : 1)));
}

type Step = readonly [number, string, Content | null, readonly ProblemRow[]];

/** Keep these files where `kept` was kept; gives the number of files whose problems were asked for. */
function write(files: Files, kept: KeptVault | null, before: Files): number {
  const contents = new Map<string, Content>();
  const known = new Map(kept?.files.map(({ path, content }) => [path, content]));
  for (const [path, { content }] of files) {
    const isSame = before.get(path)?.content === content;
    const now = isSame ? (known.get(path) ?? content) : content;
    if (now) contents.set(path, now);
  }
  let asked = 0;
  const found = {
    files: [...files.keys()],
    contents,
    factsOf: () => null,
    lostShelves: new Set<string>(),
    problemsOf: (path: string) => {
      asked += 1;
      return files.get(path)?.rows ?? [];
    },
    signs,
    kept,
    isAnew: (path: string) => files.get(path)?.rows !== before.get(path)?.rows,
    isUnchanged: false,
    head: () => head,
  };
  writeKept(realDisk, file, `${file}.draft`, found, new Map());
  return asked;
}

test.prop([fc.array(changes, { minLength: 1, maxLength: 4 })], { numRuns: 30 })(
  "what is kept is what was found, however little of it is written anew",
  (runs) => {
    let files = beginning;
    let kept: KeptVault | null = null;
    let before: Files = new Map();
    for (const [run, steps] of [[], [], ...runs].entries()) {
      files = changed(files, steps);
      const asked = write(files, kept, before);
      // Of three groups that are full and one that is small.
      if (run === 1) expect(asked).toBe(100);
      kept = readKept(realDisk, file, owner);
      const found = kept?.files.map((file) => ({
        path: file.path,
        content: file.content && contentWith(file.content, {}),
        rows: file.rows(),
      }));
      expect(found).toEqual([...files].map(([path, { content, rows }]) => ({ path, content, rows })));
      before = files;
    }
  },
);

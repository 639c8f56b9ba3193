import { execFileSync } from "node:child_process";
import {
  chmodSync,
  cpSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { readPieces, writePieces } from "../../../src/cli/cache/pieces.mts";
import { realDisk } from "../../../src/cli/write/disk.mts";
import { folderOf } from "../command-line.ts";
import { buildCommand, runCommand, type Ended, type Start } from "../built-command.ts";

const bin = folderOf({});
const cli = join(bin, "cli.cjs");
const vault = folderOf({ "A.md": "[[B]] [[Nowhere]]\n", "B.md": "# B\n" });
const lint = ["lint", "--no-cache", "--fail-on", "warning"];
const isRoot = process.getuid?.() === 0;
const nobody = 65534;

/** Run the built command line in the vault, with its code kept in the folder `caches`. */
function run(caches: string, args: readonly string[] = lint, start: Start = {}): Promise<Ended> {
  const { env = {} } = start;
  return runCommand(start.cli ?? cli, args, vault, { ...start, env: { XDG_CACHE_HOME: caches, ...env } });
}

function keptIn(caches: string): readonly string[] {
  return readdirSync(join(caches, "linkage", "code"));
}

/** The file that the only run so far has kept. */
function fileIn(caches: string): string {
  return join(caches, "linkage", "code", keptIn(caches)[0] ?? "");
}

/** What is printed where nothing is kept. */
let expected: Ended;

/** A folder in which an earlier run has kept its code. */
let full: string;

/** Code of another program, which is as long and says something else. */
let foreign: Buffer;

beforeAll(async () => {
  buildCommand(cli);
  for (const folder of [bin, vault]) chmodSync(folder, 0o755);
  expected = await run(folderOf({}), lint, { env: { NODE_DISABLE_COMPILE_CACHE: "1" } });
  full = folderOf({});
  await run(full, ["--version"]);
  foreign = await codeOfAnother();
}, 60_000);

async function codeOfAnother(): Promise<Buffer> {
  const other = folderOf({});
  cpSync(bin, other, { recursive: true });
  const program = join(other, "program.js");
  writeFileSync(program, readFileSync(program, "utf8").replaceAll("No file matches", "ANOTHER PROGRAM"));
  const caches = folderOf({});
  const { out } = await run(caches, lint, { cli: join(other, "cli.cjs") });
  expect(out).toBe(expected.out.replaceAll("No file matches", "ANOTHER PROGRAM"));
  return readPieces(realDisk, fileIn(caches))?.[1] ?? Buffer.alloc(0);
}

/** Where code is kept, as `change` leaves it, which gets the file. */
function changed(change: (file: string) => void): string {
  const caches = folderOf({});
  cpSync(full, caches, { recursive: true });
  change(fileIn(caches));
  return caches;
}

/** The same, by a command of the shell: the file is $1, its folder $2. */
function changedBy(command: string): string {
  return changed((file) => execFileSync("sh", ["-c", command, "sh", file, dirname(file)]));
}

function put(file: string, code: Buffer, name = readPieces(realDisk, file)?.[0]): void {
  writePieces(realDisk, file, `${file}.draft`, [name ?? Buffer.alloc(0), code]);
}

test("a run without it and one with it say the same, and what is kept is for the user alone", async () => {
  expect(expected).toMatchObject({ code: 1, err: "" });
  expect(expected.out).toContain("Nowhere");
  const caches = folderOf({});
  expect(await run(caches)).toEqual(expected);
  const file = fileIn(caches);
  const first = statSync(file);
  expect(first.mode & 0o777).toBe(0o600);
  expect(statSync(dirname(file)).mode & 0o777).toBe(0o700);
  expect(await run(caches)).toEqual(expected);
  expect(keptIn(caches)).toHaveLength(1);
  expect(statSync(file).ino).toBe(first.ino);
});

test.each([
  ["version", ["--version"]],
  ["help", ["lint", "--help"]],
  ["what is loaded only when it is asked for", ["rules", "unresolved-link"]],
  ["the same in a report", [...lint, "--format", "sarif"]],
  ["no such command", ["lnit"]],
])("each command says the same with it: %s", async (_, args) => {
  const without = await run(full, args, { env: { NODE_DISABLE_COMPILE_CACHE: "1" } });
  expect(await run(full, args)).toEqual(without);
});

test("what is kept is what runs", async () => {
  const caches = changed((file) => {
    put(file, foreign);
  });
  expect((await run(caches)).out).toContain("ANOTHER PROGRAM");
});

test.each<readonly [string, string]>([
  ["the group may write", 'chmod 620 "$1"'],
  ["everybody may write", 'chmod 602 "$1"'],
  // Only the superuser can give files away.
  ...(isRoot ? [["is another user's", `chown ${String(nobody)} "$1"`] as const] : []),
])("so a file that %s is not taken", async (_, command) => {
  const caches = changed((file) => {
    put(file, foreign);
    execFileSync("sh", ["-c", command, "sh", file]);
  });
  expect(await run(caches)).toEqual(expected);
});

test.each([
  ["is cut off", 'truncate -s 100000 "$1"'],
  ["is empty", ': > "$1"'],
  ["has other bytes", 'printf linkage | dd of="$1" bs=1 seek=900000 conv=notrunc status=none'],
  ["is a pipe", 'rm "$1" && mkfifo "$1"'],
  ["leads nowhere", 'ln -sf nowhere "$1"'],
])("what %s is not taken, and made anew", async (_, command) => {
  const caches = changedBy(command);
  expect(await run(caches)).toEqual(expected);
  expect(keptIn(caches)).toEqual(keptIn(full));
  expect(readPieces(realDisk, fileIn(caches))?.[0]?.toString()).toBe(keptIn(full)[0]);
});

test("what was kept under another name is not taken", async () => {
  const caches = changed((file) => {
    put(file, foreign, Buffer.from("program-of-another.code"));
  });
  expect(await run(caches)).toEqual(expected);
});

test("what V8 does not take goes, and the next run makes it anew", async () => {
  const caches = changed((file) => {
    put(file, Buffer.from("no code"));
  });
  expect(await run(caches)).toEqual(expected);
  expect(keptIn(caches)).toEqual([]);
  expect(await run(caches)).toEqual(expected);
  expect(keptIn(caches)).toEqual(keptIn(full));
});

test.each([
  ["a folder is in the place of the file", 'rm "$1" && mkdir "$1"'],
  ["a file is in the place of the folder", 'rm -r "$2" && : > "$2"'],
  ["the folder leads nowhere", 'rm -r "$2" && ln -s nowhere/at/all "$2"'],
  ["the file cannot be read", 'chmod 0 "$1"'],
  ["nobody may look into the folder", 'chmod 0 "$2"'],
  ["nobody may write to the folder", 'rm "$1" && chmod 500 "$2"'],
])("nothing is said where %s", async (_, command) => {
  const caches = changedBy(command);
  // Permissions do not bind the superuser.
  if (isRoot) execFileSync("chown", ["-Rh", String(nobody), caches]);
  expect(await run(caches, lint, isRoot ? { uid: nobody } : {})).toEqual(expected);
  execFileSync("chmod", ["-Rf", "700", join(caches, "linkage")]);
});

test("nothing is said, and nothing left, where the disk is full", async () => {
  const caches = folderOf({});
  expect(await run(caches, lint, { before: "ulimit -f 100" })).toEqual(expected);
  expect(keptIn(caches)).toEqual([]);
});

test("nothing is kept where the environment does not say where, nor where it says not to", async () => {
  const caches = folderOf({});
  for (const env of [
    { XDG_CACHE_HOME: "relative" },
    { XDG_CACHE_HOME: caches, NODE_DISABLE_COMPILE_CACHE: "1" },
  ])
    expect(await run(caches, lint, { env })).toEqual(expected);
  expect(readdirSync(caches)).toEqual([]);
  expect(readdirSync(vault)).toEqual(["A.md", "B.md"]);
});

test("several at once say the same, and leave one file", async () => {
  const caches = folderOf({});
  expect(await Promise.all([1, 2, 3, 4].map(() => run(caches)))).toEqual([
    expected,
    expected,
    expected,
    expected,
  ]);
  expect(keptIn(caches)).toEqual(keptIn(full));
});

test("another Node, or one with other flags, keeps its own", async () => {
  const caches = changed(() => undefined);
  expect(await run(caches, lint, { env: { NODE_OPTIONS: "--max-old-space-size=512" } })).toEqual(expected);
  expect(keptIn(caches)).toHaveLength(2);
});

test("files of old versions go, the oldest first, and no other file does", async () => {
  const caches = folderOf({});
  const folder = join(caches, "linkage", "code");
  mkdirSync(folder, { recursive: true });
  const old = Array.from({ length: 9 }, (_, at) => `program-${String(at)}-v18.0.0-x64-1.code`);
  for (const [at, name] of [...old, "program-9-v18.0.0-x64-1.code.ab.draft", "notes.txt"].entries()) {
    writeFileSync(join(folder, name), "");
    utimesSync(join(folder, name), 1_000_000 + at, 1_000_000 + at);
  }
  await run(caches);
  expect([...keptIn(caches)].sort()).toEqual(
    ["notes.txt", ...keptIn(full), ...old.slice(3), "program-9-v18.0.0-x64-1.code.ab.draft"].sort(),
  );
});

test("it runs from where nothing may be written, by a link, and by one that Node does not follow", async () => {
  const links = folderOf({});
  const link = join(links, "linkage");
  symlinkSync(cli, link);
  const before = readdirSync(bin);
  expect(await run(folderOf({}), lint, { cli: link })).toEqual(expected);
  const env = { NODE_PRESERVE_SYMLINKS_MAIN: "1" };
  expect(await run(folderOf({}), lint, { cli: link, env })).toEqual(expected);
  expect(readdirSync(bin)).toEqual(before);
});

test("a mistake of ours is told with its place in the program", async () => {
  const other = folderOf({});
  cpSync(bin, other, { recursive: true });
  const program = join(other, "program.js");
  writeFileSync(
    program,
    '(function (module) { module.exports = { run() { throw new TypeError("mine"); } }; })',
  );
  for (let time = 0; time < 2; time++) {
    const { code, err } = await run(full, lint, { cli: join(other, "cli.cjs") });
    expect(code).toBe(1);
    expect(err).toContain("TypeError: mine");
    expect(err).toMatch(/at .*program\.js:1:\d+/);
  }
});

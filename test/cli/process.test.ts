import { spawn, type ChildProcess } from "node:child_process";
import { chmodSync, openSync } from "node:fs";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { setTimeout as pause } from "node:timers/promises";
import packageJson from "../../package.json";
import { lintReportSchema } from "../../src/report/json.ts";
import { buildCommand, runCommand } from "./built-command.ts";
import { folderOf } from "./command-line.ts";

const bin = folderOf({});
const cli = join(bin, "cli.cjs");
const caches = folderOf({});
const notes = 40;
const lines = 250;
const vault = folderOf({
  ...Object.fromEntries(
    Array.from({ length: notes }, (_, at) => [`${String(at)}.md`, "[[Draft]] [[Nowhere]]\n".repeat(lines)]),
  ),
  "Draft.md": "---\ndraft: true\n---\n",
});

beforeAll(() => {
  buildCommand(cli);
  for (const folder of [bin, vault]) chmodSync(folder, 0o755);
}, 60_000);

/** Start the built command line in a process of its own. */
function start(
  args: readonly string[],
  more: { readonly stdout?: number; readonly uid?: number } = {},
): ChildProcess {
  const { stdout = "pipe", ...options } = more;
  const env = { ...process.env, XDG_CACHE_HOME: caches };
  return spawn(cli, args, { stdio: ["ignore", stdout, "pipe"], cwd: vault, env, ...options });
}

function exitOf(child: ChildProcess): Promise<number | null> {
  return new Promise((resolve) => child.on("exit", resolve));
}

/** Everything a stream of a child says. */
function said(stream: ChildProcess["stdout"]): Promise<string> {
  return stream === null ? Promise.resolve("") : text(stream);
}

test("it runs as it is built, and knows its version", async () => {
  const child = start(["--version"]);
  expect(await Promise.all([exitOf(child), said(child.stdout)])).toEqual([0, `${packageJson.version}\n`]);
});

test.each([
  [["help"], "Usage: linkage [options]"],
  [["help", "tree"], "Usage: linkage tree"],
])("%j tells how to use it", async (args, head) => {
  const child = start(args);
  const [code, out, err] = await Promise.all([exitOf(child), said(child.stdout), said(child.stderr)]);
  expect({ code, err }).toEqual({ code: 0, err: "" });
  expect(out.slice(0, head.length)).toBe(head);
});

test("a slow reader gets all", async () => {
  const child = start(["lint", "--format", "json"]);
  const exit = exitOf(child);
  await pause(500);
  const report = lintReportSchema.parse(JSON.parse(await said(child.stdout)));
  expect(report.diagnostics).toHaveLength(2 * notes * lines);
  expect(await exit).toBe(1);
});

test.each([
  [1, ["lint", "--format", "json"]],
  [1, ["lint", "--rule", "link-to-draft"]],
  [0, ["facts"]],
])("a reader that leaves ends it quietly, with exit code %d: %j", async (code, args) => {
  const child = start(args);
  child.stdout?.once("data", () => child.stdout?.destroy());
  expect(await Promise.all([exitOf(child), said(child.stderr)])).toEqual([code, ""]);
});

test("a full disk is told on one line", async () => {
  const child = start(["lint"], { stdout: openSync("/dev/full", "w") });
  const [exit, error] = await Promise.all([exitOf(child), said(child.stderr)]);
  expect(exit).toBe(2);
  expect(error).toBe("linkage: The output cannot be written: no space left on device\n");
});

// Permissions do not bind the superuser, so as another user if that can be had.
const isRoot = process.getuid?.() === 0;

test("what one may not read is a problem, and the rest is linted", async () => {
  const folder = folderOf({ "A.md": "[[B]] [[closed/C]] [[Nowhere]]", "B.md": "", "closed/C.md": "" });
  chmodSync(folder, 0o755);
  chmodSync(join(folder, "B.md"), 0);
  chmodSync(join(folder, "closed"), 0);
  const child = start(["lint", "--format", "json", folder], isRoot ? { uid: 65534 } : {});
  const { diagnostics } = lintReportSchema.parse(JSON.parse(await said(child.stdout)));
  chmodSync(join(folder, "closed"), 0o755);
  expect(diagnostics.map(({ path, message }) => `${path}: ${message}`)).toEqual([
    "closed/: This folder cannot be read: permission denied",
    "B.md: This file cannot be read: permission denied",
    'A.md: No file matches "closed/C"',
    'A.md: No file matches "Nowhere"',
  ]);
});

test("a vault that one may not read cannot be linted", async () => {
  const folder = folderOf({ "A.md": "" });
  chmodSync(folder, 0);
  const child = start(["lint", folder], isRoot ? { uid: 65534 } : {});
  const [exit, error] = await Promise.all([exitOf(child), said(child.stderr)]);
  expect({ exit, error }).toEqual({
    exit: 2,
    error: `linkage: "${folder}" cannot be read: permission denied\n`,
  });
});

test.each([
  [
    "a comma too many",
    '{ "version": 1, "problems": { "Bad.md": [{ "rule": "unresolved-link", "target": "Nowhere" },] } }',
    "0:0",
  ],
  [
    "another rule than a text",
    '{ "version": 1, "problems": { "A.md": [], "Bad.md": [{ "rule": 5, "target": "x" }] } }',
    "1:54",
  ],
  ["no list of a note", '{ "version": 1, "problems": { "Bad.md": null } }', "1:41"],
  ["a list of problems", '{ "version": 1, "problems": [] }', "1:29"],
  ["another version", '{ "version": 2, "problems": {} }', "1:14"],
  ["a list", "[]", "1:1"],
  ["nothing", "", "1:1"],
])("a baseline that holds %s is read as it is built", async (_, text, place) => {
  const folder = folderOf({ "linkage.yaml": "", "Bad.md": "[[Nowhere]]", "baseline.json": text });
  const { code, out, err } = await runCommand(
    cli,
    ["lint", "--baseline", "baseline.json", "--format", "json", "--no-cache"],
    folder,
    {},
  );
  expect({ err, code: code === 2 }).toEqual({ err: "", code: false });
  const { diagnostics } = lintReportSchema.parse(JSON.parse(out));
  const told = diagnostics.filter(({ rule }) => rule === "invalid-baseline");
  const [{ line, column } = { line: 0, column: 0 }] = told;
  expect(`${String(line)}:${String(column)}`).toBe(place);
});

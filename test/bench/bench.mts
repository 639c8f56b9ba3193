import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { cpus, tmpdir, totalmem, type } from "node:os";
import { basename, dirname, join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { countOf } from "../../src/report/count.ts";
import { hasBrowser } from "./page/app-page.mts";
import { installPeers } from "./peers.mts";
import { profileLint } from "./profile/profile-lint.mts";
import type { BenchVault, Result } from "./suite.mts";
import { bundle } from "./suites/bundle.mts";
import { candidates } from "./suites/candidates.mts";
import { changes } from "./suites/changes.mts";
import { coldLint } from "./suites/cold-lint.mts";
import { memory } from "./suites/memory.mts";
import { pluginLint } from "./suites/plugin-lint.mts";
import { pluginStart } from "./suites/plugin-start.mts";
import { tree } from "./suites/tree.mts";
import { typing } from "./suites/typing.mts";
import { warmLint } from "./suites/warm-lint.mts";
import { writeVault } from "./vault/generate-vault.mts";

/** The most notes that the start of the plugin is measured with: to write its cache takes minutes for more. */
const mostForStart = 10_000;

const suites = [
  "memory",
  "lint",
  "warm",
  "typing",
  "changes",
  "tree",
  "candidates",
  "bundle",
  "start",
  "lint-vault",
] as const;

const help = `npm run bench -- [options]

  --notes N,N     sizes of the generated vaults (default 2000,10000,100000)
  --vault PATH    measure a cold lint of this vault, too; may be repeated
  --only NAME,…   only these: ${suites.join(", ")}
                  (start, lint-vault: the plugin in Chromium, where one is found)
  --rounds N      how often each program lints each vault (default 5; 3 from 10,000 notes on)
  --profile       where the time of a cold lint goes, by phase, room, file and function, of each --vault or, without any,
                  of a generated vault of each size; nothing else is measured
  --no-peers      without the other tools, which are installed in test/bench/peers
  --json FILE     where all numbers go (default dist/bench/results.json)
`;

const read = (args: string[]) =>
  parseArgs({
    args,
    options: {
      notes: { type: "string", default: "2000,10000,100000" },
      vault: { type: "string", multiple: true, default: [] },
      only: { type: "string", default: suites.join() },
      rounds: { type: "string" },
      profile: { type: "boolean", default: false },
      "no-peers": { type: "boolean", default: false },
      json: { type: "string" },
      help: { type: "boolean", default: false },
    },
  }).values;

const values = valuesOf(process.argv.slice(2));
const mistake = mistakeIn(values);
if (values.help) process.stdout.write(help);
else if (mistake === null) await main();
else complain(mistake);

/** Options that are not understood end the program with a line that says so. */
function valuesOf(args: string[]): ReturnType<typeof read> {
  try {
    return read(args);
  } catch (error) {
    complain(error instanceof Error ? error.message : String(error));
    process.exit();
  }
}

function complain(mistake: string): void {
  process.stderr.write(`bench: ${mistake}\n`);
  process.exitCode = 2;
}

/** What of the options cannot be meant, in one line; null if nothing is. */
function mistakeIn({ notes, only, rounds, vault, json }: typeof values): string | null {
  const isCount = (text: string): boolean => /^[1-9]\d*$/.test(text);
  const strange = only.split(",").find((name) => !suites.some((suite) => suite === name));
  if (strange !== undefined)
    return `There is no "${strange}" to measure, expected one of ${suites.join(", ")}`;
  if (!notes.split(",").every(isCount))
    return `--notes is "${notes}", expected numbers with commas between them`;
  if (rounds !== undefined && !isCount(rounds)) return `--rounds is "${rounds}", expected a number above 0`;
  const missing = vault.find((path) => !isFolder(placeOf(path)));
  if (missing !== undefined) return `There is no folder "${missing}"`;
  return json !== undefined && isFolder(placeOf(json)) ? `--json is "${json}", which is a folder` : null;
}

async function main(): Promise<void> {
  const sizes = values.notes.split(",").map(Number);
  const results: Result[] = [];
  process.stdout.write(`${machine()}\n`);
  const tell = (result: Result): void => {
    results.push(result);
    process.stdout.write(`\n${result.title}\n\n${result.text}\n`);
  };
  if (values.profile) for (const result of profileAll(sizes)) tell(result);
  else await measureAll(sizes, tell);
  const file = values.json === undefined ? "dist/bench/results.json" : placeOf(values.json);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, `${JSON.stringify({ machine: machine(), results }, null, 2)}\n`);
}

async function measureAll(sizes: readonly number[], tell: (result: Result) => void): Promise<void> {
  const wanted = new Set(values.only.split(","));
  const largest = Math.max(...sizes);
  // First, before others leave what is not collected yet.
  if (wanted.has("memory")) tell(memory(sizes));
  if (wanted.has("lint")) for await (const result of lintAll(sizes)) tell(result);
  if (wanted.has("warm")) for await (const result of lintAgain(sizes)) tell(result);
  if (wanted.has("typing")) tell(typing(sizes));
  if (wanted.has("changes")) tell(changes(sizes));
  if (wanted.has("tree")) tell(tree(largest));
  if (wanted.has("candidates")) tell(candidates(largest));
  if (wanted.has("bundle")) tell(bundle("dist/bench/main.meta.json"));
  for await (const result of inBrowser(sizes, wanted)) tell(result);
}

function* profileAll(sizes: readonly number[]): Generator<Result> {
  for (const path of values.vault) yield profileLint(vaultAt(path));
  if (values.vault.length > 0) return;
  for (const vault of generatedVaults(sizes)) yield profileLint(vault);
}

async function* inBrowser(sizes: readonly number[], wanted: ReadonlySet<string>): AsyncGenerator<Result> {
  if (!["start", "lint-vault"].some((name) => wanted.has(name))) return;
  if (!hasBrowser()) {
    process.stdout.write("\nNo Chromium or Chrome was found: the plugin is not measured.\n");
    return;
  }
  if (wanted.has("start")) yield await pluginStart(sizes.filter((size) => size <= mostForStart));
  if (wanted.has("lint-vault")) yield await pluginLint(sizes);
}

async function* lintAll(sizes: readonly number[]): AsyncGenerator<Result> {
  const withPeers = !values["no-peers"] && installPeers();
  for (const path of values.vault) {
    const vault = vaultAt(path);
    yield coldLint(vault, roundsFor(vault), withPeers);
  }
  for (const vault of generatedVaults(sizes)) yield await coldLint(vault, roundsFor(vault), withPeers);
}

/** Of vaults by path none is measured: notes of them would be changed. */
async function* lintAgain(sizes: readonly number[]): AsyncGenerator<Result> {
  for (const vault of generatedVaults(sizes)) yield await warmLint(vault, roundsFor(vault));
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
}

/** A path, which is meant from where npm was called. */
function placeOf(path: string): string {
  return resolve(process.env["INIT_CWD"] ?? ".", path);
}

function vaultAt(path: string): BenchVault {
  const folder = placeOf(path);
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" });
  const notes = files.filter((file) => file.endsWith(".md")).length;
  return { name: `${basename(folder)}, ${countOf(notes, "note")}`, folder, notes };
}

/** Vaults of these sizes, each written before it is handed on, and thrown away after. */
function* generatedVaults(sizes: readonly number[]): Generator<BenchVault> {
  for (const notes of sizes) {
    const parent = mkdtempSync(join(tmpdir(), "linkage-bench-"));
    const vault = { name: countOf(notes, "note"), folder: join(parent, "vault"), notes };
    try {
      writeVault(vault.folder, notes);
      yield vault;
    } finally {
      rmSync(parent, { recursive: true });
    }
  }
}

function roundsFor({ notes }: BenchVault): number {
  return values.rounds === undefined ? (notes < 10_000 ? 5 : 3) : Number(values.rounds);
}

function machine(): string {
  const [cpu] = cpus();
  const memory = `${(totalmem() / 2 ** 30).toFixed(0)} GiB`;
  return `${type()} · Node ${process.version} · ${String(cpus().length)} × ${cpu?.model ?? "unknown"} · ${memory}`;
}

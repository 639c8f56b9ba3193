import { createHash } from "node:crypto";
import { appendFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { type Command, measureProcess, type ProcessRun } from "../measure-process.mts";
import { shownMilliseconds, table } from "../report/table.mts";
import { median } from "../statistics.mts";
import type { BenchVault, Result } from "../suite.mts";

/** How many notes change before a run. */
const changed = 10;

const kinds = [
  "anew",
  "first, which keeps",
  "nothing changed",
  `${String(changed)} notes changed`,
  "settings changed",
] as const;

type Kind = (typeof kinds)[number];

/**
 * Lint a vault anew, with an empty cache, with one that knows all, with one that knows all but some notes that have changed since, and with one of
 * what was found by other settings; each as a process of its own, in turn in each round. Notes of the vault are changed and put back.
 * @throws Error if a run with the cache says something else than one without
 */
export async function warmLint(vault: BenchVault, rounds: number): Promise<Result> {
  const runs = new Map<Kind, ProcessRun[]>(kinds.map((kind) => [kind, []]));
  for (let round = 0; round < rounds; round++)
    for (const [kind, run] of await oneRound(vault)) runs.get(kind)?.push(run);
  return { title: `Warm lint, whole process: ${vault.name}`, text: tableOf(runs), data: [...runs] };
}

/** Everything that is known of every problem. */
const all = ["--format", "json", "--suggestions"] as const;

async function oneRound({ folder }: BenchVault): Promise<ReadonlyMap<Kind, ProcessRun>> {
  const written = mkdtempSync(join(tmpdir(), "linkage-warm-"));
  const notes = someNotes(folder);
  const before = notes.map((path) => readFileSync(path));
  let reports = 0;
  const run = async (
    kind: Kind,
    ...args: readonly string[]
  ): Promise<readonly [Kind, ProcessRun, string]> => {
    const output = join(written, `report-${String(reports++)}`);
    const measured = await measureProcess({ ...lint(folder, written, args), output });
    return [kind, measured, createHash("sha256").update(readFileSync(output)).digest("hex")];
  };
  try {
    const first = [
      await run("anew", "--no-cache"),
      await run("first, which keeps"),
      await run("nothing changed"),
    ];
    requireSame(first);
    for (const path of notes) appendFileSync(path, "\n[[A note that nobody has written]]\n");
    const last = await run(kinds[3]);
    requireSame([last, await run("anew", "--no-cache")]);
    // The text that people read names few problems, and is what is measured.
    requireSame([await run("nothing changed", ...all), await run("anew", "--no-cache", ...all)]);
    const config = ["--config", join(written, "other.yaml")];
    writeFileSync(join(written, "other.yaml"), "placeholders: [A note that nobody has written]\n");
    const other = await run("settings changed", ...config);
    requireSame([other, await run("anew", "--no-cache", ...config)]);
    return new Map([...first, last, other].map(([kind, measured]) => [kind, measured]));
  } finally {
    for (const [at, path] of notes.entries()) writeFileSync(path, before[at] ?? "");
    rmSync(written, { recursive: true });
  }
}

/** Notes from all over the vault. */
function someNotes(folder: string): readonly string[] {
  const notes = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((path) =>
    path.endsWith(".md"),
  );
  return Array.from({ length: changed }, (_, at) =>
    join(folder, notes[Math.floor((at * notes.length) / changed)] ?? ""),
  );
}

function lint(folder: string, written: string, args: readonly string[]): Command {
  return {
    name: "linkage lint",
    file: process.execPath,
    args: [resolve("dist/cli.cjs"), "lint", folder, "--fail-on", "never", ...args],
    cwd: folder,
    env: { XDG_CACHE_HOME: join(written, "cache") },
  };
}

function requireSame(runs: readonly (readonly [Kind, ProcessRun, string])[]): void {
  const [expected] = runs;
  for (const [kind, , report] of runs)
    if (report !== expected?.[2])
      throw new Error(`"${kind}" says something else than "${expected?.[0] ?? ""}"`);
}

function tableOf(runs: ReadonlyMap<Kind, readonly ProcessRun[]>): string {
  const anew = runs.get("anew") ?? [];
  const rows = [...runs].map(([kind, all]) => [
    kind,
    shownMilliseconds(median(all.map(({ milliseconds }) => milliseconds))),
    shownMemory(all),
    median(all.map(({ milliseconds }, at) => milliseconds / (anew[at]?.milliseconds ?? NaN))).toFixed(2),
  ]);
  return table(["run", "ms", "peak MB", "× anew"], rows);
}

function shownMemory(runs: readonly ProcessRun[]): string {
  const known = runs.flatMap(({ megabytes }) => (megabytes === null ? [] : [megabytes]));
  return known.length === 0 ? "–" : Math.max(...known).toFixed(0);
}

import { resolve } from "node:path";
import { type Command, measureProcess, type ProcessRun } from "../measure-process.mts";
import { peersOn } from "../peers.mts";
import { shownMilliseconds, table } from "../report/table.mts";
import { median } from "../statistics.mts";
import type { BenchVault, Result } from "../suite.mts";

/** What one program took, in each round. */
interface Measured {
  readonly name: string;
  readonly runs: readonly ProcessRun[];
}

const floorName = "reading the files only";
const ours = "linkage lint";

/**
 * Lint a whole vault, each program as a process of its own, all of them in turn in each round: a ratio is between runs of the same round,
 * since the machine's speed drifts. The floor is Node reading the files.
 */
export async function coldLint(vault: BenchVault, rounds: number, withPeers: boolean): Promise<Result> {
  const commands = [floor(vault), ...own(vault), ...(withPeers ? peersOn(vault.folder, vault.notes) : [])];
  const runs = commands.map((): ProcessRun[] => []);
  // The first round warms the system's cache of files, and counts for nobody.
  for (let round = 0; round <= rounds; round++) {
    for (const [at, command] of commands.entries()) {
      const run = await measureProcess(command);
      if (round > 0) runs[at]?.push(run);
    }
  }
  const measured = commands.map(({ name }, at): Measured => ({ name, runs: runs[at] ?? [] }));
  return { title: `Cold lint, whole process: ${vault.name}`, text: tableOf(measured), data: measured };
}

function floor({ folder }: BenchVault): Command {
  return {
    name: floorName,
    file: process.execPath,
    args: [resolve("test/bench/read-files.mjs"), folder],
    cwd: folder,
  };
}

function own({ folder }: BenchVault): readonly Command[] {
  const lint = (name: string, format: string): Command => ({
    name,
    file: process.execPath,
    args: [resolve("dist/cli.cjs"), "lint", folder, "--no-cache", "--format", format, "--fail-on", "never"],
    cwd: folder,
  });
  return [lint(ours, "text"), lint(`${ours}, JSON`, "json")];
}

function tableOf(measured: readonly Measured[]): string {
  const base = measured.find(({ name }) => name === floorName);
  const peer = measured.find(({ name }) => name.startsWith("rumdl, link"));
  const rows = measured.map((each) => [
    each.name,
    shownMilliseconds(median(each.runs.map(({ milliseconds }) => milliseconds))),
    memoryOf(each),
    ratio(each, base),
    ratio(each, peer),
  ]);
  return table(["program", "ms", "peak MB", "× floor", "× rumdl"], rows);
}

function memoryOf({ runs }: Measured): string {
  const known = runs.flatMap(({ megabytes }) => (megabytes === null ? [] : [megabytes]));
  return known.length === 0 ? "–" : Math.max(...known).toFixed(0);
}

/** The median of the ratios in each round. */
function ratio({ runs }: Measured, base: Measured | undefined): string {
  if (base === undefined) return "–";
  const ratios = runs.map(({ milliseconds }, at) => milliseconds / (base.runs[at]?.milliseconds ?? NaN));
  return median(ratios).toFixed(2);
}

import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import type { SourceMapPayload } from "node:module";
import type { TraceEvent } from "../page/main-thread.mts";
import { shownMilliseconds, table } from "../report/table.mts";
import type { BenchVault, Result } from "../suite.mts";
import { readProfile, samplesOf } from "./cpu-profile.mts";
import { machineCategories, machineWork, type MachineWork } from "./machine-work.mts";
import { ownTimes, type OwnTimes } from "./own-times.mts";
import { phaseNames } from "./phases.mts";
import { placesOf } from "./source-place.mts";

/** The command as it is built. */
const command = resolve("dist/bench/cli.cjs");

/** The program that it loads, whose functions keep their names; with its source map beside it. */
const program = resolve("dist/bench/program.js");

/** How many files and functions are told of. */
const most = 20;

/** How often V8 is asked what runs, in microseconds. */
const interval = 200;

/** Where the time of a cold lint goes: one run of the built command under V8's own profiler, once its code is kept. */
export function profileLint({ name, folder }: BenchVault): Result {
  const written = mkdtempSync(join(tmpdir(), "linkage-profile-"));
  try {
    runProfiled(folder, written);
    const profile = readProfile(readFileSync(join(written, profileIn(written)), "utf8"));
    const map = JSON.parse(readFileSync(`${program}.map`, "utf8")) as SourceMapPayload;
    const times = ownTimes(samplesOf(profile), placesOf(program, map, resolve(".")));
    const trace = JSON.parse(readFileSync(join(written, "trace.json"), "utf8")) as {
      traceEvents: TraceEvent[];
    };
    const machine = machineWork(trace.traceEvents);
    return {
      title: `Where the time of a cold lint goes: ${name}`,
      text: textOf(times, machine),
      data: {
        phases: [...times.phases],
        rooms: [...times.rooms],
        files: [...times.files],
        functions: [...times.functions],
        machine,
      },
    };
  } finally {
    rmSync(written, { recursive: true });
  }
}

function runProfiled(vault: string, written: string): void {
  const { NODE_EXTRA_CA_CERTS: _, ...env } = process.env;
  spawnSync(process.execPath, [command, "--version"], { env });
  const profiled = ["--cpu-prof", "--cpu-prof-dir", written, "--cpu-prof-interval", String(interval)];
  const traced = ["--trace-event-categories", machineCategories.join(",")];
  const { status, stderr } = spawnSync(
    process.execPath,
    [...profiled, ...traced, "--trace-event-file-pattern", join(written, "trace.json"), command].concat([
      "lint",
      vault,
      "--no-cache",
      "--fail-on",
      "never",
    ]),
    { env, stdio: ["ignore", "ignore", "pipe"], encoding: "utf8" },
  );
  if (status !== 0) throw new Error(`linkage lint ended with ${String(status)}: ${stderr}`);
}

function profileIn(folder: string): string {
  const found = readdirSync(folder).find((file) => file.endsWith(".cpuprofile"));
  if (found === undefined) throw new Error("Node wrote no profile");
  return found;
}

function textOf({ phases, rooms, files, functions }: OwnTimes, machine: readonly MachineWork[]): string {
  const all = [...phases.values()].reduce((sum, time) => sum + time, 0);
  const row = (name: string, time: number): readonly string[] => [
    name,
    shownMilliseconds(time),
    ((time / all) * 100).toFixed(1),
  ];
  const ranked = (what: string, times: ReadonlyMap<string, number>): string =>
    table(
      [what, "own ms", "%"],
      [...longestOf(times)].map(([name, time]) => row(name, time)),
    );
  const inOrder = phaseNames.map((name) => row(name, phases.get(name) ?? 0));
  const byMachine = machine.map(({ name, main, others }) => [name, ...[main, others].map(shownMilliseconds)]);
  return [
    table(["phase", "ms", "%"], inOrder),
    ranked("room", rooms),
    ranked("file", files),
    ranked("function", functions),
    table(["what V8 does by itself, processor", "main thread ms", "other threads ms"], byMachine),
  ].join("\n\n");
}

function longestOf(times: ReadonlyMap<string, number>): readonly (readonly [string, number])[] {
  return [...times].sort(([, a], [, b]) => b - a).slice(0, most);
}

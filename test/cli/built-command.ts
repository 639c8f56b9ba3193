import { execFileSync, spawn } from "node:child_process";
import { writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { text } from "node:stream/consumers";

/** What a run of the built command line printed, and how it ended. */
export interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** How it is started, in other ways than usual. */
export interface Start {
  /** All that it is told besides PATH. */
  readonly env?: Readonly<Record<string, string>>;
  /** As which user. */
  readonly uid?: number;
  /** Another door than the one that was built. */
  readonly cli?: string;
  /** What the shell does before. */
  readonly before?: string;
}

/** Build the command line as it is delivered, in a package of ES modules, with its door in the file `cli`. */
export function buildCommand(cli: string): void {
  writeFileSync(join(dirname(cli), "package.json"), '{ "type": "module" }');
  const script = `import { buildCli } from "./esbuild.config.mjs"; await buildCli(${JSON.stringify(cli)});`;
  execFileSync(process.execPath, ["--input-type=module", "--eval", script], {
    cwd: join(__dirname, "../.."),
  });
}

/** Run it in a process of its own. */
export async function runCommand(
  cli: string,
  args: readonly string[],
  cwd: string,
  { env = {}, uid, before = ":" }: Start,
): Promise<Ended> {
  const child = spawn("sh", ["-c", `${before}; exec "$0" "$@"`, process.execPath, cli, ...args], {
    cwd,
    env: { PATH: process.env["PATH"], ...env },
    stdio: ["ignore", "pipe", "pipe"],
    ...(uid === undefined ? {} : { uid }),
  });
  const code = new Promise<number | null>((resolve) => child.on("exit", resolve));
  const [out, err] = await Promise.all([text(child.stdout), text(child.stderr)]);
  return { code: await code, out, err };
}

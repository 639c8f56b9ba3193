import { spawn } from "node:child_process";
import { closeSync, openSync, readFileSync, statSync } from "node:fs";

/** A program to measure, as a person would run it. */
export interface Command {
  readonly name: string;
  readonly file: string;
  readonly args: readonly string[];
  readonly cwd: string;
  readonly env?: Readonly<Record<string, string>>;
  /** The file that what it prints goes to, as with `>` in a shell; else that is read and thrown away. */
  readonly output?: string;
}

/** One run of a program, from its start to its end. */
export interface ProcessRun {
  readonly milliseconds: number;
  /** Peak of resident memory in MB, that of programs it starts not included; null where the system does not tell. */
  readonly megabytes: number | null;
  /** Bytes printed. */
  readonly printed: number;
}

/** How often a running program is asked for its memory, in milliseconds. */
const look = 15;

/**
 * Run a program once.
 * @throws Error if it ends in another way than linters do: 0, or 1 where they found something
 */
export async function measureProcess(command: Command): Promise<ProcessRun> {
  const { name, file, args, cwd, env = {}, output } = command;
  const written = output === undefined ? null : openSync(output, "w");
  const began = performance.now();
  const child = spawn(file, args, {
    cwd,
    env: { ...quietEnvironment(), ...env },
    stdio: ["ignore", written ?? "pipe", "pipe"],
  });
  let printed = 0;
  let complaint = "";
  child.stdout?.on("data", (chunk: Buffer) => (printed += chunk.length));
  child.stderr?.on("data", (chunk: Buffer) => {
    printed += chunk.length;
    complaint = (complaint + chunk.toString()).slice(-2000);
  });
  let megabytes: number | null = null;
  const timer = setInterval(() => {
    megabytes = peakOf(child.pid) ?? megabytes;
  }, look);
  const code = await new Promise<number | null>((resolve, reject) => {
    child.on("error", reject);
    child.on("close", resolve);
  });
  clearInterval(timer);
  const milliseconds = performance.now() - began;
  if (written !== null) closeSync(written);
  if (output !== undefined) printed += statSync(output).size;
  if (code !== 0 && code !== 1) throw new Error(`${name} ended with ${String(code)}: ${complaint}`);
  return { milliseconds, megabytes, printed };
}

/** A set NODE_EXTRA_CA_CERTS adds 50 ms to any start of Node; colours and progress are for people. */
function quietEnvironment(): NodeJS.ProcessEnv {
  const { NODE_EXTRA_CA_CERTS: _, ...env } = process.env;
  return { ...env, NO_COLOR: "1", CI: "true" };
}

/** Linux tells the highest mark of a process while it runs. */
function peakOf(pid: number | undefined): number | null {
  if (process.platform !== "linux" || pid === undefined) return null;
  try {
    const [, kilobytes] =
      /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${String(pid)}/status`, "utf8")) ?? [];
    return kilobytes === undefined ? null : Number(kilobytes) / 1024;
  } catch {
    // It has just ended.
    return null;
  }
}

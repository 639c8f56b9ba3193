// First of all.
import "./cli/engine.mts";
import { realpathSync } from "node:fs";
import { dirname, join } from "node:path";
import { loadProgram } from "./cli/start/load-program.mts";

/** Put in by the build: package.json's version, and the names of the files beside this one: the program's, and that of another thread of it. */
declare const LINKAGE_VERSION: string;
declare const LINKAGE_PROGRAM: string;
declare const LINKAGE_LOOK: string;

// If nobody will say how it has ended.
process.exitCode = 2;

const { env } = process;
const folder = dirname(realpathSync(__filename));
const { run, build } = loadProgram(join(folder, LINKAGE_PROGRAM), require, env);

// Once nothing is to be done any more, and all has been printed. Without being told, Node first takes the heap apart, which nobody needs.
process.once("beforeExit", () => process.exit());

void run(process.argv.slice(2), {
  // Node makes a stream when it is first asked for. Few runs need this one.
  get stdin() {
    return process.stdin;
  },
  stdout: process.stdout,
  stderr: process.stderr,
  env,
  cwd: process.cwd(),
  version: LINKAGE_VERSION,
  build,
  lookScript: join(folder, LINKAGE_LOOK),
}).then((exitCode) => {
  process.exitCode = exitCode;
});

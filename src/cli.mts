// First of all.
import "./cli/engine.mts";
import { run } from "./cli/run.mts";

/** Put in by the build: package.json's version, and a name for all the code. */
declare const LINKAGE_VERSION: string;
declare const LINKAGE_BUILD: string;

const { stdin, stdout, stderr, env } = process;

// No process.exit: what has been printed may still be on its way.
process.exitCode = await run(process.argv.slice(2), {
  stdin,
  stdout,
  stderr,
  env,
  cwd: process.cwd(),
  version: LINKAGE_VERSION,
  build: LINKAGE_BUILD,
});

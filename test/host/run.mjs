import { spawn } from "node:child_process";
import { rmSync } from "node:fs";
import { build } from "esbuild";

/**
 * Run one of the host's programs, which are written in TypeScript: `node test/host/run.mjs preview`. The file that it is built
 * into is this process' own: others may run the same program.
 */
const [name = "preview", ...args] = process.argv.slice(2);
const outfile = `dist/host/${name}-${String(process.pid)}.mjs`;
await build({
  entryPoints: [`test/host/serve/${name}.mts`],
  bundle: true,
  packages: "external",
  format: "esm",
  platform: "node",
  logLevel: "warning",
  outfile,
});
const program = spawn(process.execPath, [outfile, ...args], { stdio: "inherit" });
// It ends as it wants to, and this with it.
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => program.kill(signal));
program.on("close", (code) => {
  rmSync(outfile, { force: true });
  process.exitCode = code ?? 2;
});

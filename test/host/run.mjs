import { spawnSync } from "node:child_process";
import { build } from "esbuild";

/** Run one of the host's programs, which are written in TypeScript: `node test/host/run.mjs preview`. */
const [name = "preview", ...args] = process.argv.slice(2);
const outfile = `dist/host/${name}.mjs`;
await build({
  entryPoints: [`test/host/serve/${name}.mts`],
  bundle: true,
  packages: "external",
  format: "esm",
  platform: "node",
  logLevel: "warning",
  outfile,
});
process.exitCode = spawnSync(process.execPath, [outfile, ...args], { stdio: "inherit" }).status ?? 2;

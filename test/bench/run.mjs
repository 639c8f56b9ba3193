import { mkdirSync } from "node:fs";
import { spawnSync } from "node:child_process";
import { build } from "esbuild";
import { buildCli, buildPlugin } from "../../esbuild.config.mjs";

/** Build what is measured, and the benchmark, which is written in TypeScript, and run it: `node test/bench/run.mjs --help`. */
const outfile = "dist/bench/bench.mjs";
mkdirSync("dist/bench", { recursive: true });
await Promise.all([
  buildPlugin("main.js", "src/main.ts", "dist/bench/main.meta.json"),
  buildCli(),
  buildCli("dist/bench/cli.cjs", true),
  build({
    entryPoints: ["test/bench/bench.mts"],
    bundle: true,
    packages: "external",
    define: { LINKAGE_PARSER: '"bench"' },
    format: "esm",
    platform: "node",
    logLevel: "warning",
    outfile,
  }),
]);
const args = ["--expose-gc", "--max-old-space-size=8192", outfile, ...process.argv.slice(2)];
process.exitCode = spawnSync(process.execPath, args, { stdio: "inherit" }).status ?? 2;

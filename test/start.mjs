import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { buildCli, buildPlugin } from "../esbuild.config.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const sampleVault = "test/vaults/journal";
const sampleNote = "the clock radio runs zephyr";

const args = process.argv.slice(2);
await Promise.all([buildPlugin(), buildCli()]);

if (args.length > 0) {
  // Paths are meant from where npm was called, which is not where it runs this.
  process.exitCode = linkage(args, process.env["INIT_CWD"] ?? process.cwd());
} else {
  const codes = [
    ["lint", sampleVault, "--fail-on", "never"],
    ["tree", sampleNote, "--vault", sampleVault],
  ].map((shown) => {
    console.log(`\n$ linkage ${shown.map((word) => (word.includes(" ") ? `"${word}"` : word)).join(" ")}\n`);
    return linkage(shown, root);
  });
  process.exitCode = Math.max(...codes);
}

/** Run the command line that was just built; gives its exit code. */
function linkage(args, cwd) {
  const { status } = spawnSync(process.execPath, [`${root}dist/cli.cjs`, ...args], { cwd, stdio: "inherit" });
  return status ?? 2;
}

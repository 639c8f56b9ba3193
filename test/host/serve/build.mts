import { execFileSync } from "node:child_process";
import { build } from "esbuild";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { readDeclaredApi } from "./declared-api.mts";

/** Build the plugin and bundle the host's page into a folder. Paths are seen from the project's folder. */
export async function buildHost(folder: string): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const main = JSON.stringify(join(folder, "main.js"));
  const script = `import { buildPlugin } from "./esbuild.config.mjs"; await buildPlugin(${main});`;
  execFileSync(process.execPath, ["--input-type=module", "--eval", script]);
  await build({
    bundle: true,
    logLevel: "warning",
    entryPoints: ["test/host/page.ts"],
    outfile: join(folder, "page.js"),
    format: "iife",
    platform: "browser",
    target: "es2022",
  });
  writeFileSync(join(folder, "app.css"), readFileSync("test/host/styles/app.css"));
  writeFileSync(
    join(folder, "api.json"),
    JSON.stringify(readDeclaredApi("node_modules/obsidian/obsidian.d.ts")),
  );
}

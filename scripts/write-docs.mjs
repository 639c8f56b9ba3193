import { execFileSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const root = fileURLToPath(new URL("..", import.meta.url));

// Node runs no TypeScript: a bundle prints the page.
const { outputFiles } = await build({
  stdin: {
    contents: 'import { rulesPage } from "./rules-page.ts"; process.stdout.write(rulesPage());',
    resolveDir: resolve(root, "src/report"),
  },
  bundle: true,
  write: false,
  format: "esm",
  platform: "browser",
  target: "es2022",
  logLevel: "warning",
});
const page = execFileSync(process.execPath, ["--input-type=module", "-"], { input: outputFiles[0].text });
mkdirSync(join(root, "docs"), { recursive: true });
writeFileSync(join(root, "docs/rules.md"), page);
console.log("docs/rules.md");

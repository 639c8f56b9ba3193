import { execFileSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const root = fileURLToPath(new URL("..", import.meta.url));

/** What Linkage says of itself: the page on its rules, and the JSON Schema of linkage.yaml. */
mkdirSync(join(root, "docs"), { recursive: true });
await write(
  "docs/rules.md",
  'import { rulesPage } from "./rules-page.ts"; process.stdout.write(rulesPage());',
);
await write(
  "linkage.schema.json",
  'import { configSchemaText } from "./config-json-schema.ts"; process.stdout.write(configSchemaText());',
);

/** Write what a program in src/report prints. Node runs no TypeScript: a bundle prints it. */
async function write(path, program) {
  const { outputFiles } = await build({
    stdin: { contents: program, resolveDir: resolve(root, "src/report") },
    bundle: true,
    write: false,
    format: "esm",
    platform: "browser",
    target: "es2022",
    logLevel: "warning",
  });
  const text = execFileSync(process.execPath, ["--input-type=module", "-"], { input: outputFiles[0].text });
  writeFileSync(join(root, path), text);
  console.log(path);
}

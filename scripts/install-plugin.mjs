import { copyFileSync, mkdirSync, readFileSync, statSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { buildPlugin } from "../esbuild.config.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const configFolder = ".obsidian";
const assets = ["main.js", "manifest.json", "styles.css"];

try {
  await install(process.argv.slice(2));
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 2;
}

/** Build the plugin and copy it into the vault named. Nothing else in the vault is touched. */
async function install(args) {
  const [named, ...rest] = args;
  if (named === undefined || rest.length > 0) throw new Error("Usage: npm run install-plugin -- VAULT");
  // The path is meant from where npm was called, which is not where it runs this.
  const vault = resolve(process.env["INIT_CWD"] ?? process.cwd(), named);
  if (!isFolder(join(vault, configFolder))) {
    throw new Error(
      `"${named}" is no vault: it has no folder ${configFolder}. Open it in Obsidian once, then try again`,
    );
  }
  await buildPlugin();
  const { id, name } = JSON.parse(readFileSync(join(root, "manifest.json"), "utf8"));
  const folder = join(vault, configFolder, "plugins", id);
  mkdirSync(folder, { recursive: true });
  for (const asset of assets) copyFileSync(join(root, asset), join(folder, asset));
  console.log(`Copied ${assets.join(", ")} to ${join(named, relative(vault, folder))}`);
  console.log(
    `Next: in Obsidian, Settings → Community plugins, switch ${name} on; if it was on, switch it off and on again`,
  );
}

function isFolder(path) {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}

import { hash } from "node:crypto";
import { join, relative, resolve } from "node:path";
import { configName } from "../../journal/conventions.ts";
import { snippetFiles } from "../config.mts";
import { readText } from "../read-text.mts";
import { appFolder, isThere } from "../vault-folder.mts";

/**
 * A name for all that the settings of the vault in `folder` say, which other settings do not have: those of the config and those of the app
 * that conventions are made of (`readVaultConfig`). To read them takes no time, to make conventions of them does.
 * @param named the config's file, if not the vault's own; from `cwd`
 */
export function settingsName(folder: string, named: string | undefined, cwd: string): string {
  const file = named === undefined ? resolve(folder, configName) : resolve(cwd, named);
  const app = join(folder, appFolder);
  const files = [file, join(app, "app.json"), join(app, "templates.json"), ...snippetFiles(folder)];
  const said = files.map((path) => [relative(folder, path), isThere(path), readText(path)]);
  return hash("sha256", JSON.stringify(said), "base64");
}

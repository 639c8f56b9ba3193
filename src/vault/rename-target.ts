import type { Move } from "./moved-files.ts";
import { whyNotPortable } from "./portable-names.ts";
import { fileName, folderOf, isLinkable, isNotePath, nameKey } from "./names.ts";

/** Why something cannot be renamed, as a sentence without a full stop, or the move that it is. */
export type RenameTarget = { readonly move: Move } | { readonly trouble: string };

/**
 * What it means to rename what is at `from`, a file or folder of the vault, to `wanted`: a name puts it into the same folder, a path is one
 * from the vault's root, and one that ends with `/` is the folder that it goes into. The extension of a file need not be
 * said. Folders that there are may be written in other letter case. What Windows does not take is refused as what the app does not, since
 * vaults are synced, unless a file or folder of the vault is called so already. Nothing is ever put where something is, letter case aside, since not all
 * disks and no link tell such names apart.
 * @param files paths of all files of the vault
 */
export function renameTarget(from: string, wanted: string, files: readonly string[]): RenameTarget {
  const isFolder = !files.includes(from);
  const path = pathOf(from, wanted, isFolder, files);
  const trouble = whyNot(from, path, isFolder, files);
  return trouble === null ? { move: { from, to: path } } : { trouble };
}

function pathOf(from: string, wanted: string, isFolder: boolean, files: readonly string[]): string {
  const said = wanted.replace(/\\/g, "/");
  const named = said.endsWith("/") ? said + fileName(from) : said;
  const placed = named.includes("/") ? named.replace(/^\//, "") : joined(folderOf(from), named);
  const folder = knownFolder(folderOf(placed), files);
  return joined(folder, withExtension(fileName(placed), isFolder ? "" : extensionOf(from)));
}

/** The folder as it is written in the vault, as far as there is such a one. */
function knownFolder(folder: string, files: readonly string[]): string {
  let known = "";
  for (const name of folder === "" ? [] : folder.split("/")) {
    const start = `${nameKey(joined(known, name))}/`;
    const file = files.find((path) => nameKey(path).startsWith(start));
    known = joined(known, file?.split("/")[known === "" ? 0 : known.split("/").length] ?? name);
  }
  return known;
}

function joined(folder: string, name: string): string {
  return folder === "" ? name : `${folder}/${name}`;
}

function extensionOf(path: string): string {
  return /.(\.[^.]+)$/.exec(fileName(path))?.[1] ?? "";
}

function withExtension(name: string, extension: string): string {
  return name.toLowerCase().endsWith(extension.toLowerCase()) ? name : name + extension;
}

function whyNot(from: string, to: string, isFolder: boolean, files: readonly string[]): string | null {
  const names = to.split("/");
  const bad = names.find((name) => name.startsWith(".") || name === "" || name.trim() !== name);
  if (bad !== undefined)
    return `"${to}" is no path in the vault, expected names without a dot or blank in front`;
  const unnamed = whyNotNamed(names, files);
  if (unnamed !== null) return unnamed;
  if (to === from) return `"${from}" is called so already`;
  if (isFolder && nameKey(to).startsWith(`${nameKey(from)}/`)) return `"${from}" cannot be moved into itself`;
  const key = nameKey(to);
  const other = files.find((path) => {
    const isMoved = path === from || path.startsWith(`${from}/`);
    return !isMoved && (nameKey(path) === key || nameKey(path).startsWith(`${key}/`));
  });
  if (other !== undefined)
    return `There is ${nameKey(other) === key ? `"${other}"` : `a folder "${to}"`} already`;
  const file = files.find((path) => key.startsWith(`${nameKey(path)}/`));
  if (file !== undefined) return `"${file}" is a file, expected a folder`;
  return isNotePath(from) && fileName(to).length === 3 ? "A note needs a name" : null;
}

/** What is wrong with the last of these names, or with those of folders that there are not yet. */
function whyNotNamed(names: readonly string[], files: readonly string[]): string | null {
  const fresh = names.filter(
    (_, at) => at === names.length - 1 || !isFolderIn(files, names.slice(0, at + 1).join("/")),
  );
  const unsaid = fresh.find((name) => !isLinkable(name) || /[:\p{Cc}]/u.test(name));
  if (unsaid !== undefined)
    return `"${unsaid}" holds what no link can say, expected a name without any of # ^ [ ] | \\ : %%`;
  const [wrong] = fresh.flatMap((name) => {
    const why = whyNotPortable(name);
    return why === null ? [] : [`"${name}" ${why}`];
  });
  const isUsual = wrong !== undefined && files.some((path) => path.split("/").some(whyNotPortable));
  return wrong === undefined || isUsual ? null : wrong;
}

function isFolderIn(files: readonly string[], path: string): boolean {
  return files.some((file) => file.startsWith(`${path}/`));
}

import {
  lstatSync,
  readdirSync,
  readlinkSync,
  realpathSync,
  statSync,
  type Dirent,
  type Stats,
} from "node:fs";
import { sep } from "node:path";
import type { Diagnostic } from "../lint/diagnostic.ts";
import { hostProblem } from "../lint/host-problem.ts";
import { reasonOf } from "./reason.mts";

/** What lies in a vault's folder. */
export interface VaultFiles {
  /** All files, vault-relative with `/`: folder by folder, names in the order of their code units. */
  readonly files: readonly string[];
  /** What could not be looked at, and why: rule `unreadable-file`. */
  readonly problems: readonly Diagnostic[];
  /** The symbolic links that were followed, vault-relative: each is one of the files, or some of them are in it. */
  readonly links: readonly string[];
}

/**
 * List the files of the vault in `folder`, an absolute path. Names that start with a dot are not part of a vault
 * (obsidian.md A17). Symbolic links are followed, but not in a circle, and not twice into one folder.
 */
export function walk(folder: string): VaultFiles {
  const found: Found = { files: [], problems: [], links: [], linked: new Set() };
  visitFolder({ at: folder, path: "", real: realpathSync(folder), hops: [] }, found);
  return found;
}

interface Found {
  readonly files: string[];
  readonly problems: Diagnostic[];
  readonly links: string[];
  /** Real paths of the folders that symbolic links have led to. */
  readonly linked: Set<string>;
}

interface Folder {
  /** Where to read it. */
  readonly at: string;
  /** Vault-relative, with a `/` at the end; empty for the vault itself. */
  readonly path: string;
  /** Its path without symbolic links. */
  readonly real: string;
  /** The real paths of the folders whose symbolic links have led here. */
  readonly hops: readonly string[];
}

function visitFolder(folder: Folder, found: Found): void {
  if (folder.hops.length > 0) found.linked.add(folder.real);
  let entries: Dirent[];
  try {
    entries = readdirSync(folder.at, { withFileTypes: true });
  } catch (error) {
    found.problems.push(
      hostProblem("unreadable-file", "error", folder.path, `This folder cannot be read: ${reasonOf(error)}`),
    );
    return;
  }
  entries.sort((a, b) => (a.name < b.name ? -1 : 1));
  for (const [at, entry] of entries.entries()) {
    if (entry.name.startsWith(".")) continue;
    try {
      // Of two names that Node reads alike it finds only one.
      visit(entry, folder, entry.name === entries[at - 1]?.name, found);
    } catch (error) {
      // It may have gone since the folder was listed.
      const message = `This cannot be looked at: ${reasonOf(error)}`;
      found.problems.push(hostProblem("unreadable-file", "error", folder.path + entry.name, message));
    }
  }
}

function visit(entry: Dirent, folder: Folder, isTwin: boolean, found: Found): void {
  const path = folder.path + entry.name;
  const at = folder.at + sep + entry.name;
  if (isTwin || isMisnamed(entry.name, at))
    found.problems.push(
      hostProblem("unreadable-file", "error", path, "This name is not UTF-8, expected one that is"),
    );
  else if (entry.isFile()) found.files.push(path);
  else if (entry.isDirectory())
    visitFolder({ ...folder, at, path: `${path}/`, real: folder.real + sep + entry.name }, found);
  else if (entry.isSymbolicLink()) visitLink(path, at, folder, found);
  else
    found.problems.push(
      hostProblem(
        "unreadable-file",
        "warning",
        path,
        "This is neither a file nor a folder, expected one of them",
      ),
    );
}

/** Node puts U+FFFD for what is no UTF-8 in a name, and then does not find what it has named. */
function isMisnamed(name: string, at: string): boolean {
  return name.includes("\ufffd") && lstatSync(at, { throwIfNoEntry: false }) === undefined;
}

function visitLink(path: string, at: string, folder: Folder, found: Found): void {
  const trouble = followLink(path, at, folder, found);
  if (trouble === null) {
    found.links.push(path);
    return;
  }
  const message = `This symbolic link leads to "${readlinkSync(at)}", ${trouble}`;
  found.problems.push(hostProblem("unreadable-file", "warning", path, message));
}

/** Take in what the symbolic link `at` leads to. Gives null, or why that was not done. */
function followLink(path: string, at: string, folder: Folder, found: Found): string | null {
  const target = targetOf(at);
  if (typeof target === "string") return `which cannot be reached: ${target}`;
  const { real, stats } = target;
  const hops = [...folder.hops, folder.real];
  if (stats.isFile()) {
    found.files.push(path);
    return null;
  }
  if (!stats.isDirectory()) return "which is neither a file nor a folder";
  if (hops.some((hop) => liesIn(hop, real))) return "a folder that it lies in itself";
  if (found.linked.has(real)) return "where another symbolic link has led already";
  visitFolder({ at, path: `${path}/`, real, hops }, found);
  return null;
}

/** What the symbolic link `at` leads to, or why that cannot be told. */
function targetOf(at: string): { readonly real: string; readonly stats: Stats } | string {
  try {
    const real = realpathSync(at);
    return { real, stats: statSync(real) };
  } catch (error) {
    return reasonOf(error);
  }
}

function liesIn(path: string, folder: string): boolean {
  return path === folder || path.startsWith(folder.endsWith(sep) ? folder : folder + sep);
}

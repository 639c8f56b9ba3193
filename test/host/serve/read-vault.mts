import { readdirSync, readFileSync, statSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import type { GivenFile } from "../vault/adapter.ts";

/** All files of a folder, as the page is given them. Nothing is ever written there. */
export function readVault(folder: string): { name: string; files: GivenFile[] } {
  const root = resolve(folder);
  const files = readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => !/[\\/](?:\.git|node_modules)[\\/]/.test(path))
    .map((path) => givenFile(root, path));
  return { name: basename(root), files };
}

/** A vault of texts by path, for stories that need no more. */
export function vaultOfTexts(
  name: string,
  texts: Readonly<Record<string, string>>,
): { name: string; files: GivenFile[] } {
  const time = Date.UTC(2026, 0, 1);
  return {
    name,
    files: Object.entries(texts).map(([path, text]) => ({ path, text, ctime: time, mtime: time })),
  };
}

function givenFile(root: string, path: string): GivenFile {
  const bytes = readFileSync(path);
  const { birthtimeMs, mtimeMs } = statSync(path);
  const relative = path.slice(root.length + 1).replace(/\\/g, "/");
  const times = { path: relative, ctime: Math.floor(birthtimeMs), mtime: Math.floor(mtimeMs) };
  try {
    const text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
    return { ...times, text };
  } catch {
    return { ...times, base64: bytes.toString("base64") };
  }
}

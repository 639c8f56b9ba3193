/** The last segment of a path. */
export function nameOf(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1);
}

/** The folder of a path; empty for what lies in the root. */
export function parentOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf("/")));
}

/** What follows the last dot of a path's name; empty without a dot. */
export function extensionOf(path: string): string {
  const name = nameOf(path);
  const dot = name.lastIndexOf(".");
  return dot < 0 ? "" : name.slice(dot + 1);
}

/** A path without backslashes, repeated slashes, or slashes at its ends (obsidian.md B3). */
export function cleanPath(path: string): string {
  return path.replace(/[\\/]+/g, "/").replace(/^\/|\/$/g, "");
}

/** A path as the app makes new ones: clean, no-break spaces as spaces, in NFC. A file that is there keeps the path it has. */
export function normalizePath(path: string): string {
  return cleanPath(path)
    .replace(/\u00a0/g, " ")
    .normalize("NFC");
}

/** Whether a file or one of the folders it lies in starts with a dot: then it is no part of the vault (obsidian.md A17). */
export function isHidden(path: string): boolean {
  return path.split("/").some((name) => name.startsWith("."));
}

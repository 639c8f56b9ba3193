/** The last segment of a path: the file's name with its extension. */
export function fileName(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1);
}

/** The folder of a path, without a `/` at the end; empty for the root. */
export function folderOf(path: string): string {
  const slash = path.lastIndexOf("/");
  return slash < 0 ? "" : path.slice(0, slash);
}

/** Whether a file lies in a folder, however deep. */
export function isBelow(path: string, folder: string): boolean {
  return path.startsWith(folder) && path.charAt(folder.length) === "/";
}

/** The path is that of a note: its extension is `md`, in any letter case. */
export function isNotePath(path: string): boolean {
  return path.endsWith(".md") || path.slice(-3).toLowerCase() === ".md";
}

/** The order of files in a vault: folder by folder, names in the order of their code units, files and folders together. */
export function comparePaths(a: string, b: string): number {
  const [namesOfA, namesOfB] = [a.split("/"), b.split("/")];
  const at = namesOfA.findIndex((name, at) => name !== namesOfB[at]);
  if (at < 0) return namesOfA.length - namesOfB.length;
  return (namesOfA[at] ?? "") < (namesOfB[at] ?? "") ? -1 : 1;
}

/** The path is that of a canvas. */
export function isCanvasPath(path: string): boolean {
  return path.slice(-7).toLowerCase() === ".canvas";
}

/** A path without the extension of a note. */
export function withoutExtension(path: string): string {
  return isNotePath(path) ? path.slice(0, -3) : path;
}

/** What names and paths are compared by: NFC, no-break space as space, small letters (obsidian.md B2). */
export function nameKey(text: string): string {
  if (!beyondAscii.test(text)) return text.toLowerCase();
  return text.normalize("NFC").replaceAll("\u00A0", " ").toLowerCase();
}

/** Whether `key` is the key of a path. Works it out only where it may be. */
export function isKeyOf(key: string, path: string): boolean {
  return (path.length === key.length || beyondAscii.test(path)) && nameKey(path) === key;
}

/** Whether the key of a path ends in `end`, a key itself. Looks at the end alone where it can: many paths share a name. */
export function endsWithKey(path: string, end: string): boolean {
  const tail = path.slice(-end.length);
  return beyondAscii.test(tail) ? nameKey(path).endsWith(end) : tail.toLowerCase() === end;
}

const beyondAscii = /[^\0-\x7F]/;

/**
 * What a linkpath leads to, whoever writes it: two links with the same key have the same matching files. Links relative
 * to the note's folder and links from the root start with `/`. Null for a path that can lead nowhere, such as one above
 * the root (obsidian.md B3, C4, C5, A16).
 */
export function targetKey(linkpath: string, from: string): string | null {
  const key = nameKey(linkpath);
  if (!key.includes("/") && !key.includes("\\")) return key;
  const path = key.replaceAll("\\", "/");
  if (path.startsWith("//") || path.endsWith("/")) return null;
  const clean = path.includes("//") ? path.replace(/\/{2,}/g, "/") : path;
  return clean.startsWith("./") || clean.startsWith("../")
    ? relativeKey(clean, nameKey(folderOf(from)))
    : clean;
}

function relativeKey(path: string, folder: string): string | null {
  const segments = folder === "" ? [] : folder.split("/");
  for (const segment of path.split("/")) {
    if (segment === "..") {
      if (segments.pop() === undefined) return null;
    } else if (segment !== ".") segments.push(segment);
  }
  return `/${segments.join("/")}`;
}

/** Last segments of the file paths that a target key may match, in the order in which they are looked up (obsidian.md C1). */
export function targetNames(key: string): readonly string[] {
  const name = fileName(key);
  return name.includes(".") ? [name, `${name}.md`] : [`${name}.md`];
}

/** The target keys that may match a file, each of which says more of its path than the one before: `b`, `b.md`, `a/b`, …, `/a/b.md`. */
export function targetsOfFile(path: string): readonly string[] {
  const key = nameKey(path);
  const targets: string[] = [];
  let from = key.length;
  do {
    from = key.lastIndexOf("/", from - 2) + 1;
    addForms(targets, key.slice(from));
  } while (from > 1);
  addForms(targets, `/${key}`);
  return targets;
}

function addForms(targets: string[], path: string): void {
  const bare = withoutExtension(path);
  if (bare !== path) targets.push(bare);
  targets.push(path);
}

/** Whether a link can say this path: none of the characters that end or split a linktext is in it. */
export function isLinkable(path: string): boolean {
  return !/[#|^[\]\\]|%%/.test(path);
}

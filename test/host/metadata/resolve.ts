/** What resolution needs of the vault: the paths of all its files. */
export interface Names {
  /** All paths, with a key to compare by. */
  add(path: string): void;
  remove(path: string): void;
}

/** A path or name to compare by (obsidian.md B2). */
function fold(text: string): string {
  return text
    .normalize("NFC")
    .replace(/\u00a0/g, " ")
    .toLowerCase();
}

function lastSegment(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1);
}

function folderOf(path: string): string {
  return path.slice(0, path.lastIndexOf("/") + 1);
}

/** The files of a vault by name, and where a link leads among them (obsidian.md C). */
export class LinkResolver implements Names {
  private readonly byName = new Map<string, Set<string>>();

  add(path: string): void {
    const name = fold(lastSegment(path));
    const there = this.byName.get(name);
    if (there) there.add(path);
    else this.byName.set(name, new Set([path]));
  }

  remove(path: string): void {
    this.byName.get(fold(lastSegment(path)))?.delete(path);
  }

  /** The path that a link leads to from a note; null if it leads nowhere. An empty linkpath is the note itself. */
  resolve(linkpath: string, sourcePath: string): string | null {
    const link = fold(linkpath.trim()).replace(/[\\/]+/g, "/");
    if (link === "") return sourcePath === "" ? null : sourcePath;
    const name = lastSegment(link);
    if (name.includes(".")) {
      const asItIs = this.among(link, this.byName.get(name), sourcePath);
      if (asItIs !== null) return asItIs;
    }
    return name === "" ? null : this.among(`${link}.md`, this.byName.get(`${name}.md`), sourcePath);
  }

  private among(link: string, found: ReadonlySet<string> | undefined, sourcePath: string): string | null {
    const candidates = [...(found ?? [])];
    if (candidates.length === 0) return null;
    if (link.startsWith("./") || link.startsWith("../")) {
      const path = relativeTo(folderOf(fold(sourcePath)), link);
      return candidates.find((each) => fold(each) === path) ?? null;
    }
    const path = link.replace(/^\//, "");
    const exact = candidates.find((each) => fold(each) === path);
    if (exact !== undefined || link.startsWith("/")) return exact ?? null;
    const fitting = candidates.filter((each) => fold(each) === path || fold(each).endsWith(`/${path}`));
    const folder = folderOf(sourcePath);
    const isNear = (each: string): number => (each.startsWith(folder) ? 0 : 1);
    fitting.sort((a, b) => isNear(a) - isNear(b) || a.length - b.length || (a < b ? -1 : 1));
    return fitting[0] ?? null;
  }
}

/** A path that starts with `./` or `../` seen from a folder; null above the root. */
function relativeTo(folder: string, link: string): string | null {
  const segments = folder.split("/").filter((each) => each !== "");
  for (const each of link.split("/")) {
    if (each === "..") {
      if (segments.pop() === undefined) return null;
    } else if (each !== ".") segments.push(each);
  }
  return segments.join("/");
}

import { fileName, folderOf, nameKey, withoutExtension } from "./names.ts";
import { SetTable } from "./set-table.ts";

/**
 * Where links lead on a Quartz site with shortest paths (obsidian.md G). Every file has a slug there; letter case counts, and
 * how letters are composed.
 */
export class SiteTable {
  private readonly bySlug = new SetTable<string, string>();
  /** By the last segment of the slug. */
  private readonly byName = new SetTable<string, string>();

  add(path: string): void {
    const slug = slugOf(path);
    this.bySlug.add(slug, path);
    this.byName.add(fileName(slug), path);
  }

  remove(path: string): void {
    const slug = slugOf(path);
    this.bySlug.delete(slug, path);
    this.byName.delete(fileName(slug), path);
  }

  /**
   * The file that a linkpath leads to, wherever it stands: the only one of that name, else the one at that path from the
   * root, which steps upwards do not leave.
   */
  resolve(linkpath: string): string | null {
    const slug = slugOf(linkpath.replace(/^(?:\.{0,2}\/)+/, ""));
    const named = this.byName.sorted(slug);
    return named.length === 1 ? (named[0] ?? null) : (this.bySlug.sorted(slug)[0] ?? null);
  }

  /**
   * Whether there is a page or file at an address in the HTML of the note at `from`. Where a page may be that of its folder,
   * an address relative to either will do.
   */
  hasAddress(address: string, from: string): boolean {
    const page = slugOf(from).split("/");
    const bases = address.startsWith("/") ? [[]] : [page.slice(0, -1), page];
    return bases.some((base) => {
      const slug = joined(base, address);
      return slug === "" || this.bySlug.has(slug) || this.bySlug.has(`${slug}/index`);
    });
  }
}

/** What a path is called on the site, segment by segment, without the extension of a note. */
function slugOf(path: string): string {
  const bare = withoutExtension(path);
  if (!changedOnSite.test(bare)) return bare;
  return bare
    .replace(/\s/g, "-")
    .replaceAll("&", "-and-")
    .replaceAll("%", "-percent")
    .replace(/[?#]/g, "")
    .replace(/\/$/, "");
}

const changedOnSite = /[\s&%?#]|\/$/;

/** What the last name of a target or path is compared by where letter case does not count: a link may lead to a file on the site if they are equal. */
export function siteName(path: string): string {
  return nameKey(fileName(slugOf(path)));
}

/**
 * The names, as keys, by one of which an address in HTML that leads to this file may end: its own, and that of its folder for a
 * page that is its folder's.
 */
export function addressedAs(path: string): readonly string[] {
  const name = siteName(path);
  return name === "index" ? [name, siteName(folderOf(path)), OTHERWISE] : [name, OTHERWISE];
}

/** The name, as a key, that an address in HTML ends in, as `addressedAs` has them. */
export function addressName(address: string): string {
  const last = address.split("/").findLast((segment) => segment !== "" && segment !== ".") ?? "..";
  return last === ".." ? OTHERWISE : nameKey(last);
}

/** The name of addresses that end in a step upwards or nowhere: they lead to a folder's page, of whatever name. No file has it. */
const OTHERWISE = "..";

function joined(base: readonly string[], address: string): string {
  const segments = [...base];
  for (const segment of address.split("/")) {
    if (segment === "..") segments.pop();
    else if (segment !== "." && segment !== "") segments.push(segment);
  }
  return segments.join("/");
}

import { fileName, isNotePath, nameKey, withoutExtension } from "./names.ts";
import { SetTable } from "./set-table.ts";

/**
 * Where links lead on a Quartz site with shortest paths (obsidian.md G). Every file has a slug there; letter case counts, and
 * how letters are composed.
 */
export class SiteTable {
  private readonly bySlug = new SetTable<string, string>();
  /** By the last segment of the slug. */
  private readonly byName = new SetTable<string, string>();
  /** By the slug of a folder: how many notes are in it, however deep. */
  private readonly folders = new Map<string, number>();

  add(path: string): void {
    const slug = slugOf(path);
    this.bySlug.add(slug, path);
    this.byName.add(fileName(slug), path);
    for (const folder of foldersOf(path)) this.folders.set(folder, (this.folders.get(folder) ?? 0) + 1);
  }

  remove(path: string): void {
    const slug = slugOf(path);
    this.bySlug.delete(slug, path);
    this.byName.delete(fileName(slug), path);
    for (const folder of foldersOf(path)) {
      const left = (this.folders.get(folder) ?? 0) - 1;
      if (left > 0) this.folders.set(folder, left);
      else this.folders.delete(folder);
    }
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
    return bases.some((base) => this.hasSlug(joined(base, address)));
  }

  /** The address of the file at `path` in the form of another: it starts from where that one does and has as many names. */
  addressLike(address: string, path: string): string {
    const slug = slugOf(path).split("/");
    const segments = address.split("/").reverse();
    return segments
      .map((segment) => (/^\.{0,2}$/.test(segment) ? segment : (slug.pop() ?? segment)))
      .reverse()
      .join("/");
  }

  private hasSlug(slug: string): boolean {
    if (slug === "" || made.test(slug)) return true;
    return [slug, slug.replace(htmlExtension, "")].some(
      (page) => this.bySlug.has(page) || this.folders.has(page.replace(folderPage, "")),
    );
  }
}

/** A page is a file `.html` to the server. */
const htmlExtension = /\.html$/;
/** Each folder with a note in it has a page. */
const folderPage = /\/index$/;
/** What the site has beside the notes: the page of each tag, feeds, and what the pages need. */
const made =
  /^(?:(?:tags|static)(?:\/.*)?|404(?:\.html)?|index(?:\.html|\.xml|\.css)?|sitemap\.xml|robots\.txt|favicon\.ico|(?:pre|post)script\.js)$/;

/** The slugs of the folders that a note is in, however deep; none of another file. */
function foldersOf(path: string): readonly string[] {
  if (!isNotePath(path)) return [];
  const names = slugOf(path).split("/").slice(0, -1);
  return names.map((_, at) => names.slice(0, at + 1).join("/"));
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

/** The names, as keys, by one of which an address in HTML that leads to this file, or to one of its folders, ends. */
export function addressedAs(path: string): readonly string[] {
  return [siteName(path), ...foldersOf(path).map((folder) => nameKey(fileName(folder))), OTHERWISE];
}

/** The names, as keys, that an address in HTML ends in, as `addressedAs` has them: a name that ends in `.html` may be a page's or a file's. */
export function addressNames(address: string): readonly string[] {
  const path = address.replace(folderPage, "");
  const page = path.replace(htmlExtension, "");
  return page === path ? [nameOf(path)] : [nameOf(path), nameOf(page.replace(folderPage, ""))];
}

function nameOf(address: string): string {
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

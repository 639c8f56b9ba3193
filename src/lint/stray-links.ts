import type { Link } from "../note/note.ts";
import type { FileTable } from "../vault/file-table.ts";
import type { MovedFiles } from "../vault/moved-files.ts";
import { withoutExtension } from "../vault/names.ts";
import { resolveLink, type Resolution } from "../vault/resolve-link.ts";

/** A link that must be written anew once files have moved, lest it lead elsewhere. */
export interface StrayLink {
  readonly link: Link;
  /** Its linkpath as one of the vault (`readLinkpath`). */
  readonly linkpath: string;
  /** The file that it led to, where that is now. */
  readonly aim: string;
  /** Where that was. */
  readonly was: string;
}

/**
 * The links of the note that was at `path` which do not lead where they led, or are no longer sure to: their file has moved, the note
 * itself has and its links start from its folder, or another file has now got a name as good. One that says the old name or the whole old path
 * letter by letter says the new one, even if it would lead there all the same. A link that led nowhere is none of them; nor is an address
 * in HTML of which neither file nor note has moved: what else has its name makes no difference to a browser.
 */
export function strayLinks(links: readonly Link[], path: string, files: MovedFiles): readonly StrayLink[] {
  const here = files.pathAfter(path);
  return links.flatMap((link) => {
    if (link.linkpath === "") return [];
    const linkpath = readLinkpath(link, path, files.before);
    const old = resolveLink(files.before, linkpath, path);
    if (old.kind === "unresolved") return [];
    const aim = files.pathAfter(old.path);
    if (link.kind === "href" && (old.kind === "ambiguous" || (aim === old.path && here === path))) return [];
    const isRelative = linkpath !== link.linkpath;
    const now = resolveLink(files.after, isRelative ? linkpath : readLinkpath(link, here, files.after), here);
    const isRight = isAsSure(now, old) && now.path === aim && !saysOldName(linkpath, old.path, aim);
    return isRight ? [] : [{ link, linkpath, aim, was: old.path }];
  });
}

/** Does a link lead to one file now, or to one of several as it did before? */
export function isAsSure(
  now: Resolution,
  old: Resolution,
): now is Exclude<Resolution, { kind: "unresolved" }> {
  return now.kind === "resolved" || (now.kind === "ambiguous" && old.kind === "ambiguous");
}

/**
 * What a link in the note at `from` says, as a linkpath. An address in HTML starts from the note's folder, as a browser reads it, where
 * there is a file so; else it is read as other links are.
 */
export function readLinkpath({ kind, linkpath }: Link, from: string, files: FileTable): string {
  if (kind !== "href" || /^\.{0,2}\//.test(linkpath)) return linkpath;
  const relative = `./${linkpath}`;
  return resolveLink(files, relative, from).kind === "resolved" ? relative : linkpath;
}

/** The linkpath is spelled as the end of one path and not as that of the other, or as all of one and not of the other. */
function saysOldName(written: string, was: string, aim: string): boolean {
  if (was === aim) return false;
  const linkpath = written.replace(/^(?:\.{0,2}\/)+/, "");
  const isPath = linkpath.includes("/");
  return (
    (isEndOf(linkpath, was) && !isEndOf(linkpath, aim)) ||
    (isPath && isAllOf(linkpath, was) && !isAllOf(linkpath, aim))
  );
}

function isEndOf(linkpath: string, path: string): boolean {
  return (
    isAllOf(linkpath, path) || [path, withoutExtension(path)].some((each) => each.endsWith(`/${linkpath}`))
  );
}

function isAllOf(linkpath: string, path: string): boolean {
  return linkpath === path || linkpath === withoutExtension(path);
}

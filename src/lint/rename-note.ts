import type { Link, Note } from "../note/note.ts";
import { parseNote } from "../note/parse-note.ts";
import { follow } from "../rules/repairs/relink.ts";
import { applyEdits } from "../text/edits.ts";
import type { TextEdit } from "../text/range.ts";
import { linkpathLike } from "../vault/linkpath-forms.ts";
import type { MovedFiles } from "../vault/moved-files.ts";
import { resolveLink } from "../vault/resolve-link.ts";
import { isAsSure, readLinkpath, type StrayLink, strayLinks } from "./stray-links.ts";

/** What files that move come to in one text. */
export interface RenameEdits {
  /** In text order. They touch nothing but the links' targets; a name that becomes a path is shown as display text. */
  readonly edits: readonly TextEdit[];
  /** The links that the edits are for. */
  readonly done: readonly StrayLink[];
  /** The links that would lead elsewhere afterwards, and cannot be written so that they do not. */
  readonly left: readonly StrayLink[];
}

/**
 * The edits after which each link of a note leads where it led before files were moved (`strayLinks`). The text that they make has been
 * parsed, and its links do.
 * @param note as it was before, its path too
 * @param text that it was parsed from
 * @param isWanted which links may be written at all
 */
export function renameEdits(
  note: Note,
  text: string,
  files: MovedFiles,
  isWanted: (link: Link) => boolean = () => true,
): RenameEdits {
  const stray = strayLinks(note.links.filter(isWanted), note.path, files);
  const known = new Map(stray.map((each) => [each, editsFor(each, note, text, files)]));
  const possible = stray.filter((each) => known.get(each) !== null);
  const editsOf = (chosen: readonly StrayLink[]): readonly TextEdit[] =>
    distinct(chosen.flatMap((each) => known.get(each) ?? []));
  const isGood = (chosen: readonly StrayLink[]): boolean =>
    linksHold(note, applyEdits(text, editsOf(chosen)), chosen, files);
  const done = isGood(possible) ? possible : goodOnes(possible, isGood);
  return { edits: editsOf(done), done, left: stray.filter((each) => !done.includes(each)) };
}

function editsFor(
  { link, linkpath: said, aim, was }: StrayLink,
  note: Note,
  text: string,
  files: MovedFiles,
): readonly TextEdit[] | null {
  const here = files.pathAfter(note.path);
  const formOf = (like: string): string | null =>
    linkpathLike({ linkpath: like, from: here, was, aim }, files.after);
  const form = formOf(said);
  if (form === null || said !== link.linkpath)
    // A path from the note's folder, which HTML need not begin with a dot.
    return form === null ? null : follow({ note, text }, link, form.replace(/^\.\//, ""));
  const isMisread = readLinkpath({ ...link, linkpath: form }, here, files.after) !== form;
  const linkpath = isMisread ? formOf(`/${said}`) : form;
  return linkpath === null ? null : follow({ note, text }, link, linkpath);
}

/**
 * Do the links of a new text of a note lead where those of its old one led before files were moved? One that led nowhere may lead anywhere.
 * @param note as it was before, its path too
 * @param isSame whether two paths, after the move, are those of one file
 */
export function linksFollow(
  note: Note,
  text: string,
  files: MovedFiles,
  isSame: (a: string, b: string) => boolean,
): boolean {
  const here = files.pathAfter(note.path);
  const { links } = parseNote(here, text);
  return (
    links.length === note.links.length &&
    note.links.every((link, at) => {
      const old = resolveLink(files.before, readLinkpath(link, note.path, files.before), note.path);
      const next = links[at];
      if (old.kind === "unresolved" || link.linkpath === "" || next === undefined) return next !== undefined;
      const now = resolveLink(files.after, readLinkpath(next, here, files.after), here);
      return isAsSure(now, old) && isSame(now.path, files.pathAfter(old.path));
    })
  );
}

/** References share the target that stands in their definition. */
function distinct(edits: readonly TextEdit[]): readonly TextEdit[] {
  const byPlace = new Map(edits.map((edit) => [`${String(edit.from)}-${String(edit.to)}`, edit]));
  return [...byPlace.values()].sort((a, b) => a.from - b.from);
}

/** As many as are good together, taken one after another. */
function goodOnes(
  links: readonly StrayLink[],
  isGood: (chosen: readonly StrayLink[]) => boolean,
): readonly StrayLink[] {
  const good: StrayLink[] = [];
  for (const link of links) if (isGood([...good, link])) good.push(link);
  return good;
}

/** The text has the links that the note has: those chosen lead to their aims, the others say what they said. */
function linksHold(note: Note, text: string, chosen: readonly StrayLink[], files: MovedFiles): boolean {
  const here = files.pathAfter(note.path);
  const now = parseNote(here, text);
  const aims = new Map(chosen.map(({ link, aim }) => [link.linkpathRange.from, aim]));
  return (
    now.links.length === note.links.length &&
    now.tags.length === note.tags.length &&
    now.headings.length === note.headings.length &&
    note.links.every((old, at) => {
      const link = now.links[at];
      if (link?.kind !== old.kind || link.subpath !== old.subpath) return false;
      const aim = aims.get(old.linkpathRange.from);
      if (aim === undefined) return link.linkpath === old.linkpath;
      const target = resolveLink(files.after, readLinkpath(link, here, files.after), here);
      return target.kind === "resolved" && target.path === aim;
    })
  );
}

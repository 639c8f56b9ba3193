import { listOf, property } from "../journal/properties.ts";
import type { LinkageGroup, Note } from "../note/note.ts";
import { createdOf } from "./created.ts";
import { fileName, isNotePath, nameKey, targetKey, withoutExtension } from "./names.ts";
import { titleKeyOf } from "./note-profile.ts";
import { addressNames, siteName } from "./site-table.ts";

/** The key of the note's title, in a list; an empty one if it has none. */
export function titleKeysOf(note: Note): readonly string[] {
  const key = titleKeyOf(note);
  return key === null ? [] : [key];
}

/** The CSS classes that the note has in `cssclasses`. */
export function classNamesOf(note: Note): ReadonlySet<string> {
  const items = listOf(property(note, "cssclasses"));
  return new Set(items.flatMap(({ text, isText }) => (isText ? [text] : [])));
}

/** The markups of the note's linkage blocks, each with the year of the note, and without. */
export function markupKeysOf(note: Note): readonly string[] {
  return note.linkageBlocks.flatMap(({ markup }) => [`${yearOf(note)} ${markup}`, ` ${markup}`]);
}

/** The year in which the note was created, as its property `created` begins. */
export function yearOf(note: Note): string {
  return createdOf(note).slice(0, 4);
}

/** What each list of two or more links in the note's linkage blocks says, word for word. */
export function linkListsOf({ linkageBlocks }: Note): readonly string[] {
  return linkageBlocks.flatMap(({ groups }) => groups.flatMap((group) => linkListOf(group) ?? []));
}

/** What a list of a linkage block says, word for word; null if it has fewer than two links. */
export function linkListOf({ items }: LinkageGroup): string | null {
  const links = items.filter(({ kind }) => kind === "link").length;
  return links < 2 ? null : items.map(({ text }) => text).join("\n");
}

/** Names of files that addresses in raw HTML end in, as keys. */
export function addressedNamesOf({ links }: Note): readonly string[] {
  return links.flatMap(({ kind, linkpath }) => (kind === "href" ? [addressedName(linkpath)] : []));
}

/** The name, as a key, of the file that an address in raw HTML ends in; that of a note may be without its extension. */
export function addressedName(address: string): string {
  return nameKey(fileName(address.replace(/\/+$/, "")));
}

/** The names, as keys, by which an address in raw HTML may lead to the file at a path. */
export function namesAddressed(path: string): readonly string[] {
  const name = fileName(path);
  return isNotePath(name) ? [nameKey(name), nameKey(withoutExtension(name))] : [nameKey(name)];
}

/**
 * The names of files, as the site knows them, that addresses in raw HTML end in, and links that lead out of the vault or end in a `/`:
 * to the app these have no target, and the site takes the rest of them.
 */
export function siteAddressesOf({ links, path }: Note): readonly string[] {
  return links.flatMap(({ kind, linkpath }) => {
    if (kind === "href") return addressNames(linkpath);
    const isPath = linkpath.includes("/") || linkpath.includes("\\");
    return isPath && targetKey(linkpath, path) === null ? [siteName(linkpath)] : [];
  });
}

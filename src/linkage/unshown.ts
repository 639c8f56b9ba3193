import type { Link, Note } from "../note/note.ts";
import { characterOutsideTag } from "../note/tags.ts";
import { isLinkable } from "../vault/names.ts";
import type { VaultIndex } from "../vault/vault-index.ts";
import { shownTag, tagNames } from "./note-tags.ts";

/** What of a note belongs into its linkage block. */
export interface Linkage {
  /** Tags as written, without `#`. */
  readonly tags: readonly string[];
  /** The shortest linkpaths to the files that the text links to. */
  readonly links: readonly string[];
}

/**
 * What a linkage block of the note shows if it shows all: its tags, less those that every note of its type has, and the
 * files that its text links to, the see also line included. A link that may lead to several files is left out, and in a
 * published note one to a note that is not, which its readers do not have.
 */
export function linkageOf(note: Note, vault: VaultIndex): Linkage {
  return missingFrom(note, vault, { tags: new Set(), files: new Set() });
}

/** What of that the note's linkage blocks do not show. A tag is shown by words that begin with it (`shownTag`). */
export function unshownOf(note: Note, vault: VaultIndex): Linkage {
  return missingFrom(note, vault, shownIn(note, vault));
}

/** Tags in small letters, and paths of files. */
interface Shown {
  readonly tags: ReadonlySet<string>;
  readonly files: ReadonlySet<string>;
}

function shownIn(note: Note, vault: VaultIndex): Shown {
  const known = new Set(tagNames(note).map((tag) => tag.toLowerCase()));
  const items = note.linkageBlocks.flatMap(({ groups }) => groups.flatMap(({ items }) => items));
  const tags = items.flatMap(({ kind, text }) => (kind === "tag" ? (shownTag(text, known) ?? []) : []));
  const isInBlock = ({ from, to }: Link): boolean =>
    note.linkageBlocks.some((block) => from >= block.from && to <= block.to);
  const files = note.links.filter(isInBlock).flatMap((link) => {
    const resolution = vault.resolve(link, note.path);
    return resolution.kind === "unresolved" ? [] : [resolution.path];
  });
  return { tags: new Set(tags), files: new Set(files) };
}

function missingFrom(note: Note, vault: VaultIndex, shown: Shown): Linkage {
  const usual = new Set(vault.typeOf(note)?.tags.map((tag) => tag.toLowerCase()));
  const tags = tagNames(note).filter((tag) => {
    const key = tag.toLowerCase();
    return canBeShown(tag) && !usual.has(key) && !shown.tags.has(key);
  });
  const links = textTargets(note, vault)
    .filter((path) => !shown.files.has(path))
    .map((path) => vault.linkpathTo(path));
  return { tags, links: links.filter((linkpath) => isLinkable(linkpath) && !/[<>]/.test(linkpath)) };
}

/** The paths of the other files that a reader of the text comes to, each once, in text order. */
function textTargets(note: Note, vault: VaultIndex): readonly string[] {
  const targets = new Set<string>();
  for (const link of note.links) {
    if (!textKinds.has(link.kind)) continue;
    const resolution = vault.resolve(link, note.path);
    if (resolution.kind === "resolved") targets.add(resolution.path);
  }
  const isPublished = vault.isPublished(note);
  return [...targets].filter((path) => path !== note.path && !(isPublished && vault.isUnpublished(path)));
}

/** Links that a reader of the text follows; what is embedded is there already. */
const textKinds: ReadonlySet<Link["kind"]> = new Set(["wikilink", "markdown", "reference"]);

/** Numbers can be shown, though they are no tags; others that are none are for malformed-tag to say. */
function canBeShown(tag: string): boolean {
  return tag !== "" && characterOutsideTag(tag) === null;
}

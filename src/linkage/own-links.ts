import type { Link, Note } from "../note/note.ts";
import { nameKey, targetKey, withoutExtension } from "../vault/names.ts";
import type { Resolution } from "../vault/resolve-link.ts";
import type { VaultIndex } from "../vault/vault-index.ts";

/** What the links of a note, or of a part of it, lead to or are meant to: one file, or one target that is missing. */
export interface OwnLink {
  /** The first of them. */
  readonly link: Link;
  /** All of them, in text order. */
  readonly links: readonly Link[];
  readonly resolution: Resolution;
}

/** The links of a note by the groups that they are in; in text order. */
export interface OwnLinks {
  /** Those of the see also line, resolved or not, once for each file or target. */
  readonly seeAlso: readonly OwnLink[];
  /** Those that lead somewhere and are not in the see also line, once for each file. */
  readonly links: readonly OwnLink[];
  /** Those that lead nowhere, once for each target. */
  readonly unresolved: readonly OwnLink[];
  /** All of them, once for each file or target. */
  readonly all: readonly OwnLink[];
}

/** Whether the link counts: `<a href>` addresses the site, and a link without a linkpath stays in its note. */
export function isOutgoing({ kind, linkpath }: Link): boolean {
  return kind !== "href" && linkpath !== "";
}

/** The links of a note, sorted out. */
export function ownLinks(note: Note, vault: VaultIndex): OwnLinks {
  const all = note.links
    .filter(isOutgoing)
    .map((link) => ({ link, links: [link], resolution: vault.resolve(link, note.path) }));
  const range = note.seeAlso;
  const isInSeeAlso = ({ link }: OwnLink): boolean =>
    range !== null && link.from >= range.from && link.to <= range.to;
  const isMissing = ({ resolution }: OwnLink): boolean => resolution.kind === "unresolved";
  const once = (links: readonly OwnLink[]): readonly OwnLink[] => oncePerTarget(links, note.path);
  return {
    seeAlso: once(all.filter(isInSeeAlso)),
    links: once(all.filter((own) => !isMissing(own) && !isInSeeAlso(own))),
    unresolved: once(all.filter(isMissing)),
    all: once(all),
  };
}

/** What a link leads to: the file's path, or the target that is missing. */
export function targetOf({ link, resolution }: OwnLink): string {
  return resolution.kind === "unresolved" ? link.linkpath : resolution.path;
}

function oncePerTarget(all: readonly OwnLink[], from: string): readonly OwnLink[] {
  const byTarget = new Map<string, { first: OwnLink; links: Link[] }>();
  for (const own of all) {
    const key = keyOf(own, from);
    const known = byTarget.get(key);
    if (known) known.links.push(own.link);
    else byTarget.set(key, { first: own, links: [own.link] });
  }
  return Array.from(byTarget.values(), ({ first, links }) => ({ ...first, links }));
}

/** A missing target is the same in capitals and with `.md` (obsidian.md A16, B2). No path begins with a blank. */
function keyOf({ link, resolution }: OwnLink, from: string): string {
  if (resolution.kind !== "unresolved") return resolution.path;
  return ` ${withoutExtension(targetKey(link.linkpath, from) ?? nameKey(link.linkpath))}`;
}

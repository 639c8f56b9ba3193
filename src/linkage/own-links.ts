import type { Link, Note } from "../note/note.ts";
import type { Resolution, VaultIndex } from "../vault/vault-index.ts";

/** A link that leads out of its note or is meant to, and where to. */
export interface OwnLink {
  readonly link: Link;
  readonly resolution: Resolution;
}

/** The links of a note by the groups that they are in; in text order. */
export interface OwnLinks {
  /** Those of the see also line, resolved or not. */
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
    .map((link) => ({ link, resolution: vault.resolve(link, note.path) }));
  const range = note.seeAlso;
  const isInSeeAlso = ({ link }: OwnLink): boolean =>
    range !== null && link.from >= range.from && link.to <= range.to;
  const isMissing = ({ resolution }: OwnLink): boolean => resolution.kind === "unresolved";
  return {
    seeAlso: all.filter(isInSeeAlso),
    links: oncePerTarget(all.filter((own) => !isMissing(own) && !isInSeeAlso(own))),
    unresolved: oncePerTarget(all.filter(isMissing)),
    all: oncePerTarget(all),
  };
}

/** What a link leads to: the file's path, or the target that is missing. */
export function targetOf({ link, resolution }: OwnLink): string {
  return resolution.kind === "unresolved" ? link.linkpath : resolution.path;
}

function oncePerTarget(links: readonly OwnLink[]): readonly OwnLink[] {
  const seen = new Set<string>();
  return links.filter((own) => {
    const target = targetOf(own);
    return !seen.has(target) && seen.add(target);
  });
}

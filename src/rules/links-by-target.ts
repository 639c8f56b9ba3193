import type { Link, Note } from "../note/note.ts";
import type { Resolution } from "../vault/resolve-link.ts";
import type { VaultIndex } from "../vault/vault-index.ts";
import { splitLinks } from "./checked-links.ts";

/** A link that leads to a file, or may lead to one of several. */
export interface LeadingLink {
  readonly link: Link;
  readonly resolution: Exclude<Resolution, { kind: "unresolved" }>;
}

/** A link that leads to no file. */
export interface MissingLink {
  readonly link: Link;
  /** Its target is left without a file on purpose (`VaultIndex.isPlaceholder`). */
  readonly isPlaceholder: boolean;
}

/** The links of a note that rules speak of (`splitLinks`) by where they lead, each list in text order. */
export interface LinksByTarget {
  readonly leading: readonly LeadingLink[];
  readonly missing: readonly MissingLink[];
  /** Links that anybody can follow in no way. */
  readonly plain: readonly Link[];
}

/**
 * Where the links of a note lead. Half a dozen rules ask that of one note in turn, so that the last answer is kept for a vault,
 * until it changes or another note is asked about.
 */
export function linksByTarget(note: Note, vault: VaultIndex): LinksByTarget {
  const { revision } = vault;
  const last = answers.get(vault);
  if (last?.note === note && last.revision === revision) return last.links;
  const links = resolveAll(note, vault);
  answers.set(vault, { note, revision, links });
  return links;
}

interface Answer {
  readonly note: Note;
  readonly revision: number;
  readonly links: LinksByTarget;
}

const answers = new WeakMap<VaultIndex, Answer>();

function resolveAll(note: Note, vault: VaultIndex): LinksByTarget {
  const { checked, plain } = splitLinks(note);
  const leading: LeadingLink[] = [];
  const missing: MissingLink[] = [];
  for (const link of checked) {
    const resolution = vault.resolve(link, note.path);
    if (resolution.kind !== "unresolved") leading.push({ link, resolution });
    else missing.push({ link, isPlaceholder: vault.isPlaceholder(link.linkpath, note.path) });
  }
  return { leading, missing, plain };
}

import type { Link, Note } from "../note/note.ts";
import { isLinkable } from "../vault/names.ts";
import type { Resolution } from "../vault/resolve-link.ts";
import type { VaultIndex } from "../vault/vault-index.ts";
import { splitLinks } from "./checked-links.ts";

/** A link that leads to a file, or may lead to one of several. */
export interface LeadingLink {
  readonly link: Link;
  readonly resolution: Exclude<Resolution, { kind: "unresolved" }>;
}

/** A link that leads to no file, though there might be one. */
export interface MissingLink {
  readonly link: Link;
  /** Its target is left without a file on purpose (`VaultIndex.isPlaceholder`). */
  readonly isPlaceholder: boolean;
  /** The file that it leads to on the site, if only there; null too where nothing is known of a site. */
  readonly onSite: string | null;
}

/** The links of a note that rules speak of (`splitLinks`) by where they lead, each list in text order. */
export interface LinksByTarget {
  readonly leading: readonly LeadingLink[];
  readonly missing: readonly MissingLink[];
  /** Those that lead to no file since none can be called so. */
  readonly impossible: readonly Link[];
  /** Links that anybody can follow in no way. */
  readonly plain: readonly Link[];
}

/**
 * Where the links of a note lead. Half a dozen rules ask that of one note in turn, so that the last answer is kept for a vault,
 * until it changes or another note is asked about.
 */
export function linksByTarget(note: Note, vault: VaultIndex): LinksByTarget {
  let walk = walks.get(vault);
  if (walk?.revision !== vault.revision) walks.set(vault, (walk = new LinkWalk(vault)));
  return walk.linksOf(note);
}

/** Whether there can be a file of the name (obsidian.md B1). */
function mayResolve({ linkpath }: Link): boolean {
  return isLinkable(linkpath) || isLinkable(linkpath.replaceAll("\\", "/"));
}

const walks = new WeakMap<VaultIndex, LinkWalk>();

/** Of how many missing targets is remembered whether they are placeholders. */
const MOST_KNOWN = 10_000;

/** Goes through the links of one note after another, in a vault that does not change. */
class LinkWalk {
  readonly revision: number;
  private readonly vault: VaultIndex;
  private last: { readonly note: Note; readonly links: LinksByTarget } | null = null;
  /** By linkpath: the same missing targets come again and again. */
  private readonly placeholders = new Map<string, boolean>();

  constructor(vault: VaultIndex) {
    this.vault = vault;
    this.revision = vault.revision;
  }

  linksOf(note: Note): LinksByTarget {
    if (this.last?.note !== note) this.last = { note, links: this.resolveAll(note) };
    return this.last.links;
  }

  private resolveAll(note: Note): LinksByTarget {
    const { checked, plain } = splitLinks(note);
    const leading: LeadingLink[] = [];
    const missing: MissingLink[] = [];
    const impossible: Link[] = [];
    for (const link of checked) {
      const resolution = this.vault.resolve(link, note.path);
      if (resolution.kind !== "unresolved") leading.push({ link, resolution });
      else if (mayResolve(link)) missing.push(this.missingLink(link, note.path));
      else impossible.push(link);
    }
    return { leading, missing, impossible, plain };
  }

  private missingLink(link: Link, from: string): MissingLink {
    const { linkpath } = link;
    const onSite = this.vault.site?.resolve(linkpath) ?? null;
    // What the site has is missing, unless the author says otherwise.
    const mayBeOne = onSite === null || this.vault.isKept(linkpath);
    return { link, isPlaceholder: mayBeOne && this.isPlaceholder(linkpath, from), onSite };
  }

  private isPlaceholder(linkpath: string, from: string): boolean {
    // Where it leads depends on the note.
    if (linkpath.startsWith(".")) return this.vault.isPlaceholder(linkpath, from);
    let known = this.placeholders.get(linkpath);
    if (known === undefined) {
      known = this.vault.isPlaceholder(linkpath, from);
      if (this.placeholders.size >= MOST_KNOWN) this.placeholders.clear();
      this.placeholders.set(linkpath, known);
    }
    return known;
  }
}

import { getLinkpath, type MetadataCache, type TFile } from "obsidian";
import type { AppLink, AppLinks } from "./link-differences.ts";

/** What the app's metadata cache has of a note's links; null if it has not indexed the note, or has still to resolve its links. */
export function appLinksOf(file: TFile, cache: MetadataCache): AppLinks | null {
  const metadata = cache.getFileCache(file);
  if (!metadata || !(file.path in cache.resolvedLinks)) return null;
  const linkAt = (place: string, said: string, link: string): AppLink => {
    const linkpath = getLinkpath(link);
    const target = linkpath === "" ? file : cache.getFirstLinkpathDest(linkpath, file.path);
    return { place, said, target: target?.path ?? null };
  };
  const { links = [], embeds = [], frontmatterLinks = [] } = metadata;
  return {
    links: [
      ...links.map(({ original, link }) => linkAt("link", original, link)),
      ...embeds.map(({ original, link }) => linkAt("embed", original, link)),
      ...frontmatterLinks.map(({ key, link }) => linkAt(key, link, link)),
    ],
    resolved: Object.keys(cache.resolvedLinks[file.path] ?? {}),
    unresolved: Object.keys(cache.unresolvedLinks[file.path] ?? {}),
  };
}

import type { BlockSubpathResult, CachedMetadata, HeadingCache, HeadingSubpathResult } from "obsidian";

/** A heading to compare by (obsidian.md D1). */
function fold(heading: string): string {
  return heading
    .replace(/[!"#$%&()*+,.:;<=>?@^`{|}~/[\]\\\r\n]/g, " ")
    .replace(/\s+/g, " ")
    .trim()
    .toLowerCase();
}

/** What `#Heading`, `#Heading#Below it` or `#^block` means in a note; null if there is no such thing (obsidian.md D). */
export function resolveSubpath(
  cache: CachedMetadata,
  subpath: string,
): HeadingSubpathResult | BlockSubpathResult | null {
  if (subpath.startsWith("#^")) return blockOf(cache, subpath.slice(2).toLowerCase());
  const wanted = subpath
    .split("#")
    .map(fold)
    .filter((part) => part !== "");
  const headings = cache.headings ?? [];
  let [at, level] = [-1, 0];
  for (const part of wanted) {
    at = headings.findIndex(
      ({ heading, level: depth }, index) => index > at && depth > level && fold(heading) === part,
    );
    const found = headings[at];
    if (!found) return null;
    level = found.level;
  }
  const current = headings[at];
  return current ? headingResult(current, headings.slice(at + 1)) : null;
}

function headingResult(current: HeadingCache, after: readonly HeadingCache[]): HeadingSubpathResult {
  const next = after.find(({ level }) => level <= current.level);
  const end = next?.position.start ?? null;
  return { type: "heading", current, next: next as HeadingCache, start: current.position.start, end };
}

function blockOf(cache: CachedMetadata, id: string): BlockSubpathResult | null {
  const block = cache.blocks?.[id];
  if (!block) return null;
  return { type: "block", block, start: block.position.start, end: block.position.end };
}

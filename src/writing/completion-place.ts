import { linkageMarkup } from "../note/linkage-block.ts";

/** What the text before the cursor begins, and where that starts on the cursor's line. */
export interface CompletionPlace {
  /** `linkage-link` and `linkage-tag` stand in a linkage block, the others in the frontmatter. */
  readonly kind: "note-id" | "tag" | "class" | "linkage-link" | "linkage-tag";
  /** What is written of it so far. */
  readonly query: string;
  /** Column of its first character, from 0. */
  readonly from: number;
  /** What is to close it and is not there yet: a quote, `]]`, or nothing. */
  readonly close: string;
  /** What closes it and stands right behind the cursor: the cursor is to go behind it. */
  readonly closed: string;
  /** It stands between quotes, or is no YAML. */
  readonly isQuoted: boolean;
}

/** How far above the cursor its list, block or frontmatter may begin, in lines. */
const MOST_LINES = 400;

/**
 * What is to be completed at a place, as far as it can be told from there and the lines above: note ids, tags and classes in
 * the frontmatter, links and tags in a linkage block. Null in all other places, which most lines tell alone.
 * @param lineAt the text of a line by its number, from 0
 */
export function completionPlace(
  lineAt: (line: number) => string,
  line: number,
  column: number,
): CompletionPlace | null {
  const text = lineAt(line);
  const before = text.slice(0, column);
  const after = text.slice(column);
  const inBlock = linkPlace(before, after) ?? tagPlace(before, after);
  if (inBlock) return isInLinkageBlock(lineAt, line, column) ? inBlock : null;
  const found = idPlace(before, after) ?? flowPlace(before, after) ?? itemPlace(before, after, lineAt, line);
  return found && isInFrontmatter(lineAt, line) ? found : null;
}

function linkPlace(before: string, after: string): CompletionPlace | null {
  const [, query] = /\[\[([^[\]|#]*)$/.exec(before) ?? [];
  if (query === undefined) return null;
  const isClosed = after.startsWith("]]");
  return place("linkage-link", query, before, isClosed ? "" : "]]", isClosed ? "]]" : "");
}

function tagPlace(before: string, after: string): CompletionPlace | null {
  const [, query] = /(?:^|[\s>,])#([^\s#<>,]*)$/.exec(before) ?? [];
  return query === undefined || /^[^\s<,]/.test(after) ? null : place("linkage-tag", query, before, "", "");
}

function idPlace(before: string, after: string): CompletionPlace | null {
  const [, quote = "", query] = /^note_id\s*:\s+(["']?)(\w*)$/i.exec(before) ?? [];
  return query === undefined || !isEnd(after, quote)
    ? null
    : quotedPlace("note-id", query, before, after, quote);
}

/** `tags: [a, b` with the cursor behind the last item. */
function flowPlace(before: string, after: string): CompletionPlace | null {
  const [, name = "", inside] = /^(tags|cssclasses)\s*:\s*\[([^\]]*)$/i.exec(before) ?? [];
  if (inside === undefined || !/^["']?\s*(?:[,\]]|$)/.test(after)) return null;
  const [, quote = "", query = ""] = /(?:^|,)\s*(["']?)([^,"']*)$/.exec(inside) ?? [];
  return quotedPlace(kindOf(name), query, before, after, quote);
}

/** `- a` below `tags:`. */
function itemPlace(
  before: string,
  after: string,
  lineAt: (line: number) => string,
  line: number,
): CompletionPlace | null {
  const [, quote = "", query] = /^\s*-\s+(["']?)([^"']*)$/.exec(before) ?? [];
  if (query === undefined || !isEnd(after, quote)) return null;
  for (let at = line - 1; at > 0 && line - at < MOST_LINES; at--) {
    const above = lineAt(at);
    if (/^\s*(?:-(?:\s|$)|#|$)/.test(above)) continue;
    const [, name] = /^(tags|cssclasses)\s*:\s*(?:#.*)?$/i.exec(above) ?? [];
    return name === undefined ? null : quotedPlace(kindOf(name), query, before, after, quote);
  }
  return null;
}

function kindOf(name: string): "tag" | "class" {
  return name.toLowerCase() === "tags" ? "tag" : "class";
}

/** Nothing but the quote and a comment stands behind the cursor. */
function isEnd(after: string, quote: string): boolean {
  return /^\s*(?:#.*)?$/.test(quote !== "" && after.startsWith(quote) ? after.slice(1) : after);
}

function quotedPlace(
  kind: CompletionPlace["kind"],
  query: string,
  before: string,
  after: string,
  quote: string,
): CompletionPlace {
  const isClosed = quote !== "" && after.startsWith(quote);
  const found = place(kind, query, before, isClosed ? "" : quote, isClosed ? quote : "");
  return { ...found, isQuoted: quote !== "" };
}

function place(
  kind: CompletionPlace["kind"],
  query: string,
  before: string,
  close: string,
  closed: string,
): CompletionPlace {
  return { kind, query, from: before.length - query.length, close, closed, isQuoted: true };
}

/** The first line opens a frontmatter that no line above this one closes. */
function isInFrontmatter(lineAt: (line: number) => string, line: number): boolean {
  if (line === 0 || line > MOST_LINES || !fence.test(lineAt(0))) return false;
  for (let at = 1; at < line; at++) if (fence.test(lineAt(at))) return false;
  return true;
}

const fence = /^---[ \t]*$/;

/** An HTML block, which a blank line ends, has begun a linkage block here or above, and not closed it. */
function isInLinkageBlock(lineAt: (line: number) => string, line: number, column: number): boolean {
  let closed = 0;
  for (let at = line; at >= 0 && line - at < MOST_LINES; at--) {
    const text = at === line ? lineAt(at).slice(0, column) : lineAt(at);
    if (text.trim() === "") return false;
    const tags = [...text.matchAll(/<\/?div\b[^<>]*>/gi)].reverse();
    for (const [tag] of tags) {
      if (tag.startsWith("</")) closed++;
      else if (closed > 0) closed--;
      else if (linkageMarkup(tag) !== null) return true;
    }
  }
  return false;
}

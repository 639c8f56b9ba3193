import type { Link, Note } from "../../note/note.ts";
import type { TextEdit, TextRange } from "../../text/range.ts";
import { fileName } from "../../vault/names.ts";
import { similarityKey } from "../../vault/near-names.ts";

/** What the repair of a link works with. */
export interface LinkContext {
  readonly note: Note;
  /** The note's text as it was parsed. */
  readonly text: string;
}

/**
 * The edits that let a link lead to `linkpath` (without `.md`). A wikilink that showed its own target gets a display text:
 * `kept` keeps what the reader saw, `fitting` only where the new name is no better. Null for a link whose target has no
 * place of its own in the text.
 */
export function relink(
  context: LinkContext,
  link: Link,
  linkpath: string,
  display: "kept" | "fitting",
): readonly TextEdit[] | null {
  const { linkpathRange: range } = link;
  if (!hasPlace(link)) return null;
  if (!isWikilink(context.text, link)) {
    const path = /\.md$/i.test(link.linkpath) ? `${linkpath}.md` : linkpath;
    return [{ ...range, insert: inDestination(context, link, path) }];
  }
  const target: TextEdit = { ...range, insert: inProperty(context, link, linkpath) };
  const shown = shownInstead(context, link, linkpath, display);
  return shown === null
    ? [target]
    : [target, { ...link.displayRange, insert: inProperty(context, link, shown) }];
}

/** The edit that gives a link another subpath, given without its `#`. Null as `relink`. */
export function resubpath(context: LinkContext, link: Link, subpath: string): TextEdit | null {
  const { subpathRange: range } = link;
  if (range.from === range.to) return null;
  const written = isWikilink(context.text, link)
    ? inProperty(context, link, subpath)
    : inDestination(context, link, subpath);
  return { ...range, insert: `#${written}` };
}

/** The link as plain text: what the reader sees of it. Null as `relink`. */
export function unlink(link: Link): TextEdit | null {
  return hasPlace(link)
    ? { from: link.from, to: link.to, insert: link.displayText ?? shownText(link) }
    : null;
}

/** False for a link in a property that is written with escapes. */
function hasPlace({ linkpath, linkpathRange: { from, to } }: Link): boolean {
  return from < to || linkpath === "";
}

/** The link is written with `[[…]]`. */
function isWikilink(text: string, { from }: Link): boolean {
  return text.startsWith("[[", from) || text.startsWith("![[", from);
}

/** What a wikilink without display text shows. */
function shownText({ linkpath, subpath }: Link): string {
  return (linkpath + subpath).replaceAll("#", " > ");
}

/** The display text to add, with its bar, or null if there is one or none is needed. */
function shownInstead(
  { text }: LinkContext,
  link: Link,
  linkpath: string,
  display: "kept" | "fitting",
): string | null {
  const isEmbed = text.charAt(link.from) === "!";
  if (isEmbed || link.displayText !== null || linkpath === link.linkpath) return null;
  const bar = link.inTable ? "\\|" : "|";
  if (display === "kept" || isSameName(fileName(link.linkpath), fileName(linkpath)))
    return bar + shownText(link);
  return linkpath.includes("/") ? bar + shownText({ ...link, linkpath: fileName(linkpath) }) : null;
}

/** One name is the other but for letter case and punctuation, or is the other cut off. */
function isSameName(old: string, name: string): boolean {
  const [a, b] = [similarityKey(old), similarityKey(name)];
  return a === b || (Math.min(a.length, b.length) >= LEAST_CUT && (a.startsWith(b) || b.startsWith(a)));
}

/** Names are cut off by tools, and those cut long names. */
const LEAST_CUT = 24;

/** `words` as they must be written inside the quotes of a property. */
function inProperty({ note, text }: LinkContext, link: Link, words: string): string {
  if (link.property === null) return words;
  const places = note.frontmatter.properties.flatMap(
    ({ items, valueRange }): readonly TextRange[] => items ?? [valueRange],
  );
  const place = places.find(({ from, to }) => link.from >= from && link.to <= to);
  const mark = text.charAt(place?.from ?? link.from);
  if (mark === "'") return words.replaceAll("'", "''");
  return mark === '"' ? JSON.stringify(words).slice(1, -1) : words;
}

/** `path` as (part of) the destination of a Markdown link: encoded, inside `<>` only what must be. */
function inDestination(context: LinkContext, link: Link, path: string): string {
  const angled = context.text.charAt(link.linkpathRange.from - 1) === "<";
  const encoded = path.replace(angled ? /[<>%\\|]/g : /[\s()<>%#?:\\|]/g, percentEncoded);
  return inProperty(context, link, encoded);
}

function percentEncoded(character: string): string {
  const encoded = encodeURIComponent(character);
  return encoded === character
    ? `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, "0")}`
    : encoded;
}

import type { Frontmatter, Link, Note } from "../../note/note.ts";
import type { TextEdit, TextRange } from "../../text/range.ts";
import { firstNotBefore } from "../../text/search.ts";
import { fileName, withoutExtension } from "../../vault/names.ts";
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
  const isShort = isWikilink(context.text, link) || !/\.md$/i.test(link.linkpath);
  const target = targetEdit(context, link, isShort ? linkpath : `${linkpath}.md`);
  return target && withDisplay(context, link, target, shownInstead(context, link, linkpath, display));
}

/**
 * The edits that let a link say `linkpath`, which is the new path of its file, with `.md` or without. As the app does, what a reader saw
 * changes with the name; only where a name has become a path is that name shown. Null as `relink`.
 */
export function follow(context: LinkContext, link: Link, linkpath: string): readonly TextEdit[] | null {
  const target = targetEdit(context, link, linkpath);
  const isPathNow = linkpath.includes("/") && !/[\\/]/.test(link.linkpath);
  const shown = isPathNow && isBare(context, link) ? nameShown(link, linkpath) : null;
  return target && withDisplay(context, link, target, shown);
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
export function unlink(context: LinkContext, link: Link): TextEdit | null {
  if (!hasPlace(link)) return null;
  const { from, to, displayText } = link;
  return { from, to, insert: inProperty(context, link, displayText ?? shownText(link)) };
}

/** False for a link in a property that is written with escapes other than those of quotes. */
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

/** The edit that replaces the linkpath by another, which is written as the link needs it. */
function targetEdit(context: LinkContext, link: Link, linkpath: string): TextEdit | null {
  if (!hasPlace(link)) return null;
  const written = isWikilink(context.text, link)
    ? inProperty(context, link, linkpath)
    : link.kind === "href"
      ? inAddress(context, link, linkpath)
      : inDestination(context, link, linkpath);
  return { ...link.linkpathRange, insert: written };
}

function withDisplay(
  context: LinkContext,
  link: Link,
  target: TextEdit,
  shown: string | null,
): readonly TextEdit[] {
  return shown === null
    ? [target]
    : [target, { ...link.displayRange, insert: inProperty(context, link, shown) }];
}

/** A wikilink that shows its own target. */
function isBare({ text }: LinkContext, link: Link): boolean {
  return isWikilink(text, link) && text.charAt(link.from) !== "!" && link.displayText === null;
}

/** The display text to add, with its bar, or null if there is one or none is needed. */
function shownInstead(
  context: LinkContext,
  link: Link,
  linkpath: string,
  display: "kept" | "fitting",
): string | null {
  if (!isBare(context, link) || linkpath === link.linkpath) return null;
  if (display === "kept" || isSameName(fileName(link.linkpath), fileName(linkpath)))
    return bar(link) + shownText(link);
  return linkpath.includes("/") ? nameShown(link, linkpath) : null;
}

/** The name of what a path leads to, as display text. */
function nameShown(link: Link, linkpath: string): string {
  return bar(link) + shownText({ ...link, linkpath: withoutExtension(fileName(linkpath)) });
}

function bar({ inTable }: Link): string {
  return inTable ? "\\|" : "|";
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
  const mark = text.charAt(valueAround(note.frontmatter, link).from);
  if (mark === "'") return words.replaceAll("'", "''");
  return mark === '"' ? JSON.stringify(words).slice(1, -1) : words;
}

/** The value or list item that a link stands in; by search, since a note may have thousands of either, and a link in each. */
function valueAround({ properties }: Frontmatter, link: Link): TextRange {
  const behind = firstNotBefore(properties, ({ keyRange }) => keyRange.from <= link.from);
  const { items = null, valueRange = link } = properties[behind - 1] ?? {};
  return items?.[firstNotBefore(items, ({ to }) => to < link.to)] ?? valueRange;
}

/** `path` as (part of) the destination of a Markdown link: encoded, inside `<>` only what must be. */
function inDestination(context: LinkContext, link: Link, path: string): string {
  const angled = context.text.charAt(link.linkpathRange.from - 1) === "<";
  return inProperty(context, link, encoded(path, angled ? /[<>%\\|]/g : /[\s()<>%#?:\\|]/g));
}

/** `path` as (part of) an address in HTML: blanks and letters beyond ASCII stay as they are where the address has had some so. */
function inAddress({ text }: LinkContext, { linkpathRange: { from, to } }: Link, path: string): string {
  const written = text.slice(from, to);
  const mark = text.charAt(from - 1);
  const isQuoted = mark === '"' || mark === "'";
  const blanks = isQuoted && written.includes(" ") ? "" : "\\s";
  const letters = /%[89a-f]/i.test(written) ? "\\x80-\\u{10FFFF}" : "";
  const quotes = mark === '"' ? '"' : mark === "'" ? "'" : "\"'=`";
  return encoded(path, new RegExp(`[%#?:<>\\\\${quotes}${blanks}${letters}]`, "gu"));
}

/** `path` with these characters percent-encoded, and each `&` that would read as a character's name. */
function encoded(path: string, characters: RegExp): string {
  return path.replace(characters, percentEncoded).replace(/&(?=#?\w+;)/g, percentEncoded);
}

function percentEncoded(character: string): string {
  const encoded = encodeURIComponent(character);
  return encoded === character
    ? `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, "0")}`
    : encoded;
}

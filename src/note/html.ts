import type { TextRange } from "../text/range.ts";
import { matchEnd } from "../text/sticky.ts";
import { scanWikilink, type WikilinkInside } from "./wikilink.ts";

/**
 * A tag of HTML, opening or closing, wherever it starts; sticky. Also what CommonMark takes for inline HTML. What has more
 * than 500 attributes is text: without a bound the expression would exhaust the stack.
 */
export const htmlTag =
  /<(\/?)([a-z][a-z0-9-]*)(?:\s+[a-z_:][\w.:-]*(?:\s*=\s*(?:[^\s"'=<>`]+|'[^']*'|"[^"]*"))?){0,500}\s*(\/?)>/iy;

/** A piece of raw HTML that means something to us; what lies between two tokens is text. */
export type HtmlToken =
  | (TextRange & { readonly kind: "open" | "close"; readonly name: string; readonly leaf: boolean })
  | (TextRange & { readonly kind: "comment" })
  | (TextRange & { readonly kind: "wikilink"; readonly inside: WikilinkInside });

/**
 * Reads the tags, comments and `[[…]]` of raw HTML one after another. Ranges are in `html`; `leaf` says that no closing
 * tag is to come. Inside comments, scripts, styles and code nothing is found; an unclosed one runs to the end.
 */
export class HtmlScanner {
  private readonly html: string;
  private at = 0;

  constructor(html: string) {
    this.html = html;
  }

  /** The next token, or null at the end. */
  next(): HtmlToken | null {
    const { html } = this;
    for (;;) {
      start.lastIndex = this.at;
      if (!start.test(html)) return null;
      const behind = start.lastIndex;
      const isAngle = html.charCodeAt(behind - 1) === LESS;
      const token = isAngle ? angleToken(html, behind - 1) : bracketToken(html, behind - 2);
      this.at = token?.to ?? (isAngle ? behind : behind - 1);
      if (token === null) continue;
      if (token.kind === "open" && !token.leaf) this.skipOpaque(token.name);
      return token;
    }
  }

  /**
   * The next list item if it holds nothing but one tag or one wikilink, as most items of a linkage block do, and nothing but text
   * stands before it: three tokens at once. Else null, and nothing is taken.
   */
  nextPlainItem(): PlainItem | null {
    const to = matchEnd(plainItem, this.html, this.at);
    if (to < 0) return null;
    const from = this.html.indexOf("<", this.at);
    this.at = to;
    return { from, to, inside: { from: from + "<li>".length, to: to - "</li>".length } };
  }

  private skipOpaque(name: string): void {
    const close = opaque.get(name);
    if (close === undefined) return;
    close.lastIndex = this.at;
    this.at = close.exec(this.html)?.index ?? this.html.length;
  }
}

/** A list item with one thing in it, which stands at `inside`. */
export interface PlainItem extends TextRange {
  readonly inside: TextRange;
}

const plainItem = /[^<[]*<li>(?:#[\w/-]+|\[\[\w[^[\]<\n\r]*\]\])<\/li>/y;

const LESS = 60;
const SLASH = 47;
const EXCLAMATION = 33;

const start = /<|\[\[/g;

/** Elements whose text is code or no text at all, with what ends them: no links in them. */
const opaque: ReadonlyMap<string, RegExp> = new Map(
  ["script", "style", "pre", "code", "textarea", "template"].map((name) => [
    name,
    new RegExp(`</${name}[\\s>]`, "gi"),
  ]),
);
const empty = new Set([
  "area",
  "base",
  "br",
  "col",
  "embed",
  "hr",
  "img",
  "input",
  "link",
  "meta",
  "source",
  "track",
  "wbr",
]);

/** A tag without attributes in small letters, as most are. It is one for `htmlTag`, too, which takes four times as long. */
const bareTag = /<\/?[a-z][a-z0-9-]*>/y;

function angleToken(html: string, at: number): HtmlToken | null {
  const second = html.charCodeAt(at + 1);
  if (second === EXCLAMATION) return commentToken(html, at);
  const bareEnd = matchEnd(bareTag, html, at);
  if (bareEnd < 0) return tagToken(html, at);
  const isClose = second === SLASH;
  const name = html.slice(isClose ? at + 2 : at + 1, bareEnd - 1);
  return { kind: isClose ? "close" : "open", name, leaf: !isClose && empty.has(name), from: at, to: bareEnd };
}

function commentToken(html: string, at: number): HtmlToken | null {
  if (!html.startsWith("<!--", at)) return null;
  const end = html.indexOf("-->", at + 2);
  return { kind: "comment", from: at, to: end < 0 ? html.length : end + 3 };
}

function tagToken(html: string, at: number): HtmlToken | null {
  htmlTag.lastIndex = at;
  const match = htmlTag.exec(html);
  if (match === null) return null;
  const name = (match[2] ?? "").toLowerCase();
  const kind = match[1] === "/" ? "close" : "open";
  return { kind, name, leaf: match[3] === "/" || empty.has(name), from: at, to: at + match[0].length };
}

function bracketToken(html: string, at: number): HtmlToken | null {
  const inside = scanWikilink(html, at);
  if (inside === null) return null;
  return { kind: "wikilink", inside, from: html.charAt(at - 1) === "!" ? at - 1 : at, to: inside.to + 2 };
}

const attributes = {
  href: /\shref\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'=<>`]+))/i,
  src: /\ssrc\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'=<>`]+))/i,
  class: /\sclass\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'=<>`]+))/i,
} as const;

/** Where the value of an attribute stands in the tag `written`, without its quotes; null if the tag has none. */
export function attributeValue(written: string, name: keyof typeof attributes): TextRange | null {
  const match = attributes[name].exec(written);
  if (match === null) return null;
  const value = match[1] ?? match[2] ?? match[3] ?? "";
  const to = match.index + match[0].length - (match[3] === undefined ? 1 : 0);
  return { from: to - value.length, to };
}

/** Elements that lead to an address or show what is there. */
export const addressed: ReadonlySet<string> = new Set([
  "a",
  "img",
  "video",
  "audio",
  "source",
  "iframe",
  "embed",
]);

/** Where the address stands that the tag `written` leads to or shows (`addressed`); null if it has none. */
export function addressIn(written: string): TextRange | null {
  const name = /^<([a-z]+)\s/i.exec(written)?.[1]?.toLowerCase() ?? "";
  return addressed.has(name) ? attributeValue(written, name === "a" ? "href" : "src") : null;
}

/** Text of HTML without its tags, blanks collapsed. */
export function htmlText(html: string): string {
  const text = html.includes("<") ? html.replace(/<[^<>]*>/g, " ") : html;
  return text.replace(/\s+/g, " ").trim();
}

import { detached } from "../text/detached.ts";
import type { TextRange } from "../text/range.ts";
import { characterReference, unescapeHtml, unescapeMarkdown } from "./link-destination.ts";
import type { ExternalLink, Link, LinkKind } from "./note.ts";

const scheme = /^[a-z][a-z0-9+.-]+:/i;

/** The destination leaves the vault: it has a scheme of two or more characters (obsidian.md A5). */
export function isExternal(destination: string): boolean {
  return scheme.test(destination);
}

/** The link to this address, whose text stands at `range`. */
export function externalLink(url: string, { from, to }: TextRange): ExternalLink {
  return { url: detached(url), from, to };
}

/** What a Markdown link or an `<a href>` is made of, all ranges in the note's text. */
export interface LinkParts {
  readonly kind: LinkKind;
  readonly range: TextRange;
  /** The destination as written, without `<>`, quotes and title. */
  readonly destination: TextRange;
  /** What stands in the brackets; null for an `<a href>`. */
  readonly display: TextRange | null;
  readonly inTable: boolean;
}

/** The internal link that these parts of `text` are. Its linkpath and subpath are decoded. */
export function destinationLink(text: string, parts: LinkParts): Link {
  const { kind, range, destination, display, inTable } = parts;
  const written = text.slice(destination.from, destination.to);
  const middle = endOfPath(written, kind);
  return {
    kind,
    from: range.from,
    to: range.to,
    linkpath: detached(decoded(written.slice(0, middle), kind)),
    subpath: detached(decoded(written.slice(middle), kind)),
    linkpathRange: { from: destination.from, to: destination.from + middle },
    subpathRange: { from: destination.from + middle, to: destination.to },
    displayText: display && detached(text.slice(display.from, display.to)),
    displayRange: display ?? { from: destination.to, to: destination.to },
    inTable,
    property: null,
  };
}

/**
 * Where the path of a destination ends: at its first `#`, written so or as `%23`, and in HTML at its `?`, behind which stands what a browser
 * asks the site for. The `#` of `&#39;` is part of a character.
 */
function endOfPath(written: string, kind: LinkKind): number {
  const plain = written.includes("&#")
    ? written.replace(characterReference, (all) => "&".repeat(all.length))
    : written;
  const end = plain.search(kind === "href" ? /[#?]|%23/ : /#|%23/);
  return end < 0 ? written.length : end;
}

/**
 * A part of a destination as the app reads it: escapes and character references resolved, percent-decoded; what does not decode
 * stays as written.
 */
function decoded(written: string, kind: LinkKind): string {
  const unescaped = kind === "href" ? unescapeHtml(written) : unescapeMarkdown(written);
  return unescaped.includes("%") ? unescaped.replace(/(?:%[0-9a-f]{2})+/gi, decodedRun) : unescaped;
}

function decodedRun(run: string): string {
  try {
    return decodeURIComponent(run);
  } catch {
    return run;
  }
}

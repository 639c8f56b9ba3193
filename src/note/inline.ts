import type { TextRange } from "../text/range.ts";
import { addAddress } from "./address.ts";
import { type Content, noContent, rangeOf } from "./content.ts";
import { type Definitions, definitionKey, scanLabel } from "./definitions.ts";
import { isPunctuation, scanBlankDestination, scanLinkTarget, unescapeMarkdown } from "./link-destination.ts";
import { destinationLink, externalLink, isExternal } from "./markdown-link.ts";
import type { Suppression } from "./note.ts";
import { type FoundSoFar, forgetInside, OpenBrackets, type Opener } from "./open-brackets.ts";
import { Spans } from "./spans.ts";
import { readSuppression } from "./suppressions.ts";
import { scanTag, tagAt } from "./tags.ts";
import { scanMalformedWikilink, scanWikilink, wikilink } from "./wikilink.ts";

/** Where inline content puts what it finds. All ranges are in the note's text. */
export interface InlineFacts extends FoundSoFar {
  readonly suppressions: Suppression[];
  readonly comments: TextRange[];
  /** Code spans, for the tests that compare with a general parser. */
  readonly codeSpans: TextRange[] | null;
}

/** Marks behind a bare URL that do not belong to it. */
const notInUrlEnd = ")]}.,;:!?'\"*_";

const urlEnd = /[\s<]/g;
const urlEndInBrackets = /[\s\]<]/g;

/** What something may start with; a bare URL is found by its colon, since its letters stand everywhere. */
const stops = /[\\`[\]<#$%:]/g;

/** Finds links, tags and suppressions in paragraphs, headings and table cells, one after another. Linear in their length. */
export class InlineReader {
  private readonly noteText: string;
  private readonly definitions: Definitions;
  private readonly facts: InlineFacts;
  private readonly brackets = new OpenBrackets();
  private content: Content = noContent;
  private text = "";
  private inTable = false;
  private spansOfText: Spans | null = null;
  private mayHoldCode = false;
  /** The end of the last comment. */
  private commentTo = 0;
  /** Behind a backslash escape: a `!` or `[` before this offset opens nothing. */
  private escapedTo = -1;

  /** @param text the note's */
  constructor(text: string, definitions: Definitions, facts: InlineFacts) {
    this.noteText = text;
    this.definitions = definitions;
    this.facts = facts;
  }

  /**
   * Read one content.
   * @param inTable it is a table's cell, where `|` is written `\|`
   * @param from before it stands nothing that starts something
   */
  read(content: Content, inTable: boolean, from = 0): void {
    const { text } = content;
    this.content = content;
    this.text = text;
    this.inTable = inTable;
    this.spansOfText = null;
    this.mayHoldCode = text.includes("`");
    this.brackets.clear();
    this.commentTo = 0;
    this.escapedTo = -1;
    let done = 0;
    for (stops.lastIndex = from; stops.test(text); stops.lastIndex = done) {
      done = this.readAt(stops.lastIndex - 1, done);
    }
  }

  private get spans(): Spans {
    return (this.spansOfText ??= new Spans(this.text));
  }

  /** Read what starts at `at`; the offset behind it is returned. All before `from` has been read. */
  private readAt(at: number, from: number): number {
    switch (this.text.charAt(at)) {
      case "\\":
        if (!isPunctuation(this.text.charCodeAt(at + 1))) return at + 1;
        this.escapedTo = at + 2;
        return at + 2;
      case "`":
        return this.readCode(at);
      case "$":
        return this.spans.mathEnd(at) ?? at + (this.text.charAt(at + 1) === "$" ? 2 : 1);
      case "%":
        return this.readComment(at);
      case "<":
        return this.readAngle(at);
      case "#":
        return this.readTag(at);
      case "[":
        return this.readOpen(at);
      case "]":
        return this.readClose(at);
      default:
        return this.readUrl(at, from);
    }
  }

  private readCode(at: number): number {
    const run = this.spans.backticks(at);
    const end = this.spans.codeEnd(at);
    if (end === null) return at + run;
    this.facts.codeSpans?.push(this.range(at, end));
    return end;
  }

  /** What a comment holds is read, too (obsidian.md A9). */
  private readComment(at: number): number {
    if (this.text.charAt(at + 1) !== "%") return at + 1;
    const named = readSuppression(this.noteText, this.content, at);
    if (named) this.facts.suppressions.push(named.suppression);
    if (at >= this.commentTo) this.openComment(at);
    return named?.end ?? at + 2;
  }

  private openComment(at: number): void {
    const end = this.spans.commentEnd(at);
    if (end === null) return;
    this.commentTo = end;
    this.facts.comments.push(this.range(at, end));
  }

  private readAngle(at: number): number {
    const angle = this.spans.angle(at);
    if (angle === null) return at + 1;
    const range = this.range(at, angle.end);
    if (angle.url !== null) this.facts.externalLinks.push(externalLink(angle.url, range));
    else if (angle.address !== null) {
      const { from, to } = angle.address;
      const url = this.text.slice(from, to);
      const { inTable } = this;
      addAddress(this.facts, this.noteText, { url, range, destination: this.range(from, to), inTable });
    }
    return angle.end;
  }

  private readTag(at: number): number {
    const end = this.tagMayStart(at) ? scanTag(this.text, at) : null;
    if (end === null) return at + 1;
    this.facts.tags.push(tagAt(this.content, at, end));
    return end;
  }

  /** At the start of a line or after a blank. A cell does not start a line: `|#a|` holds no tag. */
  private tagMayStart(at: number): boolean {
    if (at > 0) return isBlank(this.text, at - 1);
    const { from } = this.content;
    return !this.inTable || from === 0 || isBlank(this.noteText, from - 1);
  }

  private readOpen(at: number): number {
    const image = this.text.charAt(at - 1) === "!" && at - 1 >= this.escapedTo;
    const inside = this.text.charAt(at + 1) === "[" ? scanWikilink(this.text, at) : null;
    if (inside && !this.codeTouches(inside)) {
      const range = { from: image ? at - 1 : at, to: inside.to + 2 };
      const kind = image ? "embed" : "wikilink";
      this.facts.links.push(wikilink(this.content, range, inside, kind, this.inTable));
      if (!image) this.brackets.spend();
      return range.to;
    }
    this.brackets.open(at, image, this.facts);
    if (this.text.charAt(at + 1) === "[") this.noteMalformedWikilink(at);
    return at + 1;
  }

  /** The brackets open no wikilink; whether they were meant to is forgotten again, should a Markdown link turn out to be around them. */
  private noteMalformedWikilink(at: number): void {
    const found = scanMalformedWikilink(this.text, at);
    if (found && !this.codeTouches({ from: at + 2, to: found.to }))
      this.facts.malformedLinks.push({ kind: found.kind, ...this.range(at, found.to) });
  }

  /** As that of the spans, which most texts need not be searched for. */
  private codeTouches(range: TextRange): boolean {
    return this.mayHoldCode && this.spans.codeTouches(range);
  }

  private readClose(at: number): number {
    const opener = this.brackets.close();
    const end = opener && (this.readInlineLink(opener, at) ?? this.readReference(opener, at));
    if (end === null) return at + 1;
    if (opener?.image === false) this.brackets.spend();
    return end;
  }

  /** `(destination "title")` behind the bracket at `close`. */
  private readInlineLink(opener: Opener, close: number): number | null {
    if (this.text.charAt(close + 1) !== "(") return null;
    const target = scanLinkTarget(this.text, close + 1);
    if (target === null) {
      const end = scanBlankDestination(this.text, close + 1);
      if (end !== null) this.facts.malformedLinks.push({ kind: "blank", ...this.range(opener.at, end) });
      return null;
    }
    this.addDestination(opener, close, target.end, target.destination, null);
    return target.end;
  }

  /** `[label]`, `[]` or nothing behind the bracket at `close`, where a definition of the label exists. */
  private readReference(opener: Opener, close: number): number | null {
    const { definitions } = this;
    if (definitions.size === 0) return null;
    const label = this.text.charAt(close + 1) === "[" ? scanLabel(this.text, close + 1) : null;
    const named = label !== null && label.to > label.from;
    const from = named ? label.from : opener.at + 1;
    const to = named ? label.to : close;
    if (to - from > 999 || (!named && this.brackets.lastAt > opener.at)) return null;
    const destination = definitions.get(definitionKey(this.text.slice(from, to)));
    if (destination === undefined) return null;
    const end = label ? label.to + 1 : close + 1;
    this.addDestination(opener, close, end, null, destination);
    return end;
  }

  private addDestination(
    opener: Opener,
    close: number,
    end: number,
    inline: TextRange | null,
    defined: TextRange | null,
  ): void {
    if (opener.image) forgetInside(opener, this.facts);
    if (this.facts.malformedLinks.length > opener.malformedLinks)
      this.facts.malformedLinks.length = opener.malformedLinks;
    const range = this.range(opener.image ? opener.at - 1 : opener.at, end);
    const destination = inline ? this.range(inline.from, inline.to) : (defined ?? range);
    const { noteText: text, inTable } = this;
    const url = text.slice(destination.from, destination.to);
    if (url === "") {
      this.facts.malformedLinks.push({ kind: "no-destination", ...range });
      return;
    }
    if (isExternal(url)) {
      const link = externalLink(unescapeMarkdown(url), range);
      this.facts.externalLinks.splice(opener.externalLinks, 0, link);
      return;
    }
    const kind = defined ? "reference" : opener.image ? "image" : "markdown";
    const display = this.range(opener.at + 1, close);
    this.facts.links.splice(
      opener.links,
      0,
      destinationLink(text, { kind, range, destination, display, inTable }),
    );
  }

  /** A bare URL, whose colon stands at `colon`, runs to the next blank (obsidian.md A14), inside brackets to the `]`. */
  private readUrl(colon: number, from: number): number {
    const at = urlStart(this.text, colon, from);
    if (at < 0) return colon + 1;
    const stop = this.brackets.isEmpty ? urlEnd : urlEndInBrackets;
    stop.lastIndex = at;
    const end = stop.test(this.text) ? stop.lastIndex - 1 : this.text.length;
    let to = end;
    while (notInUrlEnd.includes(this.text.charAt(to - 1))) to--;
    const url = this.text.slice(at, to);
    if (!url.endsWith("://")) this.facts.externalLinks.push(externalLink(url, this.range(at, to)));
    return end;
  }

  private range(from: number, to: number): TextRange {
    return rangeOf(this.content, from, to);
  }
}

/** Where the `http://` or `https://` starts whose colon stands at `colon`, at `from` or behind it; -1 if there is none. */
function urlStart(text: string, colon: number, from: number): number {
  if (!text.startsWith("//", colon + 1)) return -1;
  const scheme = text.slice(Math.max(from, colon - "https".length), colon).toLowerCase();
  if (scheme === "https") return colon - "https".length;
  return scheme.endsWith("http") ? colon - "http".length : -1;
}

function isBlank(text: string, at: number): boolean {
  return /\s/.test(text.charAt(at));
}

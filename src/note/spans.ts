import type { TextRange } from "../text/range.ts";
import { lastNotAbove } from "../text/search.ts";
import { matchEnd } from "../text/sticky.ts";
import { addressIn, htmlTag } from "./html.ts";
import { isSpace } from "./link-destination.ts";

/** Something in angle brackets: an autolink, a comment, or a tag, in which nothing else is looked for. */
export interface Angle {
  readonly end: number;
  /** The address of an autolink, or null. */
  readonly url: string | null;
  /** The address in a tag, or null. */
  readonly address: TextRange | null;
}

const autolink = /<([a-z][a-z0-9+.-]{1,31}:[^\s<>]*)>/iy;
const mailAddress =
  /<([a-z0-9.!#$%&'*+/=?^_`{|}~-]+@[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?){0,127})>/iy;
const backtickRun = /`+/g;

/**
 * The spans of one inline content that hide what is in them: code, math, comments and tags of HTML.
 * Whether a closing mark exists at all is found out once, so that many opening marks stay linear.
 */
export class Spans {
  private readonly text: string;
  /** For each length of a backtick run, where such runs start. Filled when the first backtick comes. */
  private runs: Map<number, number[]> | null = null;
  /** The first backtick that `codeTouches` has not yet passed. */
  private nextBacktick = -1;
  /** Marks that stand nowhere behind an offset. */
  private absentBehind: Map<string, number> | null = null;

  constructor(text: string) {
    this.text = text;
  }

  /** How many backticks stand at `at`. */
  backticks(at: number): number {
    backtickRun.lastIndex = at;
    return backtickRun.exec(this.text)?.[0].length ?? 0;
  }

  /** The end of the code span that opens at `at`, or null if no run of as many backticks closes it. */
  codeEnd(at: number): number | null {
    const width = this.backticks(at);
    const starts = (this.runs ??= this.findRuns()).get(width) ?? [];
    const close = starts[lastNotAbove(starts, at) + 1];
    return close === undefined ? null : close + width;
  }

  /**
   * A code span begins or ends inside: then it wins over a wikilink (obsidian.md A12). To be asked in text order.
   */
  codeTouches({ from, to }: TextRange): boolean {
    if (this.nextBacktick < from) this.nextBacktick = this.backtickFrom(from);
    for (let at = this.nextBacktick; at < to; at = this.backtickFrom(at + this.backticks(at))) {
      if (this.codeEnd(at) !== null) return true;
    }
    return false;
  }

  private backtickFrom(offset: number): number {
    const at = this.text.indexOf("`", offset);
    return at < 0 ? this.text.length : at;
  }

  private findRuns(): Map<number, number[]> {
    const runs = new Map<number, number[]>();
    for (const { 0: run, index } of this.text.matchAll(backtickRun)) {
      const starts = runs.get(run.length);
      if (starts) starts.push(index);
      else runs.set(run.length, [index]);
    }
    return runs;
  }

  /** The end of the math that opens with the `$` at `at`, or null. Blanks inside `$ … $` and a digit behind it make it none. */
  mathEnd(at: number): number | null {
    const double = this.text.charAt(at + 1) === "$";
    if (double) return this.find("$$", at + 2);
    return isSpace(this.text.charCodeAt(at + 1)) ? null : this.singleMathEnd(at + 1);
  }

  /** The next `$` decides: where it cannot close, the one before is text. */
  private singleMathEnd(from: number): number | null {
    let at = this.text.indexOf("$", from);
    while (at >= 0 && this.text.charCodeAt(at - 1) === BACKSLASH) at = this.text.indexOf("$", at + 1);
    return at >= 0 && closesMath(this.text, at) ? at + 1 : null;
  }

  /** The end of the comment that opens with the `%%` at `at`, or null. */
  commentEnd(at: number): number | null {
    return this.find("%%", at + 2);
  }

  /** What the `<` at `at` starts, or null if it is text. */
  angle(at: number): Angle | null {
    switch (this.text.charAt(at + 1)) {
      case "!":
        return this.declaration(at);
      case "?":
        return ended(this.find("?>", at + 2));
      default:
        return this.tag(at) ?? this.autolink(at);
    }
  }

  /** A comment, CDATA section or declaration, or whatever else starts with `<!`. */
  private declaration(at: number): Angle | null {
    if (this.text.startsWith("<!--", at)) return ended(this.htmlCommentEnd(at));
    if (this.text.startsWith("<![CDATA[", at)) return ended(this.find("]]>", at + 9));
    if (/^<![a-z]/i.test(this.text.slice(at, at + 3))) return ended(this.find(">", at + 2));
    return this.autolink(at);
  }

  private tag(at: number): Angle | null {
    const end = matchEnd(htmlTag, this.text, at);
    return end < 0 ? null : { end, url: null, address: addressAt(this.text.slice(at, end), at) };
  }

  private autolink(at: number): Angle | null {
    autolink.lastIndex = at;
    const address = autolink.exec(this.text);
    if (address) return { end: autolink.lastIndex, url: address[1] ?? "", address: null };
    mailAddress.lastIndex = at;
    const mail = mailAddress.exec(this.text);
    return mail && { end: mailAddress.lastIndex, url: `mailto:${mail[1] ?? ""}`, address: null };
  }

  /** `<!-->` and `<!--->` are comments, too (CommonMark 6.6). */
  private htmlCommentEnd(at: number): number | null {
    const short = /^<!--(?:-?>)/.exec(this.text.slice(at, at + 6));
    return short ? at + short[0].length : this.find("-->", at + 4);
  }

  /** The offset behind the next `mark` from `from` on, or null. */
  private find(mark: string, from: number): number | null {
    if (from >= (this.absentBehind?.get(mark) ?? Infinity)) return null;
    const at = this.text.indexOf(mark, from);
    if (at >= 0) return at + mark.length;
    (this.absentBehind ??= new Map()).set(mark, from);
    return null;
  }
}

const BACKSLASH = 92;

function closesMath(text: string, at: number): boolean {
  const after = text.charCodeAt(at + 1);
  return !isSpace(text.charCodeAt(at - 1)) && !(after >= 48 && after <= 57);
}

function ended(end: number | null): Angle | null {
  return end === null ? null : { end, url: null, address: null };
}

/** The address in the tag `written`, which stands at `at`; null if it has none. */
function addressAt(written: string, at: number): TextRange | null {
  const value = addressIn(written);
  return value && { from: at + value.from, to: at + value.to };
}

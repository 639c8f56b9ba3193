/** A stretch of text that is no text: code, a comment, a destination. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

export interface Wikilink extends Span {
  readonly isEmbed: boolean;
  readonly link: string;
  readonly displayText: string;
}

/** Target and display text of what stands between the brackets (obsidian.md A2, A3). */
export function splitLink(inner: string): { link: string; displayText: string } {
  const bar = /\\?\|/.exec(inner);
  if (!bar || bar.index === 0) return { link: inner.trim(), displayText: shownAs(inner.trim()) };
  return {
    link: inner.slice(0, bar.index).trim(),
    displayText: inner.slice(bar.index + bar[0].length).trim(),
  };
}

/** `a#b#c` is shown as `a > b > c`. */
function shownAs(link: string): string {
  return link
    .split("#")
    .filter((part) => part !== "")
    .join(" > ");
}

/** The wikilinks and embeds in a stretch of the source; those that touch a span of what is no text are none (obsidian.md A1–A4, A7, A12). */
export function* wikilinksIn(source: string, at: Span, noText: readonly Span[]): Generator<Wikilink> {
  const pattern = /\\[\s\S]|(!?)\[\[((?:(?!\[\[|\]\])[^\n\r])+)\]\]/g;
  pattern.lastIndex = at.from;
  for (let match = pattern.exec(source); match && match.index < at.to; match = pattern.exec(source)) {
    const [whole, bang, inner] = match;
    if (inner === undefined || inner.trim() === "") continue;
    const span = { from: match.index, to: match.index + whole.length };
    if (span.to > at.to || touches(span, noText)) {
      pattern.lastIndex = span.from + 1;
      continue;
    }
    yield { ...span, isEmbed: bang === "!", ...splitLink(inner) };
  }
}

/** Whether a span shares a place with any of the others. */
export function touches(span: Span, others: readonly Span[]): boolean {
  return others.some(({ from, to }) => from < span.to && span.from < to);
}

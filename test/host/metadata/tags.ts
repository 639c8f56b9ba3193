import { touches, type Span } from "./wikilinks.ts";

/** What a tag may not hold (obsidian.md E1). */
const tag = /(?<before>^|\s)(?<tag>#[^\s\u2000-\u206F\u2E00-\u2E7F'!"#$%&()*+,.:;<=>?@^`{|}~[\]\\]+)/gmu;

/** The tags in a stretch of the source, without those in spans of what is no text. */
export function* tagsIn(
  source: string,
  { from, to }: Span,
  noText: readonly Span[],
): Generator<Span & { tag: string }> {
  for (const match of source.slice(from, to).matchAll(tag)) {
    const { before = "", tag: written = "" } = match.groups ?? {};
    const start = from + match.index + before.length;
    const span = { from: start, to: start + written.length };
    if (/[^\d]/.test(written.slice(1)) && !touches(span, noText)) yield { ...span, tag: written };
  }
}

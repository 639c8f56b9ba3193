import type { TextRange } from "../text/range.ts";

/**
 * The same text taken away or brought, said at another place, as a writer would say it: where `[[a b]]` has become
 * `[[a-b|a b]]`, either `-b|a` was brought after the first `a` or `a-b|` before it, and the second is what was meant. Of all
 * such places at or before `range`, and on the same line, that which parts the fewest words and does not start with a space;
 * of several the first.
 * @param range of `text`, which without it is the other of the two texts
 * @param least where the part that may be told apart begins: what is before belongs to another edit
 */
export function slidRange(text: string, { from, to }: TextRange, least: number): TextRange {
  let best = { from, to };
  let most = neatness(text, best);
  for (let by = 1; by <= from - least && text[from - by] === text[to - by]; by++) {
    if (text[from - by] === "\n") break;
    const slid = { from: from - by, to: to - by };
    const neat = neatness(text, slid);
    if (neat < most) continue;
    best = slid;
    most = neat;
  }
  return best;
}

function neatness(text: string, { from, to }: TextRange): number {
  return (
    Number(!isInWord(text, from)) + Number(!isInWord(text, to)) + Number(/^\S/.test(text.slice(from, to)))
  );
}

/** Letters and digits; half of a character is never parted from the other. */
const inWord = /^[\p{L}\p{M}\p{N}_\uD800-\uDFFF]$/u;

function isInWord(text: string, at: number): boolean {
  return inWord.test(text[at - 1] ?? "") && inWord.test(text[at] ?? "");
}

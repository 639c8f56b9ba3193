import { nameKey } from "./names.ts";

/** How many names that have one of the words are looked at for the others. */
const MOST_LOOKED_AT = 5000;

/** What a file is known by: its path and all its names. */
export interface Named {
  readonly path: string;
  readonly names: readonly string[];
}

/**
 * Names by the beginnings of their words, to find those that somebody is typing without a look at each: `jou tec` finds
 * "tech journal". Letter case and punctuation do not count. What is written without blanks, as Japanese is, is one word.
 */
export class NameWords {
  private readonly named: (Named & { readonly text: string })[] = [];
  /** By word: the numbers of those that have it, ascending. */
  private readonly byWord = new Map<string, number[]>();
  /** All words in order, while none is added. */
  private order: readonly string[] | null = null;

  add(named: Named): void {
    const words = new Set(named.names.flatMap(wordsOf));
    const at = this.named.push({ ...named, text: ` ${[...words].join(" ")}` }) - 1;
    for (const word of words) {
      const list = this.byWord.get(word);
      if (list) list.push(at);
      else {
        this.byWord.set(word, [at]);
        this.order = null;
      }
    }
  }

  /** Those with a word that begins as each word of `query` does, at most `most` of them; none for an empty query. */
  find(query: string, most: number): readonly Named[] {
    const words = wordsOf(query);
    // The longest is the rarest, as a rule.
    const [rarest] = [...words].sort((a, b) => b.length - a.length);
    if (rarest === undefined) return [];
    const found: Named[] = [];
    for (const at of this.startingWith(rarest)) {
      const named = this.named[at];
      if (named && words.every((word) => named.text.includes(` ${word}`))) found.push(named);
      if (found.length >= most) break;
    }
    return found;
  }

  /** The numbers of those with a word of this beginning, each once, as many as are looked at. */
  private startingWith(beginning: string): ReadonlySet<number> {
    const order = (this.order ??= [...this.byWord.keys()].sort());
    const all = new Set<number>();
    for (let at = placeOf(order, beginning); order[at]?.startsWith(beginning) === true; at++) {
      for (const number of this.byWord.get(order[at] ?? "") ?? []) {
        if (all.size >= MOST_LOOKED_AT) return all;
        all.add(number);
      }
    }
    return all;
  }
}

function wordsOf(text: string): readonly string[] {
  return nameKey(text).match(/[\p{L}\p{N}\p{M}]+/gu) ?? [];
}

/** Where a word is among others in order, or would be. */
function placeOf(order: readonly string[], word: string): number {
  let low = 0;
  let high = order.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((order[middle] ?? "") < word) low = middle + 1;
    else high = middle;
  }
  return low;
}

import { commonLength, firstNotBefore } from "../text/search.ts";

/** Texts in the order of their code units, and what each begins with in common with the one before: what a trie of them would tell. */
export class TextOrder {
  readonly texts: readonly string[];
  /** For each text, how many code units it begins with in common with the one before; 0 for the first. */
  private readonly common: Uint32Array;
  /** For each text, the first behind it that has less in common with the one before; their number if there is none. */
  private readonly lesser: Uint32Array;

  /** @param texts each once, in any order */
  constructor(texts: Iterable<string>) {
    this.texts = [...texts].sort();
    this.common = Uint32Array.from(this.texts, (text, at) => commonLength(this.texts[at - 1] ?? "", text));
    this.lesser = nextLesser(this.common);
  }

  /** How many code units the text at a place, which may be one behind the last, begins with in common with the one before. */
  commonAt(at: number): number {
    return this.common[at] ?? 0;
  }

  /** The place of the first text behind this one that does not begin with the first `length` code units of it, at least one. */
  skip(at: number, length: number): number {
    let next = at + 1;
    while (next < this.texts.length && this.commonAt(next) >= length) next = this.lesser[next] ?? next + 1;
    return next;
  }

  /** How many code units of `key` some text begins with. */
  depth(key: string): number {
    const place = firstNotBefore(this.texts, (text) => text < key);
    return Math.max(
      commonLength(this.texts[place - 1] ?? "", key),
      commonLength(this.texts[place] ?? "", key),
    );
  }
}

/** For each number the place of the first behind it that is less, or the number of all. */
function nextLesser(numbers: Uint32Array): Uint32Array {
  const found = new Uint32Array(numbers.length);
  for (let at = numbers.length - 1; at >= 0; at--) {
    let next = at + 1;
    while (next < numbers.length && (numbers[next] ?? 0) >= (numbers[at] ?? 0))
      next = found[next] ?? next + 1;
    found[at] = next;
  }
  return found;
}

/**
 * Whether two names say the same words, so that one may be written for the other without asking: letter case and punctuation
 * aside, but for what may be part of a word. Of two that are alike without blanks and punctuation (`similarityKey`) these may
 * mean something else: `re-sign` and `resign`, `__init__` and `init`, `Team -2` and `Team 2`, `2024/Q1` and `2024 Q1`.
 */
export function haveSameWords(one: string, other: string): boolean {
  return wordsOf(one) === wordsOf(other);
}

/** The words of a name, with a blank or a `/` between two. */
function wordsOf(name: string): string {
  const small = name.toLowerCase().normalize("NFC").replace(apostrophe, "$1");
  return small.replace(between, (run: string, at: number) => {
    const isFirst = at === 0;
    const isLast = at + run.length === small.length;
    const tail = endOfWord.exec(run + (isLast ? " " : ""))?.[1] ?? "";
    const head = isLast ? "" : (startOfWord.exec((isFirst ? " " : "") + run)?.[1] ?? "");
    if (isFirst || isLast) return tail + head;
    return tail + (/[/\\]/.test(run) ? "/" : " ") + head;
  });
}

/** Within a word it is left out as often as not. */
const apostrophe = /(\p{L})['’](?=\p{L})/gu;
/** Blanks and punctuation, but for what `similarityKey` counts. */
const between = /(?:[^\P{P}#&@]|\s)+/gu;
/** A sign with a blank, or nothing, in front of it and none behind: `-2`, `.net`, `_index`. */
const startOfWord = /\s([\p{Pd}._]+)$/u;
/** The same the other way round: `init__`. */
const endOfWord = /^(_+)\s/;

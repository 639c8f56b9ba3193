import type { TextRange } from "../text/range.ts";

/** A string that is a value in a JSON text. The range covers it with its quotes. */
export interface JsonString extends TextRange {
  /** The keys and places in lists that lead to it from the outermost value. */
  readonly way: readonly (string | number)[];
}

const token = /"(?:[^"\\]|\\.)*"|[{}[\],:]|[^\s{}[\],:"]+/g;

/** All strings of a JSON text that are values, in text order. What is given must be JSON. */
export function* jsonStrings(text: string): Generator<JsonString> {
  // Null stands where a key is to come.
  const way: (string | number | null)[] = [];
  let key = "";
  for (const { 0: word, index } of text.matchAll(token)) {
    const place = way.at(-1);
    if (word === "{") way.push(null);
    else if (word === "[") way.push(0);
    else if (word === "}" || word === "]") way.pop();
    else if (word === ":") way.splice(-1, 1, key);
    else if (word === ",") way.splice(-1, 1, typeof place === "number" ? place + 1 : null);
    else if (!word.startsWith('"')) continue;
    else if (place === null) key = String(JSON.parse(word));
    else yield { way: way.map((step) => step ?? ""), from: index, to: index + word.length };
  }
}

const unit = /\\(?:u[0-9a-f]{4}|.)|[^]/gi;

/** Where each code unit of what a JSON string says stands in the string as written, its quotes included; and where it ends. */
export function writtenOffsets(written: string): readonly number[] {
  return Array.from(written.slice(1).matchAll(unit), ({ index }) => index + 1);
}

/** Text as it is written between the quotes of a JSON string. */
export function insideJson(text: string): string {
  return JSON.stringify(text).slice(1, -1);
}

import { firstFailing } from "../text/search.ts";

/**
 * The texts within `limit` edits of `key`, of `sorted` texts: all of one length, which is within the limit of the key's, in the
 * order of their code units. What texts begin with alike is compared once, and where it is too far off already all of them are
 * left out (a walk through a trie, by the rows of the Levenshtein table): names that all begin alike cost little.
 */
export function* walkNear(sorted: readonly string[], key: string, limit: number): Generator<string> {
  const table = new EditTable(key, limit, sorted[0]?.length ?? 0);
  let before = "";
  for (let at = 0, text = sorted[at]; text !== undefined; text = sorted[at]) {
    const far = table.farBeginning(text, commonLength(before, text));
    if (far === null) yield text;
    before = text;
    at = far === null ? at + 1 : firstFailing(sorted, (other) => other.startsWith(far), at + 1);
  }
}

function commonLength(a: string, b: string): number {
  let length = 0;
  while (length < a.length && a.charCodeAt(length) === b.charCodeAt(length)) length++;
  return length;
}

/**
 * How many edits lead from each beginning of a text to each beginning of the key that is `limit` longer or shorter at most.
 * More than the limit counts as one more.
 */
class EditTable {
  private readonly key: string;
  private readonly limit: number;
  /** Cells of a row: a beginning of the key each, and one at either end that is always too far. */
  private readonly width: number;
  /** A row for each length of the text's beginning. */
  private readonly cells: Uint8Array;
  /** How many rows hold what the last text says. */
  private filled = 0;

  /** @param longest the length of the longest text */
  constructor(key: string, limit: number, longest: number) {
    this.key = key;
    this.limit = limit;
    this.width = 2 * limit + 3;
    this.cells = new Uint8Array((longest + 1) * this.width).fill(limit + 1);
    for (let length = 0; length <= limit; length++) this.cells[this.placeOf(0) + length] = length;
  }

  /**
   * The beginning of `text` that suffices to tell that it is more than the limit away, all of it included; null if it is not.
   * @param same how many code units it begins with in common with the text before
   */
  farBeginning(text: string, same: number): string | null {
    for (let row = Math.min(same, this.filled) + 1; row <= text.length; row++) {
      this.filled = row;
      if (this.fill(row, text.charCodeAt(row - 1)) > this.limit) return text.slice(0, row);
    }
    const edits = this.cells[this.placeOf(text.length) + this.key.length] ?? Infinity;
    return edits > this.limit ? text : null;
  }

  /** Fill the row of the beginning that has this length and ends in `code`. Its least number is returned. */
  private fill(row: number, code: number): number {
    const { cells, key, limit } = this;
    const place = this.placeOf(row);
    const above = this.placeOf(row - 1);
    const last = Math.min(row + limit, key.length);
    let least = limit + 1;
    let edits = least;
    for (let length = Math.max(0, row - limit); length <= last; length++) {
      const kept = (cells[above + length - 1] ?? 0) + (key.charCodeAt(length - 1) === code ? 0 : 1);
      edits = Math.min(kept, (cells[above + length] ?? 0) + 1, edits + 1, limit + 1);
      cells[place + length] = edits;
      if (edits < least) least = edits;
    }
    return least;
  }

  /** Where the cell of the key's empty beginning would be in a row. */
  private placeOf(row: number): number {
    return row * this.width - row + this.limit + 1;
  }
}

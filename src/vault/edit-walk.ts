import type { TextOrder } from "./text-order.ts";

/**
 * The texts within `limit` edits of `key`, of texts that are all of one length, which is within the limit of the key's, in
 * their order. What texts begin with alike is compared once, and where it is too far off already all of them are
 * left out (a walk through a trie, by the rows of the Levenshtein table): names that all begin alike cost little.
 */
export function* walkNear(order: TextOrder, key: string, limit: number): Generator<string> {
  const { texts } = order;
  const table = new EditTable(key, limit, texts[0]?.length ?? 0);
  for (let at = 0, text = texts[at]; text !== undefined; text = texts[at]) {
    const far = table.farLength(text, order.commonAt(at));
    if (far === null) yield text;
    at = far === null ? at + 1 : order.skip(at, far);
  }
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
   * How many code units of `text` suffice to tell that it is more than the limit away, all of it included; null if it is not.
   * @param same how many code units it begins with in common with the text before and those that were skipped
   */
  farLength(text: string, same: number): number | null {
    for (let row = Math.min(same, this.filled) + 1; row <= text.length; row++) {
      this.filled = row;
      if (this.fill(row, text.charCodeAt(row - 1)) > this.limit) return row;
    }
    const edits = this.cells[this.placeOf(text.length) + this.key.length] ?? Infinity;
    return edits > this.limit ? text.length : null;
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

/**
 * A stretch of a text, half-open: `from` is the first code unit in it, `to` the first after it.
 * Offsets count UTF-16 code units from the start of the text that the range belongs to.
 */
export interface TextRange {
  readonly from: number;
  readonly to: number;
}

/** Replace `from`…`to` by `insert`. An empty range inserts, an empty `insert` removes. */
export interface TextEdit extends TextRange {
  readonly insert: string;
}

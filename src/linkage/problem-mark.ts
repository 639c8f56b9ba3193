/** The mark of a tag that a linkage block shows and its note has not. */
export const unknownTagMark = "unknown tag";

/** Whether a mark of a row says that something is wrong; the others say what is so. */
export function isProblemMark(mark: string): boolean {
  return problemMarks.has(mark) || /^\d+ problems?$/.test(mark);
}

const problemMarks: ReadonlySet<string> = new Set([
  "unresolved",
  "ambiguous",
  unknownTagMark,
  "same note id",
]);

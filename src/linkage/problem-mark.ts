/** Whether a mark of a row says that something is wrong; the others say what is so. */
export function isProblemMark(mark: string): boolean {
  return problemMarks.has(mark) || /^\d+ problems?$/.test(mark);
}

const problemMarks: ReadonlySet<string> = new Set(["unresolved", "ambiguous", "unknown tag", "same note id"]);

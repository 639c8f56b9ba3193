/** A line that a change takes away or brings, without its line break. */
export interface ChangedLine {
  readonly kind: "removed" | "added";
  readonly text: string;
}

/** What a change does to a text, line by line: from the first line that differs to the last, old lines first. */
export function changedLines(before: string, after: string): readonly ChangedLine[] {
  const old = linesOf(before);
  const now = linesOf(after);
  let start = 0;
  while (start < Math.min(old.length, now.length) && old[start] === now[start]) start++;
  let end = 0;
  const most = Math.min(old.length, now.length) - start;
  while (end < most && old[old.length - 1 - end] === now[now.length - 1 - end]) end++;
  const removed = old.slice(start, old.length - end).map((text) => ({ kind: "removed", text }) as const);
  const added = now.slice(start, now.length - end).map((text) => ({ kind: "added", text }) as const);
  return [...removed, ...added];
}

/** The lines of a text; a line break at its end begins no other. */
function linesOf(text: string): readonly string[] {
  const lines = text.split(/\r\n?|\n/);
  return lines.at(-1) === "" ? lines.slice(0, -1) : lines;
}

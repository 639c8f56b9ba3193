/** Where the line that holds `offset` starts. */
export function lineStart(text: string, offset: number): number {
  return text.lastIndexOf("\n", offset - 1) + 1;
}

/** Where the line that holds `offset` ends, line break excluded. */
export function lineEnd(text: string, offset: number): number {
  const end = text.indexOf("\n", offset);
  if (end < 0) return text.length;
  return end > offset && text.charAt(end - 1) === "\r" ? end - 1 : end;
}

/** The blanks in front of what starts at `offset`, if nothing else stands before it on its line; else null. */
export function indentOf(text: string, offset: number): string | null {
  const before = text.slice(lineStart(text, offset), offset);
  return before.trim() === "" ? before : null;
}

/** The first offset from `offset` on at which neither a blank nor a line break stands, nor a comment. */
export function behindBlanks(text: string, offset: number): number {
  blanks.lastIndex = offset;
  return blanks.test(text) ? blanks.lastIndex : offset;
}

const blanks = /(?:\s+(?:#[^\n]*)?)*/y;

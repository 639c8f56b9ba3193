/** The author's words in a message: in double quotes, on one line, cut where they would fill it. */
export function quote(words: string): string {
  const line = words.slice(0, 1000).replace(/\s+/g, " ").trim();
  if (line.length <= MOST) return `"${line}"`;
  const characters = Array.from(line);
  return characters.length <= MOST ? `"${line}"` : `"${characters.slice(0, MOST - 1).join("")}…"`;
}

const MOST = 80;

/** `"a"`, `"a" and "b"`, or `"a", "b" and 3 more`: at most two are named. */
export function quoteSome(all: readonly string[]): string {
  const [first = "", second] = all;
  if (second === undefined) return quote(first);
  if (all.length === 2) return `${quote(first)} and ${quote(second)}`;
  return `${quote(first)}, ${quote(second)} and ${String(all.length - 2)} more`;
}

/** The author's words in a message: in double quotes, on one line, cut where they would fill it. */
export function quote(words: string): string {
  const line = words.slice(0, 1000).replace(/\s+/g, " ").trim();
  if (line.length <= MOST) return `"${line}"`;
  const characters = Array.from(line);
  return characters.length <= MOST ? `"${line}"` : `"${characters.slice(0, MOST - 1).join("")}…"`;
}

const MOST = 80;

/**
 * `"a"`, `"a" and "b"`, or `"a", "b" and 3 more`: at most two are named.
 * @param count how many there are in all, where only the first two or more are given
 */
export function quoteSome(first: readonly string[], count = first.length): string {
  const [one = "", second] = first;
  if (second === undefined) return quote(one);
  if (count === 2) return `${quote(one)} and ${quote(second)}`;
  return `${quote(one)}, ${quote(second)} and ${String(count - 2)} more`;
}

/**
 * A sum of a text that tells damage: FNV-1a over the code units. Not for telling texts apart that somebody has chosen.
 * @param before the sum of what comes before the text, if it is only the rest
 */
export function sumOf(text: string, before = 0x811c9dc5): number {
  let sum = before;
  for (let at = 0; at < text.length; at += 1) sum = Math.imul(sum ^ text.charCodeAt(at), 0x01000193);
  return sum;
}

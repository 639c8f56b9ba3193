/** How many codes are made a string at a time: they are the arguments of one call, which takes no more than the stack does. */
const CODES_AT_ONCE = 8192;

/**
 * The text of these UTF-16 code units, made of few large pieces: what is put together character by character stays in memory as an
 * object for each until somebody looks at it.
 */
export function textOfCodes(codes: readonly number[]): string {
  if (codes.length <= CODES_AT_ONCE) return String.fromCharCode(...codes);
  const parts: string[] = [];
  for (let at = 0; at < codes.length; at += CODES_AT_ONCE)
    parts.push(String.fromCharCode(...codes.slice(at, at + CODES_AT_ONCE)));
  return parts.join("");
}

const unprintable = /[\p{Cc}\p{Bidi_Control}\p{Zl}\p{Zp}\p{Cs}]/gu;

const shortEscapes: ReadonlyMap<string, string> = new Map([
  ["\n", "\\n"],
  ["\r", "\\r"],
  ["\t", "\\t"],
]);

/**
 * `text` as it may be shown on a terminal: on one line, and with everything that a terminal would obey or that would
 * reorder what is shown (control characters, bidirectional controls, halves of surrogate pairs) written as an escape.
 * File names and note texts come from strangers.
 */
export function printable(text: string): string {
  return text.replaceAll(unprintable, escape);
}

/** The lines of a text, whatever they end with, each {@link printable}. */
export function printableLines(text: string): readonly string[] {
  return text
    .replace(/(?:\r\n?|\n)$/, "")
    .split(/\r\n?|\n/)
    .map(printable);
}

/** Like {@link printable} for JSON text, which must stay the same JSON: JSON has escaped the rest itself. */
export function printableJson(json: string): string {
  return json.replaceAll(unprintable, unicodeEscape);
}

function escape(character: string): string {
  const code = character.charCodeAt(0);
  if (code > 0xff) return unicodeEscape(character);
  return shortEscapes.get(character) ?? `\\x${code.toString(16).padStart(2, "0")}`;
}

function unicodeEscape(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
}

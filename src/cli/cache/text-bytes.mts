/** Whether a text has a character that is not in Latin-1. */
export function isWide(text: string): boolean {
  return beyondOneByte.test(text);
}

const beyondOneByte = /[\u0100-\uffff]/;

/** Texts are kept with one byte a character where that will do, else with two: halves of characters, which an escape in YAML can say, are lost in UTF-8. */
export function encodingOf(wide: boolean): "utf16le" | "latin1" {
  return wide ? "utf16le" : "latin1";
}

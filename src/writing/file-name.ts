import { isDeviceName } from "../vault/portable-names.ts";

/** The longest name that common file systems take, in bytes of UTF-8, extension included. */
const MOST_BYTES = 255;

/**
 * The name, without extension, of the file of a note with this title, or null if nothing is left of it. It is the whole title
 * but for what the app, a link or a file system forbids: `\ / : * ? " < > |`, `# ^ [ ]`, `%%`, control characters, marks
 * of writing direction, dots in front, dots and blanks at the end. Between two other characters these become a hyphen
 * (`TCP/IP`: `TCP-IP`), elsewhere nothing. A name that Windows keeps for a device gets a `_`; a long one is cut at a word.
 */
export function fileNameFor(title: string): string | null {
  const plain = title
    .normalize("NFC")
    .replace(/\s+/g, " ")
    .replace(invisible, "")
    .replace(forbidden, (run: string, at: number, whole: string) =>
      isInside(whole, at - 1) && isInside(whole, at + run.length) ? "-" : " ",
    );
  const name = trimmed(cut(trimmed(plain), MOST_BYTES - ".md".length - "_".length));
  if (name === "") return null;
  return isDeviceName(name) ? name.replace(/^[^.]*/, "$&_") : name;
}

/** Whether a file can have this name, without extension, on every system, and a link can say it. */
export function isFileName(name: string): boolean {
  return fileNameFor(name) === name.replace(/ +/g, " ");
}

const forbidden = /(?:[\\/:*?"<>|#^[\]]|%{2,})+/g;

/** Control characters, halves of characters, marks of writing direction, joiners without a width but those that emoji and Persian need. */
const invisible = /\p{Cc}|\p{Cs}|[\u200B\u200E\u200F\u202A-\u202E\u2060\u2066-\u2069\uFEFF]/gu;

function isInside(whole: string, at: number): boolean {
  return /[^\s.,;!-]/.test(whole.charAt(at));
}

function trimmed(name: string): string {
  return name
    .replace(/\s+/g, " ")
    .replace(/^[\s.]+/, "")
    .replace(/[\s.]+$/, "");
}

/** The beginning of a name that fits, to the end of a word if that is not far. Characters of several parts stay whole. */
function cut(name: string, bytes: number): string {
  const encoder = new TextEncoder();
  if (encoder.encode(name).length <= bytes) return name;
  let kept = "";
  let left = bytes;
  for (const { segment } of new Intl.Segmenter().segment(name)) {
    left -= encoder.encode(segment).length;
    if (left < 0) break;
    kept += segment;
  }
  const blank = kept.lastIndexOf(" ");
  return blank > kept.length / 2 ? kept.slice(0, blank) : kept;
}

import type { Frontmatter, SuppressedRule, Suppression } from "./note.ts";
import { type Content, placeOf, rangeOf } from "./content.ts";

const comment = /%%[ \t]*linkage-(disable-next-line|disable|enable)(?![\w-])([^%\n\r]*)%%/y;
const htmlComment =
  /^<!--\s*linkage-(disable-next-block|disable-next-line|disable|enable)(?![\w-])([^<>]*?)-->$/;

/** The suppression whose `%%` stands at `at`, and the offset behind it, or null (rules.md, Suppression). */
export function readSuppression(
  content: Content,
  at: number,
): { readonly suppression: Suppression; readonly end: number } | null {
  comment.lastIndex = at;
  const match = comment.exec(content.text);
  if (match === null) return null;
  const [written, word, names = ""] = match;
  const end = at + written.length;
  return { suppression: suppression(content, at, end, word, names, end - 2 - names.length), end };
}

/** The suppression that the HTML comment from `from` to `to` is, or null. */
export function htmlSuppression(content: Content, from: number, to: number): Suppression | null {
  const match = htmlComment.exec(content.text.slice(from, to));
  if (match === null) return null;
  const [, word, names = ""] = match;
  return suppression(content, from, to, word, names, to - 3 - names.length);
}

/** The suppressions that the property `linkage-disable` holds for the whole note. */
export function frontmatterSuppressions({ properties }: Frontmatter): readonly Suppression[] {
  return properties
    .filter(({ key }) => key.toLowerCase() === "linkage-disable")
    .map(({ value, valueRange, items }) => {
      const named = items ?? [{ value, ...valueRange }];
      const rules = named.flatMap((item): SuppressedRule[] =>
        typeof item.value === "string" ? [{ id: item.value, from: item.from, to: item.to }] : [],
      );
      return { kind: "note", rules, from: valueRange.from, to: valueRange.to };
    });
}

function suppression(
  content: Content,
  from: number,
  to: number,
  word: string | undefined,
  names: string,
  namesAt: number,
): Suppression {
  const rules: SuppressedRule[] = [];
  for (const { 0: id, index } of names.matchAll(/[\w-]+/g)) {
    const start = namesAt + index;
    rules.push({ id, from: placeOf(content, start), to: placeOf(content, start + id.length) });
  }
  return { kind: kindOf(word), rules, ...rangeOf(content, from, to) };
}

function kindOf(word: string | undefined): Suppression["kind"] {
  switch (word) {
    case "disable-next-line":
      return "next-line";
    case "disable-next-block":
      return "next-block";
    case "enable":
      return "enable";
    default:
      return "disable";
  }
}

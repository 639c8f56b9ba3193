import { quote } from "../../text/quote.ts";
import { fileName } from "../../vault/names.ts";

/**
 * What a problem is called, with the names of notes instead of their whole paths: in a narrow row there would be no room for what
 * tells one from another. Stays as it is where it names two notes of one name.
 * @param label a rule's sentence, which quotes paths without extension, or a target alone
 * @param target of the problem: a quoted path may be cut, this is whole
 */
export function withShortPaths(
  label: string,
  target: string | null,
  isNote: (path: string) => boolean,
): string {
  const isLong = (path: string): boolean => path.includes("/") && isNote(`${path}.md`);
  if (label === target) return isLong(target) ? fileName(target) : label;
  const shown = new Map<string, string>();
  for (const [said, words = ""] of label.matchAll(/"([^"]+)"/g)) {
    const path = target !== null && said === quote(target) ? target : words;
    if (isLong(path)) shown.set(said, quote(fileName(path)));
  }
  if (new Set(shown.values()).size < shown.size) return label;
  return label.replace(/"[^"]+"/g, (said) => shown.get(said) ?? said);
}

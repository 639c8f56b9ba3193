import type { Conventions } from "./conventions.ts";

/**
 * The conventions with the classes that the app's CSS snippets style, where the config lists classes: who has a snippet for
 * a class means it. Else as they are.
 * @param sheets the snippets' texts
 */
export function withSnippets(conventions: Conventions, sheets: readonly string[]): Conventions {
  const { classes } = conventions;
  if (classes === null || sheets.length === 0) return conventions;
  return { ...conventions, classes: [...new Set([...classes, ...sheets.flatMap(classesIn)])] };
}

/** What follows a dot and may be a class, in comments and addresses too: one name too many reports nothing that is right. */
function classesIn(css: string): readonly string[] {
  return Array.from(
    css.matchAll(/\.(-?[_a-z\u0080-\u{10FFFF}][\w\u0080-\u{10FFFF}-]*)/giu),
    ([, name = ""]) => name,
  );
}

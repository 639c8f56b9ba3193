import { nearest } from "../journal/nearest.ts";
import type { Conventions } from "../journal/conventions.ts";
import { type ListItem, listOf, property } from "../journal/properties.ts";
import { quote } from "../text/quote.ts";
import { isClassName } from "./malformed-cssclass.ts";
import { noOptions } from "./no-options.ts";
import { replaceText } from "./repairs/property-edits.ts";
import { defineRule } from "./define-rule.ts";
import type { RuleFinding } from "./rule.ts";

/** A class is one that the conventions name, where they list classes. */
export const unknownCssclass = defineRule({
  id: "unknown-cssclass",
  summary:
    "A class in cssclasses is of a note type, a CSS snippet or linkage.yaml, where that lists classes.",
  severity: "info",
  options: noOptions,
  check(note, { conventions }): readonly RuleFinding<ListItem>[] {
    const known = knownClasses(conventions);
    if (known === null) return [];
    const found: RuleFinding<ListItem>[] = [];
    for (const item of listOf(property(note, "cssclasses"))) {
      const { text, from, to } = item;
      if (!item.isText || known.has(text) || !isClassName(text)) continue;
      const message = `Unknown class ${quote(text)}, expected that of a note type, a CSS snippet or "classes" in linkage.yaml`;
      found.push({ range: { from, to }, message, target: text, fact: item });
    }
    return found;
  },
  *suggest(item, { vault, text }) {
    const near = nearest(item.text, knownClasses(vault.conventions) ?? []);
    if (near !== null) yield { title: `Write ${near}`, edits: [replaceText(text, item, near)] };
  },
});

const known = new WeakMap<Conventions, ReadonlySet<string> | null>();

/** The classes that notes may have, or null if any may be. Made once for a vault's conventions. */
function knownClasses(conventions: Conventions): ReadonlySet<string> | null {
  const made = known.get(conventions);
  if (made !== undefined) return made;
  const { classes, types } = conventions;
  const names = classes && new Set([...types.flatMap((type) => type.classes), ...classes]);
  known.set(conventions, names);
  return names;
}

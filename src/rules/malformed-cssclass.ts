import { type ListItem, listOf, property } from "../journal/properties.ts";
import { removeItem, splitItem } from "./repairs/list-edits.ts";
import { noOptions } from "./no-options.ts";
import { replaceText } from "./repairs/property-edits.ts";
import { quote } from "../text/quote.ts";
import { defineRule } from "./define-rule.ts";
import type { RuleFinding } from "./rule.ts";
import { scalarLike } from "../note/yaml-scalar.ts";

/** Every item of `cssclasses` is the name of one class. */
export const malformedCssclass = defineRule({
  id: "malformed-cssclass",
  summary: "Every item of cssclasses is the name of one CSS class.",
  severity: "warning",
  options: noOptions,
  check(note): readonly RuleFinding<ListItem>[] {
    const classes = property(note, "cssclasses");
    if (classes === null || classes.items === null) return [];
    const found: RuleFinding<ListItem>[] = [];
    for (const item of listOf(classes)) {
      const message = item.isText ? messageOf(item.text) : null;
      if (message !== null)
        found.push({ range: { from: item.from, to: item.to }, message, target: item.text, fact: item });
    }
    return found;
  },
  *suggest(item, { note, text }) {
    const classes = property(note, "cssclasses");
    const names = item.text.split(/[\s,.]+/).filter((name) => name !== "");
    const [only] = names;
    if (classes === null || !names.every(isClassName)) return;
    if (only === undefined) {
      const index = classes.items?.findIndex(({ from }) => from === item.from) ?? -1;
      const edit = removeItem(text, classes, index);
      if (edit) yield { title: "Remove the empty class", edits: [edit] };
    } else if (names.length === 1) {
      yield { title: `Write ${only}`, edits: [replaceText(text, item, only)] };
    } else {
      const written = text.slice(item.from, item.to);
      const edit = splitItem(
        text,
        classes,
        item,
        names.map((name) => scalarLike(written, name)),
      );
      if (edit) yield { title: `Split into ${names.map(quote).join(", ")}`, edits: [edit] };
    }
  },
});

function messageOf(name: string): string | null {
  if (isClassName(name)) return null;
  if (name.trim() === "") return "A class is empty, expected its name";
  if (name.trim() !== name) return `The class ${quote(name)} has blanks around it, expected none`;
  if (/\s/.test(name)) return `The class ${quote(name)} has a blank, expected one class in each item`;
  if (name.startsWith(".")) return `The class ${quote(name)} starts with ".", expected its name alone`;
  return `${quote(name)} is no CSS class, expected letters, digits, "-" and "_", no digit first`;
}

/** A CSS identifier without escapes. */
export function isClassName(name: string): boolean {
  return (
    plainClass.test(name) ||
    (/^(?:--|-?[a-z_\u0080-\u{10FFFF}])[\w\u0080-\u{10FFFF}-]*$/iu.test(name) && !/\s/.test(name))
  );
}

/** What most classes are like. Plain letters are told faster than all of Unicode. */
const plainClass = /^[A-Za-z][\w-]*$/;

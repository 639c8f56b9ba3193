import { property, textOf } from "../journal/properties.ts";
import type { Heading, Property } from "../note/note.ts";
import { quote } from "../text/quote.ts";
import { plainHeading, shownHeading } from "./heading-text.ts";
import { noOptions } from "./no-options.ts";
import { replaceText } from "./repairs/property-edits.ts";
import { defineRule } from "./define-rule.ts";
import type { RuleFinding } from "./rule.ts";

interface TwoTitles {
  readonly title: Property;
  readonly heading: Heading;
}

/** A note is called alike by its title and by its first heading. */
export const titleHeading = defineRule({
  id: "title-heading",
  summary: "The first level-1 heading is the note's title.",
  severity: "warning",
  options: noOptions,
  check(note): readonly RuleFinding<TwoTitles>[] {
    const title = property(note, "title");
    const said = textOf(title);
    if (!title || said === null) return [];
    const heading = note.headings.find(({ level, text }) => level === 1 && text !== "");
    if (!heading || isSame(said, heading.text) || said.trim() === "") return [];
    const message = `The heading is ${quote(heading.text)}, "title" says ${quote(said)}, expected the same`;
    const related = [{ path: note.path, ...title.valueRange, message: `"title" is ${quote(said)}` }];
    return [{ range: { from: heading.from, to: heading.to }, message, related, fact: { title, heading } }];
  },
  *suggest({ title, heading }, { text }) {
    const name = shownHeading(heading.text);
    yield { title: `Write title: ${quote(name)}`, edits: [replaceText(text, title.valueRange, name)] };
    const said = textOf(title)?.replace(/\s+/g, " ").trim() ?? "";
    const written = text.slice(heading.from, heading.to);
    const at = written.indexOf(heading.text);
    if (at < 0 || !staysHeading(said, written.startsWith("#"))) return;
    const from = heading.from + at;
    yield {
      title: `Write the heading ${quote(said)}`,
      edits: [{ from, to: from + heading.text.length, insert: said }],
    };
  },
});

function isSame(title: string, heading: string): boolean {
  return title === heading || plainHeading(title) === plainHeading(heading);
}

/** The words mean nothing to Markdown, which would make another heading, or a link, of them. An underlined one may be no list. */
function staysHeading(words: string, hasMarks: boolean): boolean {
  return !/[\\`[\]<>#$%^|*~&]/.test(words) && (hasMarks || /^\p{L}/u.test(words));
}

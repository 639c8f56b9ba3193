import type { Link, MalformedLink, Note } from "../note/note.ts";
import { quote } from "../text/quote.ts";
import type { TextEdit } from "../text/range.ts";
import { linksByTarget } from "./links-by-target.ts";
import { noOptions } from "./no-options.ts";
import { defineRule } from "./define-rule.ts";
import type { Fix, RuleFinding } from "./rule.ts";

/** What looks like a link is one, and may lead somewhere (obsidian.md A3, A5, B1). */
export const malformedLink = defineRule({
  id: "malformed-link",
  summary: "What is written as a link is one for Obsidian, and has a target that can exist.",
  severity: "warning",
  options: noOptions,
  check(note, vault): readonly RuleFinding<MalformedLink | Link>[] {
    const found: RuleFinding<MalformedLink | Link>[] = [];
    for (const fact of note.malformedLinks)
      found.push({ range: { from: fact.from, to: fact.to }, message: messages[fact.kind], fact });
    for (const link of linksByTarget(note, vault).impossible) {
      const message = `No file can be called ${quote(link.linkpath)}, expected a name without "#", "^", "[", "]" and "|"`;
      found.push({ range: { from: link.from, to: link.to }, message, target: link.linkpath, fact: link });
    }
    return found;
  },
  *suggest(fact, { note, text }) {
    const fix = "linkpath" in fact ? blockLinkOf(fact, note) : repairOf(fact, text);
    if (fix) yield fix;
  },
});

const messages: Readonly<Record<MalformedLink["kind"], string>> = {
  empty: "This link has no target, expected one between the brackets",
  unclosed: 'This link ends in one bracket, expected "]]"',
  "no-destination": "This link leads nowhere, expected a destination between the parentheses",
  blank: 'The destination has blanks and is no link, expected "%20" in their place or "<…>" around it',
  brackets: "The address holds the brackets of a wikilink, expected an address of the site",
};

/** `[[^id]]` leads nowhere; to a block of the note itself leads `[[#^id]]`. */
function blockLinkOf({ linkpath, linkpathRange: { from } }: Link, note: Note): Fix | null {
  const isBlock = note.blockIds.some(({ id }) => `^${id}` === linkpath);
  return isBlock
    ? { title: `Link to the block "#${linkpath}"`, edits: [{ from, to: from, insert: "#" }] }
    : null;
}

function repairOf({ kind, from, to }: MalformedLink, text: string): Fix | null {
  const written = text.slice(from, to);
  switch (kind) {
    case "empty":
      return { title: "Remove the brackets", edits: [{ from, to, insert: "" }] };
    case "unclosed":
      return { title: 'Write "]]"', edits: [{ from: to, to, insert: "]" }] };
    case "no-destination": {
      const name = /^!?\[([^[\]]*)\]\(\s*\)$/.exec(written)?.[1] ?? "";
      return name === ""
        ? null
        : { title: "Write the text without a link", edits: [{ from, to, insert: name }] };
    }
    case "blank":
      return { title: 'Write "%20" for the blanks', edits: blanksOf(written, from) };
    case "brackets":
      return null;
  }
}

/** The edits that encode the blanks inside the parentheses that `written` ends with. */
function blanksOf(written: string, from: number): readonly TextEdit[] {
  const open = written.lastIndexOf("(") + 1;
  const inside = written.slice(open, -1);
  const start = inside.length - inside.trimStart().length;
  return Array.from(inside.trim().matchAll(/[ \t]/g), ({ index }) => {
    const at = from + open + start + index;
    return { from: at, to: at + 1, insert: "%20" };
  });
}

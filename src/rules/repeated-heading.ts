import type { Heading, Note } from "../note/note.ts";
import { quote } from "../text/quote.ts";
import { repeatedHeadings } from "./last-heading.ts";
import type { VaultIndex } from "../vault/vault-index.ts";
import { noOptions } from "./no-options.ts";
import { defineRule } from "./define-rule.ts";
import type { RuleFinding } from "./rule.ts";

/** A note does not end with its first heading over again. */
export const repeatedHeading = defineRule({
  id: "repeated-heading",
  summary: "A note does not end with its first heading over again.",
  severity: "warning",
  options: noOptions,
  check(note, vault): readonly RuleFinding<Heading>[] {
    return repeatedHeadings(note).map((heading) => {
      const ending = endingFor(heading, note, vault);
      const expected = ending === null ? "expected it once" : `expected ${quote(ending)}`;
      const message = `The note ends with its first heading over again, ${expected}`;
      return { range: { from: heading.from, to: heading.to }, message, fact: heading };
    });
  },
  fix(heading, { note, vault, text }) {
    const { from, to, text: words } = heading;
    // With it would go what stands in it: a link, a tag, or a block that others link to. In a list its dash would stay.
    const holdsLink = note.links.some((link) => link.from >= from && link.to <= to);
    if (holdsLink || /\^|\[\[|(?:^|\s)#\S/.test(words)) return null;
    const above = text.slice(0, from).trimEnd().length;
    const isAlone = /[\n\r]/.test(text.slice(above, from));
    if (!isAlone) return null;
    const ending = endingFor(heading, note, vault);
    return ending === null
      ? { title: "Remove the repeated heading", edits: [{ from: above, to, insert: "" }] }
      : { title: `Write ${ending}`, edits: [{ from, to, insert: ending }] };
  },
});

/** What belongs in place of the heading: if it is the last, what notes of this type end with. Null if nothing does. */
function endingFor(heading: Heading, note: Note, vault: VaultIndex): string | null {
  return heading.from === note.headings.at(-1)?.from ? (vault.typeOf(note)?.ending ?? null) : null;
}

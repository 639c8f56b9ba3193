import { techJournal } from "../../src/journal/tech-journal.ts";
import { Linter } from "../../src/lint/linter.ts";
import type { Note } from "../../src/note/note.ts";
import { parseNote } from "../../src/note/parse-note.ts";
import { allRules } from "../../src/rules/all-rules.ts";
import { VaultIndex } from "../../src/vault/vault-index.ts";

/** What one note is made of: each part is written as often as asked, `@` in it is the number. Between them stands what is there once. */
type Hostile = readonly [name: string, ...parts: readonly (string | { readonly once: string })[]];

const yaml = { once: "---\n" };
const typed = { once: "---\nnote_id: 230718TJ16\n---\n" };
const block = { once: '\n\n<div class="linkage"><ul>\n' };

// prettier-ignore
const written: readonly Hostile[] = [
  ["links to headings that are there", "# a@\n", "[[#a@]] "],
  ["links to headings that are not there", "# a\n", "[[#b@]] "],
  ["Markdown links to no heading", "# a\n", "[x](#b@) "],
  ["Markdown links to addresses of headings", "# a b\n", "[x](#a-b) "],
  ["links to a heading below another", "# a\n", "[[#a#b]] "],
  ["links to headings below others", "# a\n# b@\n", "[[#a#b@]] "],
  ["links to a heading below others", "# a@\n", { once: "# c\n" }, "## b\n", "[[#a@#b]] "],
  ["links to headings two levels below", { once: "# a\n" }, "## b\n", { once: "# c\n" }, "## m@\n", "[[#a#m@#b]] "],
  ["headings within headings", "# a\n## b\n### a\n#### b\n", "[[#a#b#a#c@]] "],
  ["links to blocks", "x ^b@\n\n", "[[#^b@]] [[#^c@]] "],
  ["links to drafts", "[[Draft]] "],
  ["links to a draft of many properties", "[[Many]] "],
  ["links to nothing", "[[a@]] "],
  ["links to one missing note", "[[Hoem]] "],
  ["links each with a suppression", "%% linkage-disable-next-line unresolved-link %%\n[[a@]]\n\n"],
  ["suppressions that go on to the end", "%% linkage-disable unresolved-link %%\n[[a@]]\n\n"],
  ["suppressions that are of no use", "%% linkage-disable-next-line unresolved-link %%\n\n"],
  ["links in comments", "%% [[Draft]] %% [[Draft]] "],
  ["links in linkage blocks", '<div class="linkage"><ul><li>[[Draft]]</li></ul></div>\n\n'],
  ["items that are no tags of the note", block, "<li>#a@</li>\n"],
  ["items with many tags", block, { once: "<li>" }, "#a@, "],
  ["tags of the note as items", { once: "---\ntags:\n" }, "- a@\n", { once: "---" }, block, "<li>#a@</li>\n"],
  ["faults of linkage blocks", block, "<li><p>\n\n<i>"],
  ["tags in the property", { once: "---\ntags:\n" }, "- '#a b@'\n", { once: "---\n" }],
  ["tags given twice", { once: "---\ntags:\n" }, "- a\n", { once: "---\n" }],
  ["classes", { once: "---\ncssclasses:\n" }, "- a b@\n", { once: "---\n" }],
  ["properties", yaml, "a@: 1\n", { once: "---\n" }, "[[#a]] "],
  ["properties of nearly known names", yaml, "title@: 1\ntagz: 1\nfoos: 1\n", { once: "---\n" }],
  ["headings over again", typed, "# a\n"],
  ["headings over again but for marks", typed, { once: "# a" }, "**", { once: "\nb\n" }, "# *a*\n"],
  ["empty sections", typed, "## a@\n\n"],
  ["a title of many marks", { once: "---\ntitle: a\n---\n# a" }, " [[[b [c](d [[e|f *g_"],
  ["tags that are not the type's", { once: "---\nnote_id: 230718TJ16\ntags:\n" }, "- a@\n", { once: "---\n" }],
  ["properties given twice", yaml, "a@: 1\n", "A@: 1\n", { once: "---\n" }],
  ["tags in the body", "#a@ "],
  ["lines that are switched off", "%% linkage-disable-next-line unresolved-link %%\n[[a@]]\n"],
  ["stretches that are switched off", "%% linkage-disable unresolved-link %% [[a]] %% linkage-enable unresolved-link %% [[b]]\n"],
  ["blocks that are switched off", '<!-- linkage-disable-next-block unresolved-link -->\n<div class="linkage"><ul><li>[[a]]</li></ul></div>\n\n'],
  ["rules that are switched off", "%% linkage-disable r@ %% [[a]]\n"],
];

function textOf(parts: readonly (string | { readonly once: string })[], times: number): string {
  return parts
    .map((part) =>
      typeof part === "string"
        ? Array.from({ length: times }, (_, at) => part.replaceAll("@", String(at))).join("")
        : part.once,
    )
    .join("");
}

const properties = Array.from({ length: 3000 }, (_, at) => `a${String(at)}: 1\n`).join("");
const others: readonly Note[] = [
  parseNote("Home.md", ""),
  parseNote("Draft.md", "---\ndraft: true\n---\n"),
  parseNote("Many.md", `---\ndraft: true\n${properties}---\n`),
];

/** How long it takes to lint one note, in milliseconds. */
function timed(text: string): number {
  const note = parseNote("Note.md", text);
  const vault = VaultIndex.of([], [note, ...others], techJournal);
  const linter = new Linter(allRules, techJournal);
  const start = performance.now();
  linter.lint(note, vault);
  return performance.now() - start;
}

/** Measured again where it looks bad: the machine may have been busy. */
function isLinear(parts: readonly (string | { readonly once: string })[], attempts = 3): boolean {
  // What is quick says nothing.
  if (timed(textOf(parts, 12_000)) < 100) return true;
  const few = timed(textOf(parts, 3000));
  // Again, since the first time may have been that of code that had not run before.
  const many = timed(textOf(parts, 12_000));
  // Quadratic growth would take 16 times as long for 4 times as much.
  return many < 100 || many < 10 * few || (attempts > 1 && isLinear(parts, attempts - 1));
}

test.each(written)("a hostile note is linted in linear time: %s", (_, ...parts) => {
  expect(isLinear(parts)).toBe(true);
});

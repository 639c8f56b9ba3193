import { allRules } from "../../src/rules/all-rules.ts";
import { mark, unmark } from "../marked.ts";
import { lintExample } from "../rules/lint-example.ts";

/** The rules that have something to say of these notes. */
const rules = allRules.filter(({ id }) =>
  ["unresolved-link", "unknown-linkage-tag", "malformed-tag"].includes(id),
);

test.each([
  ["without a suppression", "«[[A]]»"],
  ["the next line", "«[[A]]»\n%% linkage-disable-next-line unresolved-link %%\n[[A]] [[B]]\n«[[A]]»"],
  [
    "the next line, said at the end of a line",
    "«[[A]]» %% linkage-disable-next-line unresolved-link %%\n[[A]]\n«[[A]]»",
  ],
  ["the next line is blank", "%% linkage-disable-next-line unresolved-link %%\n\n«[[A]]»"],
  ["the next line is the last", "%% linkage-disable-next-line unresolved-link %%\n[[A]]"],
  ["there is no next line", "«[[A]]» %% linkage-disable-next-line unresolved-link %%"],
  ["the next line of a list", "- %% linkage-disable-next-line unresolved-link %%\n- [[A]]\n- «[[A]]»"],
  ["the next line in CRLF", "%% linkage-disable-next-line unresolved-link %%\r\n[[A]]\r\n«[[A]]»\r\n"],
  ["the next line, said in HTML", "<!-- linkage-disable-next-line unresolved-link -->\n[[A]]\n\n«[[A]]»"],
  ["from here on", "«[[A]]» %% linkage-disable unresolved-link %% [[A]]\n\n# [[A]]"],
  [
    "from here to there",
    "%% linkage-disable unresolved-link %%\n[[A]]\n%% linkage-enable unresolved-link %%\n«[[A]]»",
  ],
  [
    "from here to there, twice",
    "%% linkage-disable unresolved-link %% [[A]] %% linkage-disable unresolved-link %% [[A]] %% linkage-enable unresolved-link %% «[[A]]» %% linkage-disable unresolved-link %% [[A]]",
  ],
  ["an end without a start", "%% linkage-enable unresolved-link %% «[[A]]»"],
  ["another rule", "%% linkage-disable unresolved-subpath %% «[[A]]»"],
  ["another rule ends", "%% linkage-disable unresolved-link %% %% linkage-enable malformed-tag %% [[A]]"],
  ["several rules", "%% linkage-disable malformed-tag, unresolved-link %% [[A]]"],
  [
    "several rules, one ends",
    "%% linkage-disable malformed-tag unresolved-link %% [[A]] %% linkage-enable unresolved-link %% «[[A]]»",
  ],
  [
    "what a reason names is not switched off",
    "%% linkage-disable-next-line malformed-tag -- unresolved-link is right here %%\n«[[A]]»",
  ],
  ["no rule's name", "%% linkage-disable %% «[[A]]»"],
  ["part of a rule's name", "%% linkage-disable unresolved %% «[[A]]»"],
  ["a suppression in code", "`%% linkage-disable unresolved-link %%` «[[A]]»"],
  ["the whole note", "---\nlinkage-disable: [unresolved-link]\n---\n[[A]]"],
  ["the whole note, one rule as text", "---\nlinkage-disable: unresolved-link\n---\n[[A]]"],
  [
    "the whole note, its properties too",
    "---\nlinkage-disable:\n  - malformed-tag\ntags: [2023]\nup: '«[[A]]»'\n---\n«[[A]]»",
  ],
  ["the whole note, without a name", "---\nlinkage-disable:\n---\n«[[A]]»"],
  [
    "the next block",
    '<!-- linkage-disable-next-block unresolved-link -->\n<div class="linkage">\n<ul>\n<li>[[A]]</li>\n<li>«#b»</li>\n</ul>\n</div>\n\n«[[A]]»',
  ],
  [
    "the next block, a blank line between, and not the one after it",
    '<!-- linkage-disable-next-block unresolved-link, unknown-linkage-tag -->\n\n<div class="linkage"><ul><li>[[A]]</li><li>#b</li></ul></div>\n\n<div class="linkage"><ul><li>«[[A]]»</li></ul></div>',
  ],
  [
    "the next block, where there is none: the next line",
    "<!-- linkage-disable-next-block unresolved-link -->\n[[A]]\n\n«[[A]]»",
  ],
  [
    "the next block, where there is none: the next line that is not blank",
    "<!-- linkage-disable-next-block unresolved-link -->\n\n[[A]]\n«[[A]]»",
  ],
  [
    "the next block, not one behind a paragraph",
    '<!-- linkage-disable-next-block unresolved-link -->\n\nText.\n\n<div class="linkage"><ul><li>«[[A]]»</li></ul></div>',
  ],
  [
    "the next block in a quote",
    '> <!-- linkage-disable-next-block unresolved-link -->\n>\n> <div class="linkage"><ul><li>[[A]]</li></ul></div>\n\n«[[A]]»',
  ],
  [
    "the next block in the same HTML",
    '<section>\n<!-- linkage-disable-next-block unresolved-link -->\n<div class="linkage"><ul><li>[[A]]</li></ul></div>\n<div class="linkage"><ul><li>«[[A]]»</li></ul></div></section>',
  ],
  [
    "the next block, where nothing follows",
    "«[[A]]»\n\n<!-- linkage-disable-next-block unresolved-link -->\n",
  ],
  [
    "the whole note, two rules as one text",
    "---\nlinkage-disable: malformed-tag, unresolved-link\ntags: [2023]\n---\n[[A]]",
  ],
  [
    "the whole note, two rules in one item",
    "---\nlinkage-disable: ['malformed-tag unresolved-link']\ntags: [2023]\n---\n[[A]]",
  ],
  [
    "stretches that overlap",
    "%% linkage-disable unresolved-link %%\n%% linkage-disable-next-line unresolved-link %%\n[[A]]\n[[A]]\n%% linkage-enable unresolved-link %%\n«[[A]]»",
  ],
])("%s", (_, marked) => {
  const { text } = unmark(marked);
  expect(
    mark(
      text,
      lintExample(rules, { text }).map(({ range }) => range),
    ),
  ).toBe(marked);
});

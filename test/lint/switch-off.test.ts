import { switchOff } from "../../src/lint/switch-off.ts";
import { applyEdits } from "../../src/text/edits.ts";

test.each([
  ["no frontmatter", "Text\n", "---\nlinkage-disable:\n  - a-rule\n---\nText\n"],
  ["a frontmatter", "---\ntitle: a # c\n---\n", "---\ntitle: a # c\nlinkage-disable:\n  - a-rule\n---\n"],
  ["CRLF", "---\r\ntitle: a\r\n---\r\n", "---\r\ntitle: a\r\nlinkage-disable:\r\n  - a-rule\r\n---\r\n"],
  [
    "a list in brackets",
    "---\nlinkage-disable: [b] # c\n---\n",
    "---\nlinkage-disable: [b, a-rule] # c\n---\n",
  ],
  [
    "a list of lines",
    "---\nlinkage-disable:\n- b\nx: y\n---\n",
    "---\nlinkage-disable:\n- b\n- a-rule\nx: y\n---\n",
  ],
  ["a lone rule", "---\nLinkage-Disable: b\n---\n", "---\nLinkage-Disable: [b, a-rule]\n---\n"],
  ["nothing yet", "---\nlinkage-disable:\n---\n", "---\nlinkage-disable: [a-rule]\n---\n"],
])("in a note with %s", (_, before, after) => {
  const edit = switchOff("a-rule", "a.md", before);
  expect(edit && applyEdits(before, [edit])).toBe(after);
});

test.each([
  ["unreadable", "---\na: [b\n---\n"],
  ["not closed", "---\na: b\n"],
  ["late", "\n---\na: b\n---\n"],
  ["a map between braces", "---\n{ a: b }\n---\n"],
  ["a map of rules", "---\nlinkage-disable: { b: c }\n---\n"],
])("not in a note whose frontmatter is %s", (_, text) => {
  expect(switchOff("a-rule", "a.md", text)).toBeNull();
});

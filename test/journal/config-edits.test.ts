import {
  classesPath,
  globOf,
  ignorePath,
  placeholdersPath,
  severityChange,
  typePath,
  valueChange,
  type ConfigChange,
} from "../../src/journal/config-change.ts";
import { changeConfig } from "../../src/journal/config-edits.ts";
import { globMatcher } from "../../src/journal/globs.ts";
import { readConfig } from "../../src/journal/read-config.ts";
import { techJournal } from "../../src/journal/tech-journal.ts";

const add = (path: readonly string[], item: string): ConfigChange => ({ kind: "add", path, item });
const drop = (path: readonly string[], item: string): ConfigChange => ({ kind: "drop", path, item });
const off = severityChange("a", "off");
const usual = severityChange("a", null);

describe.each<readonly [string, ConfigChange, string | null, string]>([
  ["no file", off, null, "# The conventions of this vault, as Linkage checks them.\nrules:\n  a: off\n"],
  ["an empty file", off, "", "rules:\n  a: off\n"],
  ["a comment alone, without line break", off, "# c", "# c\nrules:\n  a: off"],
  ["a map in braces", off, "{}", "{ rules: { a: off } }"],
  ["severity: as a word", off, "rules:\n  a: error # loud\n", "rules:\n  a: off # loud\n"],
  ["severity: in quotes", off, "rules: {'a': 'error'}", "rules: {'a': off}"],
  [
    "severity: in a map",
    off,
    "rules:\n  a:\n    ignore: x\n",
    "rules:\n  a:\n    ignore: x\n    severity: off\n",
  ],
  ["severity: nothing said", off, "rules:\n  a: # later\n", "rules:\n  a: off # later\n"],
  ["severity: no rules", off, "rules: # none\nignore: x\n", "rules: # none\n  a: off\nignore: x\n"],
  ["severity: indented by four", off, "rules:\n    b: off\r\n", "rules:\n    b: off\n    a: off\r\n"],
  ["no severity: a word", usual, "rules:\n  b: off\n  a: off # hm\n", "rules:\n  b: off\n"],
  ["no severity: the only rule", usual, "ignore: x\nrules:\n  a: off\n", "ignore: x\n"],
  [
    "no severity: in braces",
    usual,
    "rules: { a: { severity: off, ignore: x } }",
    "rules: { a: { ignore: x } }",
  ],
  [
    "an option of a rule with a severity",
    valueChange(["rules", "a", "most"], 3),
    "rules:\n  a: 'off' # c\n",
    "rules:\n  a: { severity: 'off', most: 3 } # c\n",
  ],
  [
    "a rule's ignored note",
    add(ignorePath("a"), "/x.md"),
    "rules:\n  a:\n",
    "rules:\n  a:\n    ignore: [/x.md]\n",
  ],
  ["lines", add(ignorePath(null), "b"), "ignore:\n- a # c\n# d\n", "ignore:\n- a # c\n- b\n# d\n"],
  [
    "quotes of the item before",
    add(placeholdersPath, "it's"),
    "placeholders: ['a']",
    "placeholders: ['a', 'it''s']",
  ],
  ["one class", add(classesPath, "b"), "classes: a # c", "classes: [a, b] # c"],
  ["one text", add(placeholdersPath, "b"), "placeholders: 'a' # c", "placeholders: ['a', b] # c"],
  ["brackets over lines", add(["ignore"], "b"), "ignore: [\n  a # c\n]", "ignore: [\n  a, # c\n  b\n]"],
  [
    "a comma at the end",
    add(["ignore"], "b"),
    "ignore: [\r\n  a, # c\r\n]",
    "ignore: [\r\n  a, # c\r\n  b,\r\n]",
  ],
  [
    "a list as others are",
    add(["ignore"], "b"),
    "placeholders:\n  - a",
    "placeholders:\n  - a\nignore:\n  - b",
  ],
  ["what is there", add(["ignore"], "a"), "ignore: a", "ignore: a"],
  [
    "a tag with a mark",
    drop(typePath("MR", "tags"), "b"),
    "types: {MR: {tags: ['#b', c]}}",
    "types: {MR: {tags: [c]}}",
  ],
  ["the only text", drop(["ignore"], "a"), "ignore: a # c\n", ""],
  [
    "one of the items, with what is said behind it",
    drop(["ignore"], "Clippings/"),
    "ignore:\n  # above\n  - Clippings/ # cc\n  - Templates/ # tt\n",
    "ignore:\n  # above\n  - Templates/ # tt\n",
  ],
  [
    "one of the items between brackets, with what is said behind it",
    drop(["ignore"], "a"),
    "ignore: [\n  a, # c\n  # d\n  b,\n]\n",
    "ignore: [\n  # d\n  b,\n]\n",
  ],
  [
    "the last rule, comments of which are no longer further in than what follows",
    usual,
    "rules: # loud\n  # above\n  a: off # why\n    # below\n  # last\nignore: x\n",
    "# above\n# below\n# last\nignore: x\n",
  ],
  [
    "the only item",
    drop(["ignore"], "a"),
    "# b\nignore:\n  # c\n  - a # d\nextends: none",
    "# b\n# c\nextends: none",
  ],
  [
    "a type without lists",
    drop(typePath("MR", "tags"), "a"),
    "types:\n  MR:\n    tags: a\n",
    "types:\n  MR:\n",
  ],
  ["what is not there", drop(["ignore"], "a"), "ignore: [b]", "ignore: [b]"],
])("%s", (_, change, before, after) => {
  test("is changed in place", () => {
    expect(changeConfig(before, change)).toEqual({ text: after });
  });
});

test("a list of the built-in type is changed with all of the type", () => {
  const changed = changeConfig("ignore: x\n", drop(typePath("TJ", "required"), "description"));
  const text = "text" in changed ? changed.text : "";
  const [before] = techJournal.types;
  expect(readConfig(text, new Map()).conventions.types).toEqual([
    { ...before, required: before?.required.filter((name) => name !== "description") },
  ]);
});

test.each<readonly [string, string, ConfigChange]>([
  ["YAML that does not parse", "ignore: [a\n", off],
  ["an alias in its place", "ignore: &a [x]\nrules: { a: { ignore: *a } }", add(ignorePath("a"), "y")],
  ["what an alias stands for", "ignore: &a [x]\nrules: { a: { ignore: *a } }", add(["ignore"], "y")],
  ["an anchor that goes with its item", "ignore: [&a x, y]\nplaceholders: *a", drop(["ignore"], "x")],
  ["another kind of value", "rules: [a]", off],
  ["a map for a list", "ignore: { a: b }", add(["ignore"], "y")],
  ["a list at the top", "- a", off],
  ["an end of the document", "# a\n...\n", add(["placeholders"], "y")],
  ["a key written out", "? rules\n: { a: off }\n", usual],
  [
    "a comment of its own in what goes",
    "types: { MR: { tags: [a],\n# c\n folders: [b] }, TJ: {} }",
    { kind: "unset", path: ["types", "MR"] },
  ],
  ["a map with comments", "types:\n  MR:\n    tags: # c\n      - a\n", valueChange(["types", "MR"], {})],
])("refused, where something else would change too: %s", (_, text, change) => {
  const changed = changeConfig(text, change);
  expect("refusal" in changed ? changed.refusal : "").toMatch(/^(?:Line \d+|The place of ").*, expected /);
});

test("the message names the line of the mistake", () => {
  const changed = changeConfig("ignore: [a]\nrules: [b\n", off);
  expect("refusal" in changed ? changed.refusal : "").toMatch(
    /^Line [23] cannot be read, expected it repaired first: The YAML does not parse/,
  );
});

test.each(["a.md", "b/a.md", "b/[c] d.md"])("the glob of %j is of that note alone", (path) => {
  const matches = globMatcher([globOf(path)]);
  expect([path, `x/${path}`, `${path}x`].map(matches)).toEqual([true, false, false]);
});

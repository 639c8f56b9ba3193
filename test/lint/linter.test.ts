import type { Conventions } from "../../src/journal/conventions.ts";
import { readConfig } from "../../src/journal/read-config.ts";
import { techJournal } from "../../src/journal/tech-journal.ts";
import * as z from "../../src/journal/zod.ts";
import { Linter, MOST_FINDINGS } from "../../src/lint/linter.ts";
import { allRules } from "../../src/rules/all-rules.ts";
import { noOptions } from "../../src/rules/no-options.ts";
import { optionSchemas } from "../../src/rules/rule-options.ts";
import { defineRule } from "../../src/rules/define-rule.ts";
import type { Rule } from "../../src/rules/rule.ts";
import { vaultOf } from "../vault/vault-of.ts";

/** Reports each heading, as far down as its option says. */
const headings = defineRule({
  id: "headings",
  summary: "A note has no headings.",
  severity: "off",
  options: { usual: { levels: 6 }, schema: () => z.object({ levels: z._default(z.number(), 6) }) },
  check(note, _vault, { levels }) {
    const told = note.headings.filter(({ level }) => level <= levels);
    return told.map(({ from, to, text }) => ({
      range: { from, to },
      message: `Heading ${text}`,
      fact: null,
    }));
  },
});

/** Reports each link twice, its end first. */
const links = defineRule({
  id: "links",
  summary: "A note has no links.",
  severity: "warning",
  options: noOptions,
  check(note) {
    return note.links.toReversed().flatMap(({ linkpath, linkpathRange, from, to }) => [
      { range: { from, to }, message: `Link to ${linkpath}`, fact: null },
      { range: linkpathRange, message: `Linkpath ${linkpath}`, target: linkpath, fact: null },
    ]);
  },
});

const rules: readonly Rule[] = [headings, links];

const text = "# A\n\nTo [[B]] and [[C]].\n\n## D [[E]]\n";

/** What the rules say of a note under this config, as `severity rule: message`, in order. */
function lint(
  config: string,
  { path = "a/Note.md", only }: { path?: string; only?: readonly string[] } = {},
) {
  const conventions = read(config);
  const vault = vaultOf({ [path]: text }, conventions);
  const linter = new Linter(rules, conventions, only);
  return [...vault.notes()]
    .flatMap((note) => linter.lint(note, vault))
    .map(({ severity, rule, message }) => `${severity} ${rule}: ${message}`);
}

function read(config: string): Conventions {
  const { conventions, mistakes } = readConfig(config, optionSchemas(rules));
  expect(mistakes).toEqual([]);
  return conventions;
}

const warnings = [
  "warning links: Link to B",
  "warning links: Linkpath B",
  "warning links: Link to C",
  "warning links: Linkpath C",
  "warning links: Link to E",
  "warning links: Linkpath E",
];

test("diagnostics come in text order, and a rule that is off by itself is silent", () => {
  expect(lint("")).toEqual(warnings);
});

test("diagnostics that start at one place: the shorter first, then in the order of the rules", () => {
  const same = (id: string, length: number): Rule =>
    defineRule({
      id,
      summary: "Nothing.",
      severity: "info",
      options: noOptions,
      check: () => [{ range: { from: 1, to: 1 + length }, message: id, fact: null }],
    });
  const vault = vaultOf({ "Note.md": text });
  const note = vault.note("Note.md");
  const found =
    note && new Linter([same("long", 3), same("b", 2), same("a", 2)], techJournal).lint(note, vault);
  expect(found?.map(({ rule }) => rule)).toEqual(["b", "a", "long"]);
});

test("the config gives a severity", () => {
  expect(lint("rules: { links: error, headings: info }")).toEqual([
    "info headings: Heading A",
    ...warnings.slice(0, 4).map((line) => line.replace("warning", "error")),
    "info headings: Heading D [[E]]",
    ...warnings.slice(4).map((line) => line.replace("warning", "error")),
  ]);
});

test("the config switches a rule off", () => {
  expect(lint("rules: { links: off }")).toEqual([]);
});

test("the config gives options", () => {
  expect(lint("rules: { links: off, headings: { severity: warning, levels: 1 } }")).toEqual([
    "warning headings: Heading A",
  ]);
});

test.each([
  ["a rule that is on", "links", "", warnings],
  [
    "a rule that is off by itself, as info",
    "headings",
    "",
    ["info headings: Heading A", "info headings: Heading D [[E]]"],
  ],
  ["a rule that the config switches off, as it is by itself", "links", "rules: { links: off }", warnings],
  [
    "a rule of the config's severity",
    "links",
    "rules: { links: info }",
    warnings.map((line) => line.replace("warning", "info")),
  ],
  ["no rule", "others", "", []],
])("only %s", (_, id, config, expected) => {
  expect(lint(config, { only: [id] })).toEqual(expected);
});

test.each([
  ["for all rules", 'ignore: ["a/**"]'],
  ["for one rule", 'rules: { links: { ignore: ["Note.md"] } }'],
  ["for one rule of another severity", "rules: { links: { severity: error, ignore: a/ } }"],
])("the config ignores notes %s", (_, config) => {
  expect(lint(config)).toEqual([]);
  expect(lint(config, { path: "b/Other.md" })).not.toEqual([]);
});

test("a note that one rule ignores is still others'", () => {
  expect(lint("rules: { headings: info, links: { ignore: a } }")).toEqual([
    "info headings: Heading A",
    "info headings: Heading D [[E]]",
  ]);
});

test.each([
  ["by its note id", "Note.md", "---\nnote_id: 230718TJ16\n---\n", true],
  ["by its class", "Note.md", "---\ncssclasses: [tech-journal]\n---\n", true],
  ["by its folder", "Memos/Note.md", "", true],
  ["that it has not", "Note.md", "---\nnote_id: 230718XX16\n---\n", false],
])("a rule for notes with a note type speaks of one with a type %s", (_, path, written, isTyped) => {
  const conventions = {
    ...techJournal,
    types: techJournal.types.map((type) => ({ ...type, folders: ["Memos"] })),
  };
  const vault = vaultOf({ [path]: written }, conventions);
  const note = vault.note(path);
  const found = note && new Linter(allRules, conventions, ["missing-property"]).lint(note, vault);
  expect(found?.some(({ rule }) => rule === "missing-property")).toBe(isTyped);
});

test("a diagnostic says where it is, and what is the same elsewhere", () => {
  const vault = vaultOf({ "a/Note.md": "[[B]]" });
  const note = vault.note("a/Note.md");
  const found = note && new Linter(rules, techJournal).lint(note, vault);
  expect(found).toMatchObject([
    { path: "a/Note.md", range: { from: 0, to: 5 }, target: null, related: [] },
    { path: "a/Note.md", range: { from: 2, to: 3 }, target: "B", related: [] },
  ]);
});

test("linting twice gives the same", () => {
  const vault = vaultOf({ "Note.md": text });
  const linter = new Linter(rules, techJournal);
  const [first, second] = [1, 2].map(() =>
    [...vault.notes()].flatMap((note) => linter.lint(note, vault).map(({ message }) => message)),
  );
  expect(first).toEqual(second);
});

describe("of one rule that finds very much in one note", () => {
  const of = (count: number): string =>
    Array.from({ length: count }, (_, at) => `# A${String(at)}\n`).join("");
  const found = (text: string) => {
    const vault = vaultOf({ "Note.md": text });
    const note = vault.note("Note.md");
    return note ? new Linter(rules, techJournal, ["headings"]).lint(note, vault) : [];
  };

  test("all is told up to the bound", () => {
    expect(found(of(MOST_FINDINGS)).map(({ message }) => message)).toEqual(
      Array.from({ length: MOST_FINDINGS }, (_, at) => `Heading A${String(at)}`),
    );
  });

  test("above it the last says that there is more, where the next is", () => {
    const text = of(3 * MOST_FINDINGS);
    const all = found(text);
    expect(all).toHaveLength(MOST_FINDINGS + 1);
    expect(all.at(-1)).toMatchObject({
      rule: "headings",
      severity: "info",
      message: "There are more of these in the note, of which 500 are listed",
      target: null,
      range: { from: text.indexOf(`# A${String(MOST_FINDINGS)}\n`) },
    });
  });

  test("what is switched off does not count, and its suppressions are of use", () => {
    const [first, ...others] = Array.from({ length: MOST_FINDINGS }, (_, at) => `[[a${String(at)}]]\n`);
    const off = "\n%% linkage-disable-next-line unresolved-link %%\n[[off]]\n";
    const text = [first, off, ...others, off].join("");
    const vault = vaultOf({ "Note.md": text });
    const note = vault.note("Note.md");
    const ids = ["unresolved-link", "unused-suppression"];
    const all = note && new Linter(allRules, techJournal, ids).lint(note, vault);
    expect(all?.map(({ rule }) => rule)).toEqual(Array<string>(MOST_FINDINGS).fill("unresolved-link"));
    expect(all?.at(-1)?.message).toBe('No file matches "a499"');
  });
});

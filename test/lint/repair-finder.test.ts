import { techJournal } from "../../src/journal/tech-journal.ts";
import { fixFor, suggestionsFor, type Diagnostic } from "../../src/lint/diagnostic.ts";
import { Linter } from "../../src/lint/linter.ts";
import { parseNote } from "../../src/note/parse-note.ts";
import { allRules } from "../../src/rules/all-rules.ts";
import { noOptions } from "../../src/rules/no-options.ts";
import { defineRule } from "../../src/rules/define-rule.ts";
import type { VaultIndex } from "../../src/vault/vault-index.ts";
import { vaultOf } from "../vault/vault-of.ts";

function lint(linter: Linter, path: string, vault: VaultIndex): readonly Diagnostic[] {
  const note = vault.note(path);
  return note ? linter.lint(note, vault) : [];
}

describe("repairs of a problem that was found before something changed", () => {
  const text = "See [[lineer regression]] and [[linear regression!]].\n";
  const files = { "Note.md": text, "Linear-Regression.md": "", "b/Other.md": "" };

  /** The titles of the fix and the suggestions of the problems of `Note.md`, after a change. */
  function titlesAfter(change: (vault: VaultIndex) => void, now = text) {
    const vault = vaultOf(files);
    const problems = lint(new Linter(allRules, techJournal, ["unresolved-link"]), "Note.md", vault);
    change(vault);
    return problems.map((problem) => [
      fixFor(problem, now)?.title ?? null,
      suggestionsFor(problem, now).map(({ title }) => title)[0] ?? null,
    ]);
  }

  const both = [
    [null, 'Link to "Linear-Regression"'],
    ['Link to "Linear-Regression"', null],
  ];
  const none = [
    [null, null],
    [null, null],
  ];

  test.each<[string, (vault: VaultIndex) => void, readonly unknown[]]>([
    ["nothing", () => undefined, both],
    ["another note", (vault) => vault.setNote(parseNote("b/Other.md", "# Now")), both],
    ["the note, which says the same", (vault) => vault.setNote(parseNote("Note.md", text)), both],
    ["the note is longer", (vault) => vault.setNote(parseNote("Note.md", `${text}\n`)), none],
    ["the note is gone", (vault) => vault.remove("Note.md"), none],
    [
      "its links are where they were and others",
      (vault) => vault.setNote(parseNote("Note.md", text.toUpperCase())),
      none,
    ],
    ["a file they may have meant is gone", (vault) => vault.remove("Linear-Regression.md"), none],
    [
      "a file comes that one of them leads to",
      (vault) => vault.addFile("lineer regression.md"),
      [none[0], both[1]],
    ],
  ])("%s", (_, change, expected) => {
    expect(titlesAfter(change)).toEqual(expected);
  });

  test("asked with another text than the index has", () => {
    expect(titlesAfter(() => undefined, `${text}\r`)).toEqual(none);
  });
});

test("a rule looks once more at a note, however many of its problems are asked about", () => {
  let looks = 0;
  const counting = defineRule({
    id: "counting",
    summary: "Nothing.",
    severity: "info",
    options: noOptions,
    check({ length }) {
      looks += 1;
      return Array.from({ length }, (_, at) => ({
        range: { from: at, to: at + 1 },
        message: "A character",
        fact: at,
      }));
    },
    fix: (at) => ({ title: `Remove ${String(at)}`, edits: [{ from: at, to: at + 1, insert: "" }] }),
  });
  const text = "a".repeat(400);
  const vault = vaultOf({ "a.md": text, "b.md": text });
  const linter = new Linter([counting], techJournal);
  const problems = ["a.md", "b.md"].flatMap((path) => lint(linter, path, vault));
  expect(looks).toBe(2);
  const titles = problems.map((problem) => fixFor(problem, text)?.title);
  expect(titles.slice(398, 402)).toEqual(["Remove 398", "Remove 399", "Remove 0", "Remove 1"]);
  expect(problems.flatMap((problem) => suggestionsFor(problem, text))).toEqual([]);
  expect(looks).toBe(4);
});

import { fc, test } from "@fast-check/jest";
import { techJournal } from "../../src/journal/tech-journal.ts";
import { baselineText } from "../../src/lint/baseline-text.ts";
import { baselineOf, compare, without } from "../../src/lint/baseline.ts";
import type { Diagnostic } from "../../src/lint/diagnostic.ts";
import { Linter } from "../../src/lint/linter.ts";
import { readBaseline } from "../../src/lint/read-baseline.ts";
import { allRules } from "../../src/rules/all-rules.ts";
import { problem } from "../report/problems.ts";
import { randomNotes } from "../rules/random-note.ts";
import { vaultOf } from "../vault/vault-of.ts";

const diagnostic = fc
  .record({
    path: fc.constantFrom("a.md", "b.md", "in/a.md", "__proto__"),
    rule: fc.constantFrom("one", "two"),
    target: fc.constantFrom(null, "", "x", 'quo"te\n\\'),
    message: fc.constantFrom("x", 'No file matches "x"'),
  })
  .map(problem);
const diagnostics = fc.array(diagnostic, { maxLength: 20 });
const files = ["a.md", "b.md", "in/a.md"];

test.prop([diagnostics])(
  "a baseline of all problems hides all, also when it has been written and read",
  (found) => {
    const { baseline, mistake } = readBaseline([...baselineText(baselineOf(found))].join(""));
    expect(mistake).toBeNull();
    expect(baseline).toEqual(baselineOf(found));
    expect(compare(baseline, found, files)).toMatchObject({
      fresh: [],
      known: found.length,
      gone: new Map(),
    });
  },
);

test.prop([diagnostics, fc.nat()])("its text does not depend on the order of the problems", (found, by) => {
  const turned = [...found.slice(by % (found.length + 1)), ...found.slice(0, by % (found.length + 1))];
  expect([...baselineText(baselineOf(turned))]).toEqual([...baselineText(baselineOf(found))]);
});

test.prop([diagnostics, diagnostic, fc.nat()])(
  "one problem more is shown, and nothing else",
  (found, more, at) => {
    const place = at % (found.length + 1);
    const now = [...found.slice(0, place), more, ...found.slice(place)];
    const { fresh } = compare(baselineOf(found), now, files);
    expect(fresh.map(sayings)).toEqual([sayings(more)]);
  },
);

function sayings({ path, rule, target, message }: Diagnostic): unknown {
  return { path, rule, target, message: target === null ? message : "" };
}

test.prop([diagnostics, diagnostics])(
  "pruning hides as much as before, and a second time does nothing",
  (before, now) => {
    const first = compare(baselineOf(before), now, files);
    const pruned = without(first.baseline, first.gone);
    const second = compare(pruned, now, files);
    expect(second).toMatchObject({ fresh: first.fresh, known: first.known, gone: new Map() });
    expect(without(second.baseline, second.gone)).toEqual(pruned);
  },
);

const linter = new Linter(allRules, techJournal);

function lint(text: string): readonly Diagnostic[] {
  const vault = vaultOf({ "Note.md": text, "Other.md": "[[Note]]" });
  return [...vault.notes()].flatMap((note) => linter.lint(note, vault));
}

test.prop([randomNotes(), fc.integer({ min: 1, max: 4 })])(
  "lines that come between frontmatter and text change nothing of what is known",
  (text, lines) => {
    const [frontmatter = ""] = /^---\r?\n(?:.*\r?\n)*?---\r?\n/.exec(text) ?? [];
    const rest = text.slice(frontmatter.length);
    // Elsewhere what comes first is not what its author meant, and lines in front of it change it.
    fc.pre(!/^\s*-/.test(rest));
    const shown = compare(
      baselineOf(lint(text)),
      lint(`${frontmatter}${"\nMore words.\n".repeat(lines)}\n${rest}`),
      [],
    ).fresh;
    expect(shown.map(sayings)).toEqual([]);
  },
);

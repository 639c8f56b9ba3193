import { techJournal } from "../../src/journal/tech-journal.ts";
import { fixNote } from "../../src/lint/fix-note.ts";
import { Linter } from "../../src/lint/linter.ts";
import type { NoteFix } from "../../src/lint/note-fix.ts";
import { type ChooseRepair, sureRepairs } from "../../src/lint/repair-choice.ts";
import { parseNote } from "../../src/note/parse-note.ts";
import { allRules } from "../../src/rules/all-rules.ts";
import { VaultIndex } from "../../src/vault/vault-index.ts";

/** What fixing makes of a note of this text among these others. */
function fixed(
  text: string,
  others: Readonly<Record<string, string>>,
  choose: ChooseRepair = sureRepairs(),
): NoteFix {
  const notes = Object.entries({ ...others, "Note.md": text }).map(([path, text]) => parseNote(path, text));
  const vault = VaultIndex.of([], notes, techJournal);
  return fixNote("Note.md", text, { vault, linter: new Linter(allRules, techJournal), choose });
}

describe("sure repairs keep what the reader sees", () => {
  const others = { "Linear-Regression.md": "# Sum\n", "Draft of it.md": "---\ndraft: true\n---\n" };

  test.each<[before: string, after: string]>([
    ["[[Linear Regression]]", "[[Linear-Regression|Linear Regression]]"],
    ["[[Linear Regression|here]]", "[[Linear-Regression|here]]"],
    ["[[Linear Regression#Sum]]", "[[Linear-Regression#Sum|Linear Regression > Sum]]"],
    ["[[Linear Regression#^a1|x]]", "[[Linear-Regression#^a1|x]]"],
    ["| a |\n| - |\n| [[Linear Regression]] |", "| a |\n| - |\n| [[Linear-Regression\\|Linear Regression]] |"],
    ["| a |\r\n| - |\r\n| [[Linear Regression\\|b]] |", "| a |\r\n| - |\r\n| [[Linear-Regression\\|b]] |"],
    ["[x](Linear%20Regression.md)", "[x](Linear-Regression.md)"],
    ["[[Draft of, it]]", "[[Draft of, it]]"],
  ])("%s", (before, after) => {
    expect(fixed(before, others).after).toBe(after);
  });
});

import { Linter } from "../lint/linter.ts";
import { allRules } from "../rules/all-rules.ts";
import { severities } from "../rules/rule.ts";
import type { VaultIndex } from "../vault/vault-index.ts";

/** One line on what the rules find in the vault: `2 errors, 5 warnings, 1 info in 12 notes`. */
export function countProblems(vault: VaultIndex): string {
  const linter = new Linter(allRules, vault.conventions);
  const notes = [...vault.notes()];
  const found = notes.flatMap((note) => linter.lint(note, vault).map(({ severity }) => severity));
  const counts = severities.map((severity) => ({
    severity,
    count: found.filter((each) => each === severity).length,
  }));
  const said = counts.filter(({ count }) => count > 0).map(({ severity, count }) => named(count, severity));
  return `${said.length > 0 ? said.join(", ") : "No problems"} in ${named(notes.length, "note")}`;
}

function named(count: number, word: string): string {
  return `${String(count)} ${word}${count === 1 || word === "info" ? "" : "s"}`;
}

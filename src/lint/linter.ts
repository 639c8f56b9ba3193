import type { Conventions } from "../journal/conventions.ts";
import { globMatcher } from "../journal/globs.ts";
import { ignoredNotes } from "../journal/ignored-notes.ts";
import type { Note } from "../note/note.ts";
import type { Check, FileCheck, Finding, Rule, Severity } from "../rules/rule.ts";
import type { VaultIndex } from "../vault/vault-index.ts";
import type { Diagnostic } from "./diagnostic.ts";
import { Suppressions } from "./suppressions.ts";

interface ActiveRule {
  readonly id: string;
  readonly severity: Severity;
  readonly typedNotesOnly: boolean;
  readonly check: Check;
  readonly checkFile: FileCheck | null;
  readonly ignores: (path: string) => boolean;
}

/** Runs the rules that the conventions leave on, with their severities and options, on one note after another. */
export class Linter {
  private readonly active: readonly ActiveRule[];
  private readonly ignores: (path: string) => boolean;

  /** @param only ids of the rules to run, whatever their severity says; all that are on if left out */
  constructor(rules: readonly Rule[], conventions: Conventions, only?: readonly string[]) {
    this.ignores = ignoredNotes(conventions);
    this.active = rules.flatMap((rule) => activate(rule, conventions, only));
  }

  /** Whether any rule that is on speaks of files that are no notes. */
  get speaksOfFiles(): boolean {
    return this.active.some(({ checkFile }) => checkFile !== null);
  }

  /** All diagnostics of a file of the vault that is no note. Pure. */
  lintFile(path: string, vault: VaultIndex): readonly Diagnostic[] {
    if (this.ignores(path)) return [];
    return this.active.flatMap((rule) =>
      rule.checkFile === null || rule.ignores(path)
        ? []
        : Array.from(rule.checkFile(path, vault), (finding) => diagnostic(finding, rule, path)),
    );
  }

  /** All diagnostics of a note that is in the vault, in text order. Pure: the same facts give the same diagnostics. */
  lint(note: Note, vault: VaultIndex): readonly Diagnostic[] {
    if (this.ignores(note.path)) return [];
    const typed = vault.typeOf(note) !== null;
    const suppressions = new Suppressions(note);
    const found: Diagnostic[] = [];
    for (const rule of this.active) {
      if ((rule.typedNotesOnly && !typed) || rule.ignores(note.path)) continue;
      for (const finding of rule.check(note, vault)) {
        if (!suppressions.hold(rule.id, finding.range)) found.push(diagnostic(finding, rule, note.path));
      }
    }
    return found.sort((a, b) => a.range.from - b.range.from || a.range.to - b.range.to);
  }
}

function activate(
  rule: Rule,
  conventions: Conventions,
  only: readonly string[] | undefined,
): readonly ActiveRule[] {
  const setting = conventions.rules.get(rule.id);
  const said = setting?.severity ?? rule.severity;
  const severity = said === "off" && only ? defaultSeverity(rule) : said;
  if (severity === "off" || (only && !only.includes(rule.id))) return [];
  const ignores = globMatcher(setting?.ignore ?? []);
  const { id, typedNotesOnly } = rule;
  const options = setting?.options ?? {};
  const checkFile = rule.bindFile?.(options) ?? null;
  return [{ id, severity, typedNotesOnly, ignores, check: rule.bind(options), checkFile }];
}

/** A rule that is asked for by name runs even if it is off. */
function defaultSeverity({ severity }: Rule): Severity {
  return severity === "off" ? "info" : severity;
}

function diagnostic(finding: Finding, { id, severity }: ActiveRule, path: string): Diagnostic {
  return { ...finding, rule: id, severity, path };
}

import { alwaysOn, type Conventions } from "../journal/conventions.ts";
import { globMatcher } from "../journal/globs.ts";
import { ignoredNotes } from "../journal/ignored-notes.ts";
import type { Note } from "../note/note.ts";
import type { Check, FileCheck, Finding, Rule, Severity, SuppressionCheck } from "../rules/rule.ts";
import type { VaultIndex } from "../vault/vault-index.ts";
import type { Diagnostic } from "./diagnostic.ts";
import { isReportNote } from "./report-note.ts";
import { Suppressions } from "./suppressions.ts";

interface ActiveRule {
  readonly id: string;
  readonly severity: Severity;
  readonly typedNotesOnly: boolean;
  /** Nobody asks for its findings, only whether suppressions of it are of use. */
  readonly isMuted: boolean;
  readonly check: Check;
  readonly checkFile: FileCheck | null;
  readonly checkSuppressions: SuppressionCheck | null;
  readonly ignores: (path: string) => boolean;
}

/** How many findings of one rule are told of one note. */
export const MOST_FINDINGS = 500;

/** Runs the rules that the conventions leave on, with their severities and options, on one note after another. */
export class Linter {
  private readonly active: readonly ActiveRule[];
  private readonly known: ReadonlySet<string>;
  private readonly ignores: (path: string) => boolean;

  /** @param only ids of the rules to run, whatever their severity says; all that are on if left out */
  constructor(rules: readonly Rule[], conventions: Conventions, only?: readonly string[]) {
    this.ignores = ignoredNotes(conventions);
    this.known = new Set([...rules.map(({ id }) => id), ...alwaysOn]);
    const isAsked = ({ id }: Rule): boolean => only === undefined || only.includes(id);
    const isOfUse = rules.some((rule) => isAsked(rule) && rule.bindSuppressions !== null);
    this.active = rules
      .filter((rule) => isAsked(rule) || isOfUse)
      .flatMap((rule) => activate(rule, conventions, only !== undefined, !isAsked(rule)));
  }

  /** Ids of the rules whose findings are told. */
  get ruleIds(): readonly string[] {
    return this.active.filter(({ isMuted }) => !isMuted).map(({ id }) => id);
  }

  /** Whether any rule that is on speaks of files that are no notes. */
  get speaksOfFiles(): boolean {
    return this.active.some(({ checkFile }) => checkFile !== null);
  }

  /** Whether findings of this rule are told of the file at `path`: the rule is on, or always is, and the file is not ignored. */
  tells(id: string, path: string): boolean {
    if (alwaysOn.includes(id)) return true;
    const rule = this.active.find((each) => each.id === id);
    return rule !== undefined && !rule.isMuted && !this.ignores(path) && !rule.ignores(path);
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

  /**
   * All diagnostics of a note that is in the vault, in text order. Pure: the same facts give the same diagnostics. Of one rule
   * the first `MOST_FINDINGS` that it finds, and where it finds more, one that says so at the place of the next.
   */
  lint(note: Note, vault: VaultIndex): readonly Diagnostic[] {
    return this.diagnose(note, vault, MOST_FINDINGS);
  }

  /** As `lint`, but all that each rule finds, however much: what texts of one note are compared by. */
  lintWhole(note: Note, vault: VaultIndex): readonly Diagnostic[] {
    return this.diagnose(note, vault, Infinity);
  }

  private diagnose(note: Note, vault: VaultIndex, most: number): readonly Diagnostic[] {
    if (this.ignores(note.path) || isReportNote(note)) return [];
    const typed = vault.typeOf(note) !== null;
    const suppressions = new Suppressions(note);
    const found: Diagnostic[] = [];
    const speaking = this.active.filter(
      ({ typedNotesOnly, ignores }) => (typed || !typedNotesOnly) && !ignores(note.path),
    );
    for (const rule of speaking) {
      const told = toldOf(rule.check(note, vault), rule, suppressions, most);
      if (!rule.isMuted) for (const finding of told) found.push(diagnostic(finding, rule, note.path));
    }
    if (note.suppressions.length > 0)
      found.push(...this.lintSuppressions(note, vault, suppressions, speaking, most));
    return found.sort((a, b) => a.range.from - b.range.from || a.range.to - b.range.to);
  }

  /** A suppression of a rule that did not run may be of use another time. */
  private lintSuppressions(
    note: Note,
    vault: VaultIndex,
    suppressions: Suppressions,
    speaking: readonly ActiveRule[],
    most: number,
  ): readonly Diagnostic[] {
    const ran = new Set(speaking.map(({ id }) => id));
    const faults = suppressions.faults(ran, this.known);
    return speaking.flatMap((rule) => {
      const told = toldOf(rule.checkSuppressions?.(note, vault, faults) ?? [], rule, suppressions, most);
      return told.map((finding) => diagnostic(finding, rule, note.path));
    });
  }
}

/**
 * The findings that no suppression switches off: the first `most`, and where there are more, one that says so. All are
 * asked for, since suppressions are held to them.
 */
function toldOf(
  findings: Iterable<Finding>,
  { id }: ActiveRule,
  suppressions: Suppressions,
  most: number,
): readonly Finding[] {
  const told: Finding[] = [];
  for (const finding of findings) {
    if (suppressions.hold(id, finding.range)) continue;
    if (told.length < most) told.push(finding);
    else if (told.length === most) told.push(moreAt(finding));
  }
  return told;
}

function moreAt({ range }: Finding): Finding {
  const message = `There are more of these in the note, of which ${String(MOST_FINDINGS)} are listed`;
  return { range, message, target: null, related: [], fix: () => null, suggest: () => [] };
}

function activate(
  rule: Rule,
  conventions: Conventions,
  byName: boolean,
  isMuted: boolean,
): readonly ActiveRule[] {
  const setting = conventions.rules.get(rule.id);
  const said = setting?.severity ?? rule.severity;
  const severity = said === "off" && byName && !isMuted ? defaultSeverity(rule) : said;
  if (severity === "off") return [];
  const options = setting?.options ?? {};
  return [
    {
      id: rule.id,
      severity,
      typedNotesOnly: rule.typedNotesOnly,
      isMuted,
      ignores: globMatcher(setting?.ignore ?? []),
      check: rule.bind(options),
      checkFile: isMuted ? null : (rule.bindFile?.(options) ?? null),
      checkSuppressions: rule.bindSuppressions?.(options) ?? null,
    },
  ];
}

/** A rule that is asked for by name runs even if it is off. */
function defaultSeverity({ severity }: Rule): Severity {
  return severity === "off" ? "info" : severity;
}

/** Each member by its name: spreading a finding takes four times as long. */
function diagnostic(finding: Finding, { id, severity }: ActiveRule, path: string): Diagnostic {
  const { range, message, target, related, fix, suggest } = finding;
  return { range, message, target, related, fix, suggest, rule: id, severity, path };
}

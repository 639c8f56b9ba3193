import { alwaysOn, type Conventions } from "../journal/conventions.ts";
import { globMatcher } from "../journal/globs.ts";
import { ignoredNotes } from "../journal/ignored-notes.ts";
import type { Note } from "../note/note.ts";
import type {
  Check,
  FileCheck,
  Finding,
  RepairableFinding,
  Rule,
  Severity,
  SuppressionCheck,
  SuppressionFault,
} from "../rules/rule.ts";
import { SharedStrings } from "../text/shared-strings.ts";
import type { Steps } from "../text/steps.ts";
import type { VaultIndex } from "../vault/vault-index.ts";
import { noPlaces, type Diagnostic, type Repairs } from "./diagnostic.ts";
import { RepairFinder, type SecondLook } from "./repair-finder.ts";
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
  /** Null where the rule ignores no files of its own. */
  readonly ignores: ((path: string) => boolean) | null;
  readonly canFix: boolean;
  readonly canSuggest: boolean;
}

/** How many findings of one rule are told of one note. */
export const MOST_FINDINGS = 500;

/** Runs the rules that the conventions leave on, with their severities and options, on one note after another. */
export class Linter {
  private readonly active: readonly ActiveRule[];
  /** Those that run on notes of no type, too. */
  private readonly ofAllNotes: readonly ActiveRule[];
  /** Whether any rule ignores files of its own. */
  private readonly anyIgnores: boolean;
  private readonly known: ReadonlySet<string>;
  private readonly ignores: (path: string) => boolean;
  private readonly secondLook: SecondLook = {
    canSuggest: (id) => this.ruleOf(id)?.canSuggest === true,
    findRepairable: (id, note, vault) => this.findRepairable(id, note, vault),
  };
  /** Most messages and targets of a large vault are those of many problems. */
  private readonly texts = new SharedStrings();
  private finder: { readonly vault: VaultIndex; readonly repairs: Repairs } | null = null;

  /** @param only ids of the rules to run, whatever their severity says; all that are on if left out */
  constructor(rules: readonly Rule[], conventions: Conventions, only?: readonly string[]) {
    this.ignores = ignoredNotes(conventions);
    this.known = new Set([...rules.map(({ id }) => id), ...alwaysOn]);
    const isAsked = ({ id }: Rule): boolean => only === undefined || only.includes(id);
    const isOfUse = rules.some((rule) => isAsked(rule) && rule.bindSuppressions !== null);
    this.active = rules
      .filter((rule) => isAsked(rule) || isOfUse)
      .flatMap((rule) => activate(rule, conventions, only !== undefined, !isAsked(rule)));
    this.ofAllNotes = this.active.filter(({ typedNotesOnly }) => !typedNotesOnly);
    this.anyIgnores = this.active.some(({ ignores }) => ignores !== null);
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
    const rule = this.ruleOf(id);
    return rule !== undefined && !rule.isMuted && !this.ignores(path) && !isIgnored(rule, path);
  }

  private ruleOf(id: string): ActiveRule | undefined {
    return this.active.find((rule) => rule.id === id);
  }

  /** Who works out the repairs of what is found in this vault. */
  repairsIn(vault: VaultIndex): Repairs {
    if (this.finder?.vault !== vault)
      this.finder = { vault, repairs: new RepairFinder(this.secondLook, vault) };
    return this.finder.repairs;
  }

  /** All diagnostics of a file of the vault that is no note. Pure. `repairs` as for `lint`. */
  lintFile(path: string, vault: VaultIndex, repairs = this.repairsIn(vault)): readonly Diagnostic[] {
    if (this.ignores(path)) return [];
    return this.active.flatMap((rule) =>
      rule.checkFile === null || isIgnored(rule, path)
        ? []
        : Array.from(rule.checkFile(path, vault), (finding) =>
            diagnostic(finding, rule, path, repairs, this.texts),
          ),
    );
  }

  /**
   * All diagnostics of a note that is in the vault, in text order. Pure: the same facts give the same diagnostics. Of one rule
   * the first `MOST_FINDINGS` that it finds, and where it finds more, one that says so at the place of the next.
   * @param repairs who is asked for repairs
   */
  lint(note: Note, vault: VaultIndex, repairs = this.repairsIn(vault)): readonly Diagnostic[] {
    return this.diagnose(note, vault, repairs, MOST_FINDINGS);
  }

  /** As `lint`, but all that each rule finds, however much: what texts of one note are compared by. */
  lintWhole(note: Note, vault: VaultIndex): readonly Diagnostic[] {
    return this.diagnose(note, vault, this.repairsIn(vault), Infinity);
  }

  /** As `lint`, a rule with each step: where no rule has run before, that takes a while. The vault must not change on the way. */
  *lintInSteps(note: Note, vault: VaultIndex): Steps<readonly Diagnostic[]> {
    if (this.ignores(note.path) || isReportNote(note)) return [];
    const found = new FoundInNote(note, this.repairsIn(vault), this.texts, MOST_FINDINGS);
    const speaking = this.speakingOf(note, vault);
    for (const rule of speaking) {
      found.take(rule.check.find(note, vault), rule);
      yield;
    }
    this.takeFaults(found, note, speaking);
    return found.inTextOrder();
  }

  private diagnose(note: Note, vault: VaultIndex, repairs: Repairs, most: number): readonly Diagnostic[] {
    if (this.ignores(note.path) || isReportNote(note)) return [];
    const found = new FoundInNote(note, repairs, this.texts, most);
    const speaking = this.speakingOf(note, vault);
    for (const rule of speaking) {
      const findings = rule.check.find(note, vault);
      if (findings.length > 0) found.take(findings, rule);
    }
    this.takeFaults(found, note, speaking);
    return found.inTextOrder();
  }

  /** Last, what is wrong with the note's suppressions, once all else that these rules find is known. */
  private takeFaults(found: FoundInNote, note: Note, speaking: readonly ActiveRule[]): void {
    if (note.suppressions.length === 0) return;
    const faults = this.faults(found.suppressions, speaking);
    for (const rule of speaking)
      if (rule.checkSuppressions) found.take(rule.checkSuppressions.find(faults), rule);
  }

  /** The rules that run on a note. */
  private speakingOf(note: Note, vault: VaultIndex): readonly ActiveRule[] {
    const rules = vault.typeOf(note) === null ? this.ofAllNotes : this.active;
    return this.anyIgnores ? rules.filter((rule) => !isIgnored(rule, note.path)) : rules;
  }

  /** What is of no use of the suppressions that all findings of these rules were held to. A suppression of a rule that did not run may be of use another time. */
  private faults(suppressions: Suppressions, ran: readonly ActiveRule[]): readonly SuppressionFault[] {
    return suppressions.faults(new Set(ran.map(({ id }) => id)), this.known);
  }

  private findRepairable(id: string, note: Note, vault: VaultIndex): Iterable<RepairableFinding> {
    const rule = this.ruleOf(id);
    if (rule?.checkSuppressions == null) return rule?.check.findRepairable(note, vault) ?? [];
    const suppressions = new Suppressions(note);
    const speaking = this.speakingOf(note, vault);
    for (const each of speaking)
      for (const { range } of each.check.find(note, vault)) suppressions.hold(each.id, range);
    return rule.checkSuppressions.findRepairable(note, vault, this.faults(suppressions, speaking));
  }
}

function isIgnored({ ignores }: ActiveRule, path: string): boolean {
  return ignores !== null && ignores(path);
}

/** What is found in one note. */
class FoundInNote {
  readonly suppressions: Suppressions;
  private readonly path: string;
  private readonly repairs: Repairs;
  private readonly texts: SharedStrings;
  private readonly most: number;
  private readonly found: Diagnostic[] = [];

  /** @param most how many findings of one rule are told */
  constructor(note: Note, repairs: Repairs, texts: SharedStrings, most: number) {
    this.suppressions = new Suppressions(note);
    this.path = note.path;
    this.repairs = repairs;
    this.texts = texts;
    this.most = most;
  }

  /**
   * Take up the findings of a rule that no suppression switches off: the first `most`, and where there are more, one that says so.
   * All are asked for, since suppressions are held to them.
   */
  take(findings: Iterable<Finding>, rule: ActiveRule): void {
    let told = 0;
    for (const finding of findings) {
      if (this.suppressions.hold(rule.id, finding.range) || rule.isMuted || told > this.most) continue;
      const said =
        told < this.most ? finding : { range: finding.range, message: thereAreMore, canFix: false };
      this.found.push(diagnostic(said, rule, this.path, this.repairs, this.texts));
      told += 1;
    }
  }

  inTextOrder(): readonly Diagnostic[] {
    return this.found.sort((a, b) => a.range.from - b.range.from || a.range.to - b.range.to);
  }
}

const thereAreMore = `There are more of these in the note, of which ${String(MOST_FINDINGS)} are listed`;

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
  const ignore = setting?.ignore ?? [];
  return [
    {
      id: rule.id,
      severity,
      typedNotesOnly: rule.typedNotesOnly,
      isMuted,
      ignores: ignore.length > 0 ? globMatcher(ignore) : null,
      check: rule.bind(options),
      checkFile: isMuted ? null : (rule.bindFile?.(options) ?? null),
      checkSuppressions: rule.bindSuppressions?.(options) ?? null,
      canFix: rule.canFix,
      canSuggest: rule.canSuggest,
    },
  ];
}

/** A rule that is asked for by name runs even if it is off. */
function defaultSeverity({ severity }: Rule): Severity {
  return severity === "off" ? "info" : severity;
}

/** What a rule has found, and nothing of the facts that its ranges may be. */
function diagnostic(
  { range, message, target, related, canFix }: Finding,
  { id, severity, canFix: canFixAny }: ActiveRule,
  path: string,
  repairs: Repairs,
  texts: SharedStrings,
): Diagnostic {
  return {
    rule: id,
    severity,
    path,
    range: { from: range.from, to: range.to },
    message: texts.of(message),
    target: target === undefined ? null : texts.of(target),
    related: related ?? noPlaces,
    canFix: canFixAny && canFix !== false,
    repairs,
  };
}

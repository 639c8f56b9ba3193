import type { Diagnostic } from "../lint/diagnostic.ts";
import type { Severity } from "../rules/rule.ts";
import { messageForm } from "./message-form.ts";
import { ProblemList } from "./problem-list.ts";

/** What tells diagnostics of one rule apart that are different problems. Letter case never matters to Obsidian, in targets as in tags. */
export function groupKey({ target, message }: Pick<Diagnostic, "target" | "message">): string {
  return target === null
    ? `message ${message}`
    : `target ${target.normalize("NFC").toLowerCase()} ${messageForm(message)}`;
}

/** Diagnostics of one rule and severity with the same {@link groupKey}, while they come and go. */
export class GatheredGroup {
  readonly key: string;
  readonly problems = new ProblemList();

  constructor(key: string) {
    this.key = key;
  }
}

/** All diagnostics of one rule and severity, while they come and go. */
export class GatheredSection {
  readonly rule: string;
  readonly severity: Severity;
  private readonly byKey = new Map<string, GatheredGroup>();
  /** By message: most problems say what another one has said, of the same target. */
  private readonly known = new Map<
    string,
    { readonly target: string | null; readonly group: GatheredGroup }
  >();
  private count = 0;
  private changes = 0;

  constructor(rule: string, severity: Severity) {
    this.rule = rule;
    this.severity = severity;
  }

  /** How many problems it holds. */
  get length(): number {
    return this.count;
  }

  /** Another number after each change. */
  get version(): number {
    return this.changes;
  }

  /** Its groups, none of them empty, in no order that means anything. */
  groups(): Iterable<GatheredGroup> {
    return this.byKey.values();
  }

  /** Add a problem behind all others: the caller knows the order. Gives the group that it is in. */
  push(problem: Diagnostic): GatheredGroup {
    this.changes++;
    this.count++;
    const group = this.groupOf(problem);
    group.problems.push(problem);
    return group;
  }

  /** Put `now` in place of `before`, which are all problems of the file at `path` that it holds. */
  replace(path: string, before: readonly Diagnostic[], now: readonly Diagnostic[]): void {
    this.changes++;
    this.count += now.length - before.length;
    const byGroup = new Map<GatheredGroup, Diagnostic[]>();
    for (const problem of before) byGroup.set(this.groupOf(problem), []);
    for (const problem of now) {
      const group = this.groupOf(problem);
      const others = byGroup.get(group);
      if (others) others.push(problem);
      else byGroup.set(group, [problem]);
    }
    for (const [group, problems] of byGroup) {
      group.problems.replace(path, problems);
      if (group.problems.length === 0) this.forget(group);
    }
  }

  private groupOf(problem: Diagnostic): GatheredGroup {
    const { message, target } = problem;
    const known = this.known.get(message);
    if (known?.target === target) return known.group;
    const key = groupKey(problem);
    let group = this.byKey.get(key);
    if (group === undefined) this.byKey.set(key, (group = new GatheredGroup(key)));
    this.known.set(message, { target, group });
    return group;
  }

  private forget(group: GatheredGroup): void {
    this.byKey.delete(group.key);
    this.known.clear();
  }
}

/** Diagnostics by rule and severity, while they come and go. */
export class GatheredSections {
  private readonly bySeverity = {
    error: new Map<string, GatheredSection>(),
    warning: new Map<string, GatheredSection>(),
    info: new Map<string, GatheredSection>(),
  };

  /** The section of a rule and severity; a new one if there is none yet. */
  of({ rule, severity }: Pick<Diagnostic, "rule" | "severity">): GatheredSection {
    const sections = this.bySeverity[severity];
    let section = sections.get(rule);
    if (section === undefined) sections.set(rule, (section = new GatheredSection(rule, severity)));
    return section;
  }

  /** All that hold a problem, in no order that means anything. */
  *all(): Generator<GatheredSection> {
    for (const sections of Object.values(this.bySeverity))
      for (const section of sections.values()) if (section.length > 0) yield section;
  }
}

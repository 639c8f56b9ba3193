import type { Note } from "../note/note.ts";
import type { Finding, Fix, RepairableFinding } from "../rules/rule.ts";
import type { VaultIndex } from "../vault/vault-index.ts";
import type { Diagnostic, Repairs } from "./diagnostic.ts";

/** Rules that can be asked to look at a note once more. */
export interface SecondLook {
  /** Whether a rule has suggestions for any problem, by its id. */
  readonly canSuggest: (id: string) => boolean;
  /** What a rule finds in a note, with repairs. */
  readonly findRepairable: (id: string, note: Note, vault: VaultIndex) => Iterable<RepairableFinding>;
}

/** What one rule finds in one note, by what it says. */
type Found = ReadonlyMap<string, RepairableFinding>;

/**
 * Finds the repairs of problems, which only know what they say: the rule looks at the note once more and says the same (design.md,
 * law 3), this time with repairs. What it says of the note that was asked about last is kept, so that to ask about all
 * problems of a note is one look for each rule.
 */
export class RepairFinder implements Repairs {
  private readonly rules: SecondLook;
  private readonly vault: VaultIndex;
  private last = { path: "", revision: -1, byRule: new Map<string, Found>() };

  constructor(rules: SecondLook, vault: VaultIndex) {
    this.rules = rules;
    this.vault = vault;
  }

  fix(problem: Diagnostic, textOf: () => string | null): Fix | null {
    const text = textOf();
    return text === null ? null : (this.again(problem, text)?.fix(text) ?? null);
  }

  suggest(problem: Diagnostic, textOf: () => string | null): readonly Fix[] {
    const text = this.rules.canSuggest(problem.rule) ? textOf() : null;
    return text === null ? [] : (this.again(problem, text)?.suggest(text) ?? []);
  }

  /** The problem as the rule finds it now. Null where it does not, or the index has another text of the note. */
  private again(problem: Diagnostic, text: string): RepairableFinding | null {
    const { path, rule } = problem;
    const note = this.vault.note(path);
    if (note?.length !== text.length) return null;
    const { revision } = this.vault;
    if (this.last.path !== path || this.last.revision !== revision)
      this.last = { path, revision, byRule: new Map() };
    let found = this.last.byRule.get(rule);
    if (found === undefined)
      this.last.byRule.set(rule, (found = bySaying(this.rules.findRepairable(rule, note, this.vault))));
    return found.get(sayingOf(problem)) ?? null;
  }
}

/** Of several that say the same of one place, the first. */
function bySaying(findings: Iterable<RepairableFinding>): Found {
  const found = new Map<string, RepairableFinding>();
  for (const finding of findings) {
    const saying = sayingOf(finding);
    if (!found.has(saying)) found.set(saying, finding);
  }
  return found;
}

function sayingOf({ range, message }: Pick<Finding, "range" | "message">): string {
  return `${String(range.from)} ${String(range.to)} ${message}`;
}

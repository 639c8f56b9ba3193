import type { Diagnostic, Repairs } from "../../lint/diagnostic.ts";
import { allRules } from "../../rules/all-rules.ts";
import type { Fix } from "../../rules/rule.ts";

/** The repairs of a problem that somebody has asked for; left out are those that nobody has, and those of rules that have none. */
export interface KnownRepairs {
  readonly fix?: Fix | null;
  readonly suggestions?: readonly Fix[];
}

const rules = new Map(allRules.map((rule) => [rule.id, rule]));
const nothingKnown: KnownRepairs = {};

/**
 * Remembers the repairs of problems when they have been worked out, so that they can be kept with them. What could not be worked
 * out, since the text can no longer be had, is not remembered.
 */
export class RepairMemory implements Repairs {
  private readonly finder: () => Repairs;
  private readonly known = new Map<Diagnostic, KnownRepairs>();
  /** The paths of files for problems of which repairs were asked for that were not known. */
  readonly foundIn = new Set<string>();

  /** @param finder works out what is not known; asked for when that is needed */
  constructor(finder: () => Repairs) {
    this.finder = finder;
  }

  /** The repairs of a problem that have been asked for. */
  of(problem: Diagnostic): KnownRepairs {
    return this.known.get(problem) ?? nothingKnown;
  }

  /** Take up what was worked out earlier. */
  add(problem: Diagnostic, known: KnownRepairs): void {
    this.known.set(problem, known);
  }

  fix(problem: Diagnostic, textOf: () => string | null): Fix | null {
    const known = this.of(problem);
    if (known.fix !== undefined) return known.fix;
    const text = textOf();
    if (text === null) return null;
    this.foundIn.add(problem.path);
    const fix = this.finder().fix(problem, () => text);
    this.known.set(problem, { ...known, fix });
    return fix;
  }

  suggest(problem: Diagnostic, textOf: () => string | null): readonly Fix[] {
    if (rules.get(problem.rule)?.canSuggest !== true) return [];
    const known = this.of(problem);
    if (known.suggestions) return known.suggestions;
    const text = textOf();
    if (text === null) return [];
    this.foundIn.add(problem.path);
    const suggestions = this.finder().suggest(problem, () => text);
    this.known.set(problem, { ...known, suggestions });
    return suggestions;
  }
}

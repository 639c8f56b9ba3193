import type { Diagnostic } from "../../lint/diagnostic.ts";
import type { Fix, RelatedPlace, Severity } from "../../rules/rule.ts";
import type { TextRange } from "../../text/range.ts";

/** What a problem says, as plain data. */
export type Said = Omit<Diagnostic, "fix" | "suggest">;

/** What may be done about a problem. */
export type Repairs = Pick<Diagnostic, "fix" | "suggest">;

/** The repairs of a problem that somebody has asked for; left out are those that nobody has. */
export interface KnownRepairs {
  readonly fix?: Fix | null;
  readonly suggestions?: readonly Fix[];
}

/**
 * A problem that remembers its repairs when they have been worked out, so that they can be kept with it. Its text must be the one
 * that was linted, or as long: whoever has none asks for none.
 */
export class RecordedProblem implements Diagnostic {
  readonly rule: string;
  readonly severity: Severity;
  readonly path: string;
  readonly range: TextRange;
  readonly message: string;
  readonly target: string | null;
  readonly related: readonly RelatedPlace[];
  private repairs: Repairs | null;
  private readonly find: (problem: RecordedProblem) => Repairs;
  private knownFix: Fix | null | undefined;
  private knownSuggestions: readonly Fix[] | undefined;

  /**
   * @param known repairs that were worked out earlier
   * @param find finds who works them out; asked once at most, and not where all that is asked for is known
   */
  constructor(said: Said, known: KnownRepairs, find: (problem: RecordedProblem) => Repairs) {
    this.rule = said.rule;
    this.severity = said.severity;
    this.path = said.path;
    this.range = said.range;
    this.message = said.message;
    this.target = said.target;
    this.related = said.related;
    this.repairs = null;
    this.find = find;
    this.knownFix = known.fix;
    this.knownSuggestions = known.suggestions;
  }

  /** The repairs that have been asked for. */
  get known(): KnownRepairs {
    const { knownFix: fix, knownSuggestions: suggestions } = this;
    return { ...(fix !== undefined && { fix }), ...(suggestions && { suggestions }) };
  }

  fix(text: string): Fix | null {
    if (this.knownFix === undefined) this.knownFix = this.found().fix(text);
    return this.knownFix;
  }

  suggest(text: string): readonly Fix[] {
    this.knownSuggestions ??= this.found().suggest(text);
    return this.knownSuggestions;
  }

  private found(): Repairs {
    this.repairs ??= this.find(this);
    return this.repairs;
  }
}

import type { Fix, RelatedPlace, Severity } from "../rules/rule.ts";
import type { TextRange } from "../text/range.ts";

/**
 * A finding with the rule that yields it, its severity and the note it is in. A vault may have hundreds of thousands: it only
 * says what was found, and keeps nothing of the note.
 */
export interface Diagnostic {
  readonly rule: string;
  readonly severity: Severity;
  /** The note, vault-relative; `linkage.yaml` for a mistake in the config. */
  readonly path: string;
  readonly range: TextRange;
  readonly message: string;
  readonly target: string | null;
  readonly related: readonly RelatedPlace[];
  /** There may be a sure repair: where there never is one, nobody need have the note's text. */
  readonly canFix: boolean;
  /** Who is asked for its repairs; the same for all that one linter finds in a vault. */
  readonly repairs: Repairs;
}

/** The text of a problem's note as it was parsed, for who needs it; null if it can no longer be had. */
type TextOf = () => string | null;

/** Works out the repairs of problems when somebody asks for them. Of what is known already nobody need read the text. */
export interface Repairs {
  readonly fix: (problem: Diagnostic, textOf: TextOf) => Fix | null;
  readonly suggest: (problem: Diagnostic, textOf: TextOf) => readonly Fix[];
}

/** The repairs of problems that lie outside the text of all notes. */
export const noRepairs: Repairs = { fix: () => null, suggest: () => [] };

/** What problems have in common that are about one place only. */
export const noPlaces: readonly RelatedPlace[] = [];

/**
 * The one sure repair of a problem, or null. It is that of the note as the index has it: where the rule no longer finds the problem,
 * there is none.
 * @param text the note's text as it was parsed
 */
export function fixFor(problem: Diagnostic, text: string): Fix | null {
  return problem.canFix ? problem.repairs.fix(problem, () => text) : null;
}

/** Repairs of a problem that the author must choose from, best first, as for {@link fixFor}. */
export function suggestionsFor(problem: Diagnostic, text: string): readonly Fix[] {
  return problem.repairs.suggest(problem, () => text);
}

/** As {@link fixFor}; a text is read only where the repair is not known. None where the text can no longer be had. */
export function fixIn(problem: Diagnostic, texts: Texts): Fix | null {
  return problem.canFix ? problem.repairs.fix(problem, () => texts.text(problem.path)) : null;
}

/** As {@link suggestionsFor}, with the text as for {@link fixIn}. */
export function suggestionsIn(problem: Diagnostic, texts: Texts): readonly Fix[] {
  return problem.repairs.suggest(problem, () => texts.text(problem.path));
}

/** The texts of notes by path as they were parsed; null for one that can no longer be had. */
interface Texts {
  readonly text: (path: string) => string | null;
}

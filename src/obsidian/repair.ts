import { fixFor, suggestionsFor, type Diagnostic } from "../lint/diagnostic.ts";
import type { Fix } from "../rules/rule.ts";

/** What can be done about a problem in `text`, the text it was found in: the sure repair first, then what the author must choose from. */
export function repairsOf(diagnostic: Diagnostic, text: string): readonly Fix[] {
  const fix = fixFor(diagnostic, text);
  const suggestions = suggestionsFor(diagnostic, text);
  return fix ? [fix, ...suggestions.filter(({ title }) => title !== fix.title)] : suggestions;
}

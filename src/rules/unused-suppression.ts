import { quote } from "../text/quote.ts";
import { noOptions } from "./no-options.ts";
import { withdrawRule } from "./repairs/suppression-edits.ts";
import { defineSuppressionRule } from "./rule.ts";

/** What is switched off would otherwise be reported. */
export const unusedSuppression = defineSuppressionRule({
  id: "unused-suppression",
  summary: "A suppression names a rule that would otherwise report something there.",
  severity: "warning",
  options: noOptions,
  checkSuppression(unused, isKnown) {
    const { id, from, to } = unused.named;
    const message = isKnown
      ? `${quote(id)} reports nothing here, expected no suppression of it`
      : `There is no rule ${quote(id)}, expected the id of one`;
    return { range: { from, to }, message, target: id, fact: unused };
  },
  fix({ suppression, named }, { note, text }) {
    const edits = withdrawRule(note, text, suppression, named);
    return edits && { title: `Remove the suppression of ${quote(named.id)}`, edits };
  },
});

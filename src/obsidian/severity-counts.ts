import { setIcon } from "obsidian";
import { numberText } from "./reader-language.ts";
import { severities } from "../rules/rule.ts";
import type { ProblemCount } from "./problem-count.ts";
import { severityIcons } from "./severity-icons.ts";
import { texts } from "./texts.ts";

/**
 * Show the problems of a note in an element that stands for them: an icon and a count for each severity, in its colour. It is left as it is
 * where it shows as many already.
 */
export function showCounts(el: HTMLElement, count: ProblemCount): void {
  const said = texts.noteProblems.inNote(count);
  if (el.getAttr("aria-label") === said) return;
  el.empty();
  el.setAttr("aria-label", said);
  const shown = severities.filter((severity) => count[severity] > 0);
  if (shown.length === 0) setIcon(el.createSpan({ cls: "linkage-status-icon" }), "check");
  for (const severity of shown) {
    const icon = el.createSpan({ cls: ["linkage-status-icon", `linkage-status-${severity}`] });
    setIcon(icon, severityIcons[severity]);
    el.createSpan({ cls: "linkage-status-count", text: numberText(count[severity]) });
  }
}

import { setIcon } from "obsidian";
import { formatCount } from "../report/count.ts";
import { severities } from "../rules/rule.ts";
import { sayProblems, type ProblemCount } from "./problem-count.ts";
import { severityIcons } from "./severity-icons.ts";

/** Show the problems of a note in an element that stands for them: an icon and a count for each severity, in its colour. */
export function showCounts(el: HTMLElement, count: ProblemCount): void {
  el.empty();
  el.setAttr("aria-label", `${sayProblems(count)} in this note`);
  const shown = severities.filter((severity) => count[severity] > 0);
  if (shown.length === 0) setIcon(el.createSpan({ cls: "linkage-status-icon" }), "check");
  for (const severity of shown) {
    const icon = el.createSpan({ cls: ["linkage-status-icon", `linkage-status-${severity}`] });
    setIcon(icon, severityIcons[severity]);
    el.createSpan({ cls: "linkage-status-count", text: formatCount(count[severity]) });
  }
}

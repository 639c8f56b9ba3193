import { countOf, formatCount } from "./count.ts";
import { filesOf, problemsIn, sureRepairsIn, type RuleSection } from "./groups.ts";
import type { Sources } from "./sources.ts";
import type { Style } from "./style.ts";

/** One line for each rule: how much of what, and how much of it can surely be repaired. */
export function* overviewLines(
  sections: readonly RuleSection[],
  sources: Sources,
  style: Style,
): Generator<string> {
  const ruleWidth = Math.max(...sections.map(({ rule }) => rule.length));
  const whereWidth = Math.max(...sections.map((section) => where(section, sources).length));
  for (const section of sections) {
    const { rule, severity } = section;
    const sure = sureRepairsIn(section);
    const line = [
      style.strong(formatCount(problemsIn(section)).padStart(7)),
      style[severity](severity.padEnd("warning".length)),
      rule.padEnd(ruleWidth),
      where(section, sources).padEnd(whereWidth),
      sure > 0 ? style.sure(`→ ${countOf(sure, "sure repair")}`) : "",
    ];
    yield line.join("  ").trimEnd();
  }
  yield "";
}

/** `306 in 76 notes, 53 targets`: how many problems a section has, where, and about what if that is less. */
export function sectionCount(section: RuleSection, sources: Sources): string {
  return `${formatCount(problemsIn(section))} ${where(section, sources)}`;
}

function where(section: RuleSection, sources: Sources): string {
  const files = filesOf(section);
  const word = [...files].every(sources.isNote) ? "note" : "file";
  const targets = new Set(section.groups.flatMap(({ target }) => target ?? [])).size;
  const about = targets > 0 && targets < problemsIn(section) ? `, ${countOf(targets, "target")}` : "";
  return `in ${countOf(files.size, word)}${about}`;
}

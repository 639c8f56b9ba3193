import { countOf, formatCount } from "./count.ts";
import { filesOf, problemsIn, sureRepairsIn, type RuleSection } from "./groups.ts";
import type { Sources } from "./sources.ts";
import type { Style } from "./style.ts";

/** One line for each rule: how much of what, and how much of it can surely be repaired. `placeOf` is {@link placeOfSection}. */
export function* overviewLines(
  sections: readonly RuleSection[],
  placeOf: (section: RuleSection) => string,
  style: Style,
): Generator<string> {
  const ruleWidth = Math.max(...sections.map(({ rule }) => rule.length));
  const placeWidth = Math.max(...sections.map((section) => placeOf(section).length));
  for (const section of sections) {
    const { rule, severity } = section;
    const sure = sureRepairsIn(section);
    const line = [
      style.strong(formatCount(problemsIn(section)).padStart(7)),
      style[severity](severity.padEnd("warning".length)),
      rule.padEnd(ruleWidth),
      placeOf(section).padEnd(placeWidth),
      sure > 0 ? style.sure(`→ ${countOf(sure, "sure repair")}`) : "",
    ];
    yield line.join("  ").trimEnd();
  }
  yield "";
}

/** `in 76 notes, 53 targets`: where the problems of a section are, and what they are about if that is less. */
export function placeOfSection(section: RuleSection, sources: Sources): string {
  const files = filesOf(section);
  const word = [...files].every(sources.isNote) ? "note" : "file";
  const targets = new Set(section.groups.map(({ target }) => target).filter((target) => target !== null))
    .size;
  const about = targets > 0 && targets < problemsIn(section) ? `, ${countOf(targets, "target")}` : "";
  return `in ${countOf(files.size, word)}${about}`;
}

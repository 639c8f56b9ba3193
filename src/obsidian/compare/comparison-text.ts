import { countOf } from "../../report/count.ts";
import type { VaultComparison } from "./compare-vault.ts";
import type { LinkDifference } from "./link-differences.ts";

/** How the author's words are set off in a sentence. */
export type Quote = (text: string) => string;

/** What came of a comparison: first what differs, then what is expected to. */
export function comparisonSummary(comparison: VaultComparison): readonly string[] {
  const { notes, differing, notIndexed, html, reference } = comparison;
  const count = differing.reduce((sum, { differences }) => sum + differences.length, 0);
  const found =
    count === 0
      ? `No differences in ${countOf(notes, "note")}`
      : `${countOf(count, "difference")} in ${String(differing.length)} of ${countOf(notes, "note")}`;
  const places = ({ links, notes }: VaultComparison["html"]): string =>
    `${countOf(links, "link")} in ${countOf(notes, "note")}`;
  return [
    found,
    ...(notIndexed.length > 0 ? [`Obsidian has not indexed ${countOf(notIndexed.length, "note")}`] : []),
    ...(html.links > 0 ? [`As expected, Obsidian does not index what stands in HTML: ${places(html)}`] : []),
    ...(reference.links > 0
      ? [`As expected, Obsidian keeps reference links apart: ${places(reference)}`]
      : []),
  ];
}

/** One difference in a sentence. */
export function sayDifference({ kind, text, ours, app }: LinkDifference, quote: Quote): string {
  const to = (path: string | null): string => (path === null ? "nowhere" : `to ${quote(path)}`);
  switch (kind) {
    case "target":
      return `${quote(text)} leads ${to(ours)} in Linkage, but ${to(app)} in Obsidian`;
    case "only-ours":
      return `Only Linkage reads ${quote(text)} as a link, which leads ${to(ours)}`;
    case "only-app":
      return `Only Obsidian reads ${quote(text)} as a link, which leads ${to(app)}`;
    case "counted":
      return `Only Obsidian counts a link to ${quote(text)} in this note`;
    case "uncounted":
      return `Only Linkage counts a link to ${quote(text)} in this note`;
  }
}

/** A comparison as Markdown, to be pasted into a note or a report: no link in it leads anywhere. */
export function comparisonMarkdown(comparison: VaultComparison): string {
  const sections = comparison.differing.map(({ path, differences }) => {
    const items = differences.map((difference) => `- ${sayDifference(difference, code)}`);
    return [`## ${code(path)}`, "", ...items, ""];
  });
  const notIndexed = comparison.notIndexed.map((path) => `- ${code(path)}`);
  return [
    "# Links of Linkage and of Obsidian",
    "",
    ...comparisonSummary(comparison).map((line) => `- ${line}`),
    "",
    ...sections.flat(),
    ...(notIndexed.length > 0 ? ["## Not indexed by Obsidian", "", ...notIndexed, ""] : []),
  ].join("\n");
}

/** Text as inline code, with a fence longer than any run of backticks in it. */
function code(text: string): string {
  const line = text.replaceAll(/\s+/g, " ");
  const runs = Array.from(line.matchAll(/`+/g), ([run]) => run.length);
  const fence = "`".repeat(Math.max(0, ...runs) + 1);
  return runs.length > 0 ? `${fence} ${line} ${fence}` : fence + line + fence;
}

import type { VaultComparison } from "./compare-vault.ts";
import type { LinkDifference } from "./link-differences.ts";
import { texts } from "../texts.ts";

/** How the author's words are set off in a sentence. */
export type Quote = (text: string) => string;

/** What came of a comparison: first what differs, then what is expected to. */
export function comparisonSummary(comparison: VaultComparison): readonly string[] {
  const { notes, differing, notIndexed, html, reference } = comparison;
  const count = differing.reduce((sum, { differences }) => sum + differences.length, 0);
  const found =
    count === 0 ? texts.compare.noDifferences(notes) : texts.compare.found(count, differing.length, notes);
  return [
    found,
    ...(notIndexed.length > 0 ? [texts.compare.notIndexed(notIndexed.length)] : []),
    ...(html.links > 0 ? [texts.compare.inHtml(html.links, html.notes)] : []),
    ...(reference.links > 0 ? [texts.compare.ofReferences(reference.links, reference.notes)] : []),
  ];
}

/** One difference in a sentence. */
export function sayDifference({ kind, text, ours, app }: LinkDifference, quote: Quote): string {
  const link = quote(text);
  const to = (path: string | null): string | null => (path === null ? null : quote(path));
  switch (kind) {
    case "target":
      return texts.compare.target(link, to(ours), to(app));
    case "only-ours":
      return texts.compare.onlyOurs(link, to(ours));
    case "only-app":
      return texts.compare.onlyApp(link, to(app));
    case "counted":
      return texts.compare.counted(link);
    case "uncounted":
      return texts.compare.uncounted(link);
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
    `# ${texts.compare.copiedTitle}`,
    "",
    ...comparisonSummary(comparison).map((line) => `- ${line}`),
    "",
    ...sections.flat(),
    ...(notIndexed.length > 0 ? [`## ${texts.compare.copiedNotIndexed}`, "", ...notIndexed, ""] : []),
  ].join("\n");
}

/** Text as inline code, with a fence longer than any run of backticks in it. */
function code(text: string): string {
  const line = text.replaceAll(/\s+/g, " ");
  const runs = Array.from(line.matchAll(/`+/g), ([run]) => run.length);
  const fence = "`".repeat(Math.max(0, ...runs) + 1);
  return runs.length > 0 ? `${fence} ${line} ${fence}` : fence + line + fence;
}

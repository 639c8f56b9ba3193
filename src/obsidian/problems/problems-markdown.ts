import type { Diagnostic } from "../../lint/diagnostic.ts";
import { groupByProblem } from "../../report/groups.ts";
import { countOfSeverity } from "../../report/summary.ts";
import type { VaultIndex } from "../../vault/vault-index.ts";
import { placeOf } from "./row-text.ts";

/** What a list of problems needs to say where they are. */
export interface MarkdownPlaces {
  readonly index: VaultIndex;
  /** A Markdown link to the file at a path. */
  readonly linkTo: (path: string) => string;
}

/** Problems as Markdown, to be pasted into a note: a list for each rule, the most urgent first. */
export function problemsMarkdown(diagnostics: readonly Diagnostic[], places: MarkdownPlaces): string {
  const sections = groupByProblem(diagnostics, () => null);
  return sections
    .map(({ rule, severity, groups }) => {
      const all = groups.flatMap((group) => group.diagnostics);
      const items = all.map((diagnostic) => problemMarkdown(diagnostic, places));
      return `## ${rule}: ${countOfSeverity(all.length, severity)}\n\n${items.join("\n")}\n`;
    })
    .join("\n");
}

/** One problem as an item of a Markdown list. */
export function problemMarkdown(diagnostic: Diagnostic, { index, linkTo }: MarkdownPlaces): string {
  const at = placeOf(diagnostic, index);
  const where = at === "" ? linkTo(diagnostic.path) : `${linkTo(diagnostic.path)} ${at}`;
  return `- ${where} ${escapeMarkdown(diagnostic.message)} (\`${diagnostic.rule}\`)`;
}

/** The author's words must not become links, tags or HTML where the list is pasted. */
function escapeMarkdown(text: string): string {
  return text.replaceAll(/[\\`*_[\]<>#|~=$%^]/g, "\\$&").replaceAll(/\s+/g, " ");
}

import type { CliData } from "obsidian";
import { CannotRun } from "../../report/cannot-run.ts";
import { withLineEnds } from "../../report/lint-report.ts";
import { choiceOf, wholeNumberOf } from "../../report/options.ts";
import { plainScreen } from "../../report/screen.ts";
import { groupsOf, treeFormats, treeReport, usualRequest, withLimit } from "../../report/tree-report.ts";
import { joined, noteTexts, type AskedVault } from "./asked-vault.ts";
import { texts } from "../texts.ts";

/**
 * `linkage:tree`: what a note links to and what links to it, drawn with box characters, or as JSON, Markdown, Mermaid or HTML.
 * @throws CannotRun if no note is named, or none is called so
 */
export async function tree(
  { note, depth, format, groups, limit, all }: CliData,
  asked: AskedVault,
): Promise<string> {
  if (note === undefined) throw new CannotRun(texts.commandLine.noNote);
  const request = {
    depth: depth === undefined ? usualRequest.depth : wholeNumberOf("depth", depth),
    format: choiceOf("format", format ?? usualRequest.format, treeFormats),
    groups: groups === undefined ? usualRequest.groups : groupsOf("groups", groups),
  };
  const rows = limit === undefined ? null : wholeNumberOf("limit", limit);
  const { quoted, lines } = treeReport(
    note,
    withLimit(request, all !== undefined, rows),
    asked.vault.index,
    plainScreen,
  );
  return joined(withLineEnds(lines(await noteTexts(quoted, asked))), asked.slices);
}

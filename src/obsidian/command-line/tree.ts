import type { CliData } from "obsidian";
import { CannotRun } from "../../report/cannot-run.ts";
import { withLineEnds } from "../../report/lint-report.ts";
import { choiceOf, wholeNumberOf } from "../../report/options.ts";
import { plainScreen } from "../../report/screen.ts";
import { groupsOf, treeFormats, treeReport, usualRequest } from "../../report/tree-report.ts";
import { joined, type AskedVault } from "./asked-vault.ts";

/**
 * `linkage:tree`: what a note links to and what links to it, drawn with box characters, or as JSON, Mermaid or HTML.
 * @throws CannotRun if no note is named, or none is called so
 */
export async function tree(
  { note, depth, format, groups }: CliData,
  { vault, slices }: AskedVault,
): Promise<string> {
  if (note === undefined)
    throw new CannotRun("note is missing, expected a path, a name, a note id or a title");
  const request = {
    depth: depth === undefined ? usualRequest.depth : wholeNumberOf("depth", depth),
    format: choiceOf("format", format ?? usualRequest.format, treeFormats),
    groups: groups === undefined ? usualRequest.groups : groupsOf("groups", groups),
  };
  return joined(withLineEnds(treeReport(note, request, vault.index, plainScreen).lines), slices);
}

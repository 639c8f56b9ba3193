import type { CliData } from "obsidian";
import { CannotRun } from "../../report/cannot-run.ts";
import { withLineEnds } from "../../report/lint-report.ts";
import { wholeNumberOf } from "../../report/options.ts";
import { defaultDepth, treeReport } from "../../report/tree-report.ts";
import { joined, pipe, type AskedVault } from "./asked-vault.ts";

/**
 * `linkage:tree`: what a note links to and what links to it, drawn with box characters.
 * @throws CannotRun if no note is named, or none is called so
 */
export async function tree({ note, depth }: CliData, { vault, slices }: AskedVault): Promise<string> {
  if (note === undefined) throw new CannotRun("note is missing, expected a path, a name or a note id");
  const levels = depth === undefined ? defaultDepth : wholeNumberOf("depth", depth);
  return joined(withLineEnds(treeReport(note, levels, vault.index, pipe).lines), slices);
}

import type { Workspace } from "obsidian";
import { problemsViewType } from "./problems/problems-view.ts";

/** Show the problems view, in the right sidebar if it is nowhere yet: with the problems of the note at `path`, or of all notes. */
export async function openProblems(workspace: Workspace, path: string | null): Promise<void> {
  const leaf = await workspace.ensureSideLeaf(problemsViewType, "right", {
    active: true,
    reveal: true,
    state: { note: path },
  });
  // Waits until the view is there: it may have been deferred.
  await workspace.revealLeaf(leaf);
}

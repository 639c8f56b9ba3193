import type { Workspace } from "obsidian";
import type { Grouping } from "./problems/problems-state.ts";
import { ProblemsView, problemsViewType } from "./problems/problems-view.ts";

/** Show the problems view, in the right sidebar if it is nowhere yet: with the problems of the note at `path`, or of all notes. */
export async function openProblems(workspace: Workspace, path: string | null): Promise<void> {
  // A deferred view would be made anew with nothing but this state.
  for (const there of workspace.getLeavesOfType(problemsViewType)) await there.loadIfDeferred();
  const leaf = await workspace.ensureSideLeaf(problemsViewType, "right", {
    active: true,
    reveal: true,
    state: { note: path },
  });
  // Waits until the view is there: it may have been deferred.
  await workspace.revealLeaf(leaf);
}

/** Have all problems views group by something else. Those that are not loaded will when they are made. */
export function groupProblems(workspace: Workspace, grouping: Grouping): void {
  for (const { view } of workspace.getLeavesOfType(problemsViewType))
    if (view instanceof ProblemsView) view.group(grouping);
}

import type { Workspace } from "obsidian";
import { noFilters, type Grouping, type ProblemsState } from "./problems/problems-state.ts";
import { ProblemsView, problemsViewType } from "./problems/problems-view.ts";

/** What of the vault's problems is asked for: all that were counted, of the vault or of one note; or those that the view's filters let through, of whatever note. */
export type WantedProblems =
  | { readonly kind: "filtered" }
  | { readonly kind: "vault" }
  | { readonly kind: "note"; readonly path: string };

/** Show the problems view, in the right sidebar if it is nowhere yet, and have keys go to its tree. */
export async function openProblems(workspace: Workspace, wanted: WantedProblems): Promise<void> {
  // A deferred view would be made anew with nothing but this state.
  for (const there of workspace.getLeavesOfType(problemsViewType)) await there.loadIfDeferred();
  const leaf = await workspace.ensureSideLeaf(problemsViewType, "right", {
    active: true,
    reveal: true,
    state: stateFor(wanted),
  });
  // Waits until the view is there: it may have been deferred.
  await workspace.revealLeaf(leaf);
  if (leaf.view instanceof ProblemsView) leaf.view.focusTree();
}

/** The part of a view's state that shows what is wanted; what was counted is not hidden by filters from before. */
function stateFor(wanted: WantedProblems): Partial<ProblemsState> {
  if (wanted.kind === "filtered") return { note: null };
  return { ...noFilters, note: wanted.kind === "note" ? wanted.path : null };
}

/** Have all problems views group by something else. Those that are not loaded will when they are made. */
export function groupProblems(workspace: Workspace, grouping: Grouping): void {
  for (const { view } of workspace.getLeavesOfType(problemsViewType))
    if (view instanceof ProblemsView) view.group(grouping);
}

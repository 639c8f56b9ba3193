import type { Workspace } from "obsidian";
import { uncoverMainArea } from "../uncover.ts";
import { vaultRequest, type FixRequest } from "./fix-request.ts";
import { FixesView, fixesViewType } from "./fixes-view.ts";

/** Show what repairs would change, in the main area: in the tab that shows others already, or in a new one. */
export type OpenFixes = (wanted: Partial<FixRequest>) => Promise<void>;

/** Shows the preview of what is wanted; what is not said is as in the preview of the whole vault. */
export function fixesOpener(workspace: Workspace): OpenFixes {
  return async (wanted) => {
    const leaf = workspace.getLeavesOfType(fixesViewType)[0] ?? workspace.getLeaf("tab");
    await leaf.setViewState({
      type: fixesViewType,
      active: true,
      state: { ...vaultRequest, ...wanted },
    });
    await workspace.revealLeaf(leaf);
    uncoverMainArea(workspace);
    if (leaf.view instanceof FixesView) leaf.view.focusTree();
  };
}

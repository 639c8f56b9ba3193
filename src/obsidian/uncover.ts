import { WorkspaceMobileDrawer, type Workspace } from "obsidian";

/** Have the main area in sight, where something has been opened: on a phone the drawer of the view that has led there lies over it. */
export function uncoverMainArea({ rightSplit }: Workspace): void {
  if (rightSplit instanceof WorkspaceMobileDrawer) rightSplit.collapse();
}

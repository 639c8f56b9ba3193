import type { App } from "obsidian";
import { texts } from "../texts.ts";
import { uncoverMainArea } from "../uncover.ts";

/** Write a list into a new note, never over another one, and open it in a new tab. */
export async function exportList(text: string, { vault, workspace, fileManager }: App): Promise<void> {
  const near = workspace.getActiveFile()?.path ?? "";
  const folder = fileManager.getNewFileParent(near, texts.problems.exportedFile(1));
  const file = await vault.create(await freePath(folder.isRoot() ? "" : `${folder.path}/`, vault), text);
  await workspace.getLeaf("tab").openFile(file);
  uncoverMainArea(workspace);
}

/** The adapter knows of files that differ in letter case only, where these are one. */
async function freePath(folder: string, { adapter }: App["vault"]): Promise<string> {
  for (let number = 1; ; number++) {
    const path = folder + texts.problems.exportedFile(number);
    if (!(await adapter.exists(path))) return path;
  }
}

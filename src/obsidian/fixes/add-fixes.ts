import type { Plugin } from "obsidian";
import type { NoteBatches } from "../batch/note-batches.ts";
import { addUndoCommand } from "../batch/undo-command.ts";
import type { LiveVault } from "../live-vault.ts";
import { addFixCommands } from "./fix-commands.ts";
import { FixesView, fixesViewType } from "./fixes-view.ts";
import { fixesOpener, type OpenFixes } from "./open-fixes.ts";

/** Add the preview of repairs, and the commands that open it and undo what was applied. Gives what opens it. */
export function addFixes(plugin: Plugin, vault: LiveVault, batches: NoteBatches): OpenFixes {
  plugin.registerView(fixesViewType, (leaf) => new FixesView(leaf, vault, batches));
  const openFixes = fixesOpener(plugin.app.workspace);
  addFixCommands(plugin, vault, openFixes);
  addUndoCommand(plugin, batches);
  return openFixes;
}

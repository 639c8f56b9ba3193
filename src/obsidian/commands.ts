import { type App, type Plugin, type TFile } from "obsidian";
import { CompareModal } from "./compare/compare-modal.ts";
import { LintRun } from "./lint-run.ts";
import type { LiveVault } from "./live-vault.ts";
import { isNote, noteAtHand } from "./note-at-hand.ts";
import { askForNote } from "./new-note/ask-for-note.ts";
import { texts } from "./texts.ts";
import { addProblemCommands } from "./problem-commands.ts";
import { inferNoteTypes } from "./note-types/infer-note-types.ts";
import { countProblems } from "./problem-count.ts";
import { PluginNotice } from "./plugin-notice.ts";

/** Shows all problems, or those that the view's filters let through. */
type OpenProblems = (wanted: "vault" | "filtered") => Promise<void>;

/** Add the plugin's commands. */
export function addCommands(plugin: Plugin, vault: LiveVault, openProblems: OpenProblems): void {
  const lintVault = vaultLinter(plugin, vault, openProblems);
  plugin.addCommand({ id: "lint-vault", name: texts.commands.lintVault, callback: () => void lintVault() });
  plugin.addCommand({
    id: "open-problems",
    name: texts.commands.openProblems,
    callback: () => void openProblems("filtered"),
  });
  plugin.addCommand({
    id: "lint-note",
    name: texts.commands.lintNote,
    checkCallback: (checking) => {
      const file = plugin.app.workspace.getActiveFile();
      if (!isNote(file)) return false;
      if (!checking) void lintNote(file, plugin.app, vault);
      return true;
    },
  });
  plugin.addCommand({
    id: "new-note",
    name: texts.commands.newNote,
    callback: () => void askForNote(plugin.app, vault),
  });
  addProblemCommands(plugin, vault);
  plugin.addCommand({
    id: "infer-note-types",
    name: texts.commands.inferNoteTypes,
    callback: () => void inferNoteTypes(plugin.app, vault),
  });
  plugin.addCommand({
    id: "compare-links",
    name: texts.commands.compareLinks,
    callback: openComparison(plugin, vault),
  });
}

/** Opens the comparison; what is open of it closes with the plugin. */
function openComparison(plugin: Plugin, vault: LiveVault): () => void {
  let modal: CompareModal | null = null;
  plugin.register(() => modal?.close());
  return () => {
    modal = new CompareModal(plugin.app, vault);
    modal.open();
  };
}

/** Lints the vault, one run at a time: who asks again, starts anew. A run ends with the plugin. */
function vaultLinter(plugin: Plugin, vault: LiveVault, openProblems: OpenProblems): () => Promise<void> {
  let run: LintRun | null = null;
  plugin.register(() => run?.cancel());
  return async () => {
    run?.cancel();
    run = new LintRun(vault);
    if (await run.run()) await openProblems("vault");
  };
}

/** Speaks of the text on screen, saved or not, also where nothing is linted live. */
async function lintNote({ path }: TFile, { workspace }: App, vault: LiveVault): Promise<void> {
  await vault.ready;
  const shown = noteAtHand(workspace);
  if (shown?.file.path === path) vault.setText(path, shown.text);
  new PluginNotice(texts.noteProblems.inNote(countProblems(vault.diagnostics(path))));
}

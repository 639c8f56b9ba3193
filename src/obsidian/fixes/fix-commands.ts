import type { Plugin } from "obsidian";
import type { LiveVault } from "../live-vault.ts";
import { isNote, noteAtHand } from "../note-at-hand.ts";
import { problemsAtCursor } from "../problem-at-cursor.ts";
import { missingTargetRules } from "../../rules/missing-target-rules.ts";
import { chooseTarget } from "./choose-target.ts";
import type { OpenFixes } from "./open-fixes.ts";
import { texts } from "../texts.ts";

/** Add the commands that show what repairs would change: of the vault, of a note, or of all links to a missing target. */
export function addFixCommands(plugin: Plugin, vault: LiveVault, openFixes: OpenFixes): void {
  const { app } = plugin;
  plugin.addCommand({
    id: "fix-vault",
    name: texts.commands.fixVault,
    callback: () => void openFixes({}),
  });
  plugin.addCommand({
    id: "fix-note",
    name: texts.commands.fixNote,
    checkCallback: (checking) => {
      const file = noteAtHand(app.workspace)?.file ?? app.workspace.getActiveFile();
      if (!isNote(file)) return false;
      if (!checking) void openFixes({ paths: [file.path], grouping: "rule" });
      return true;
    },
  });
  plugin.addCommand({
    id: "repair-links",
    name: texts.commands.repairLinks,
    editorCheckCallback: (checking, editor, { file }) => {
      if (!isNote(file)) return false;
      vault.setText(file.path, editor.getValue());
      const problems = problemsAtCursor(editor, vault.diagnostics(file.path));
      const target = problems.find(({ rule }) => missingTargetRules.includes(rule))?.target ?? null;
      if (target === null) return false;
      if (!checking) chooseTarget(target, app, vault.linting, openFixes);
      return true;
    },
  });
}

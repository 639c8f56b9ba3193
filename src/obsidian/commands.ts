import { Notice, type Editor, type Plugin, type TFile } from "obsidian";
import type { Diagnostic } from "../lint/diagnostic.ts";
import { isNotePath } from "../vault/names.ts";
import { CompareModal } from "./compare/compare-modal.ts";
import { LintRun } from "./lint-run.ts";
import type { LiveVault } from "./live-vault.ts";
import { applyFix, fixAtCursor, goToProblem, problemAtCursor, problemsIn } from "./problem-at-cursor.ts";
import { countProblems, sayProblems } from "./problem-count.ts";
import { RuleModal } from "./rule-modal.ts";

/** Add the plugin's commands. Those for an editor are there where they have something to do. */
export function addCommands(plugin: Plugin, vault: LiveVault, openProblems: () => Promise<void>): void {
  const lintVault = vaultLinter(plugin, vault, openProblems);
  plugin.addCommand({ id: "lint-vault", name: "Lint vault", callback: () => void lintVault() });
  plugin.addCommand({ id: "open-problems", name: "Open problems", callback: () => void openProblems() });
  plugin.addCommand({
    id: "lint-note",
    name: "Lint this note",
    checkCallback: (checking) => {
      const file = plugin.app.workspace.getActiveFile();
      if (!isNote(file)) return false;
      if (!checking) void lintNote(file, vault);
      return true;
    },
  });
  for (const way of ["next", "previous"] as const) {
    plugin.addCommand({
      id: `${way}-problem`,
      name: way === "next" ? "Next problem" : "Previous problem",
      editorCheckCallback: (checking, editor, { file }) => {
        const problems = problemsOf(editor, file, vault);
        if (problems.length === 0) return false;
        const reached = checking ? null : goToProblem(editor, problems, way);
        if (reached) new Notice(reached.message);
        return true;
      },
    });
  }
  plugin.addCommand({
    id: "fix-problem",
    name: "Fix this problem",
    editorCheckCallback: (checking, editor, { file }) => {
      const fix = fixAtCursor(editor, problemsOf(editor, file, vault));
      if (fix && !checking) applyFix(editor, fix);
      return fix !== null;
    },
  });
  plugin.addCommand({
    id: "explain-problem",
    name: "Explain this problem",
    editorCheckCallback: (checking, editor, { file }) => {
      const problem = problemAtCursor(editor, problemsOf(editor, file, vault));
      if (problem && !checking) new RuleModal(plugin.app, problem.rule).open();
      return problem !== null;
    },
  });
  plugin.addCommand({
    id: "compare-links",
    name: "Compare with the app's links",
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
function vaultLinter(
  plugin: Plugin,
  vault: LiveVault,
  openProblems: () => Promise<void>,
): () => Promise<void> {
  let run: LintRun | null = null;
  plugin.register(() => run?.cancel());
  return async () => {
    run?.cancel();
    run = new LintRun(vault);
    if (await run.run()) await openProblems();
  };
}

async function lintNote({ path }: TFile, vault: LiveVault): Promise<void> {
  await vault.ready;
  new Notice(`${sayProblems(countProblems(vault.diagnostics(path)))} in this note`);
}

function problemsOf(editor: Editor, file: TFile | null, vault: LiveVault): readonly Diagnostic[] {
  return isNote(file) ? problemsIn(editor, file, vault) : [];
}

function isNote(file: TFile | null): file is TFile {
  return file !== null && isNotePath(file.path);
}

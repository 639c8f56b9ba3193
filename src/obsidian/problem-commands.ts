import { MarkdownView, type App, type Editor, type Plugin } from "obsidian";
import type { Diagnostic } from "../lint/diagnostic.ts";
import type { Fix } from "../rules/rule.ts";
import { ChooseModal } from "./choose-modal.ts";
import type { LiveVault } from "./live-vault.ts";
import { inEditor, isNote, noteAtHand, type NoteAtHand } from "./note-at-hand.ts";
import { applyFix, problemFrom, problemsAtCursor, repairsOfAll, selectRange } from "./problem-at-cursor.ts";
import { isInProperties, showSource } from "./problems/open-problem.ts";
import { texts } from "./texts.ts";
import { reasonOf } from "./read-note.ts";
import { RuleModal } from "./rule-modal.ts";
import { PluginNotice } from "./plugin-notice.ts";

/** Add the commands on single problems of the note at hand. They are there where there is something to do. */
export function addProblemCommands(plugin: Plugin, vault: LiveVault): void {
  const { app } = plugin;
  const say = oneNotice(plugin);
  for (const way of ["next", "previous"] as const) {
    plugin.addCommand({
      id: `${way}-problem`,
      name: way === "next" ? texts.commands.nextProblem : texts.commands.previousProblem,
      checkCallback: (checking) => {
        const note = noteAtHand(app.workspace);
        if (!note || problemsIn(note, vault).length === 0) return false;
        if (!checking) void goToProblem(note, way, app, vault).then(say);
        return true;
      },
    });
  }
  plugin.addCommand({
    id: "fix-problem",
    name: texts.commands.fixProblem,
    editorCheckCallback: (checking, editor, { file }) => {
      if (!isNote(file)) return false;
      const text = editor.getValue();
      const repairs = repairsOfAll(problemsAtCursor(editor, problemsOf(file.path, text, vault)), text);
      if (repairs.length === 0) return false;
      const [sure, ...more] = repairs.filter(({ isSure }) => isSure);
      const take = (fix: Fix): void => {
        applyTo(editor, fix, text, file.path);
      };
      if (checking) return true;
      if (sure && more.length === 0) take(sure.fix);
      else {
        const choices = repairs.map(({ fix, rule }) => ({
          text: texts.editor.repairOf(fix.title, rule),
          take: () => {
            take(fix);
          },
        }));
        new ChooseModal(app, texts.editor.chooseRepair, choices).open();
      }
      return true;
    },
  });
  plugin.addCommand({
    id: "explain-problem",
    name: texts.commands.explainProblem,
    checkCallback: (checking) => {
      const note = noteAtHand(app.workspace);
      const rules = note ? rulesToExplain(note, vault) : [];
      if (!checking) explain(rules, app);
      return rules.length > 0;
    },
  });
}

/** Says one thing at a time: a new one takes the place of the last. */
function oneNotice(plugin: Plugin): (message: string | null) => void {
  let last: PluginNotice | null = null;
  plugin.register(() => last?.hide());
  return (message) => {
    last?.hide();
    last = message === null ? null : new PluginNotice(message);
  };
}

function problemsIn({ file, text }: NoteAtHand, vault: LiveVault): readonly Diagnostic[] {
  return problemsOf(file.path, text, vault);
}

/** The problems of the text that a note has at this moment. */
function problemsOf(path: string, text: string, vault: LiveVault): readonly Diagnostic[] {
  vault.setText(path, text);
  return vault.diagnostics(path);
}

/** Move the cursor to a problem, in sight. Gives what the problem is, or what is in the way; null if there is none. */
async function goToProblem(
  note: NoteAtHand,
  way: "next" | "previous",
  app: App,
  vault: LiveVault,
): Promise<string | null> {
  try {
    const shown = await inEditor(note, app.workspace);
    const found = shown && problemFrom(shown.editor, problemsIn(shown, vault), way);
    if (!shown || !found) return null;
    const { leaf, file, text } = shown;
    if (leaf && isInProperties(found.range, vault.index.note(file.path))) await showSource(leaf);
    // To show the source may bring another editor.
    const editor = leaf?.view instanceof MarkdownView ? leaf.view.editor : shown.editor;
    if (editor.getValue() !== text) return texts.problems.gone(file.path);
    selectRange(editor, found.range);
    return found.message;
  } catch (error) {
    return texts.shared.failed(reasonOf(error));
  }
}

/** Nothing is written into another text than the one that the repair is of. */
function applyTo(editor: Editor, fix: Fix, text: string, path: string): void {
  if (editor.getValue() === text) applyFix(editor, fix);
  else new PluginNotice(texts.problems.changed(path));
}

/** The rule of the first problem at the cursor; in reading view, which has no cursor, those of all problems. */
function rulesToExplain(note: NoteAtHand, vault: LiveVault): readonly string[] {
  const problems = problemsIn(note, vault);
  if (note.isReading) return [...new Set(problems.map(({ rule }) => rule))];
  return problemsAtCursor(note.editor, problems)
    .slice(0, 1)
    .map(({ rule }) => rule);
}

function explain(rules: readonly string[], app: App): void {
  const open = (rule: string): void => {
    new RuleModal(app, rule).open();
  };
  const [first, ...more] = rules;
  if (first === undefined) return;
  if (more.length === 0) open(first);
  else {
    const choices = rules.map((rule) => ({
      text: rule,
      take: () => {
        open(rule);
      },
    }));
    new ChooseModal(app, texts.editor.chooseRule, choices).open();
  }
}

import { forceLinting, linter, lintGutter, type Diagnostic as EditorDiagnostic } from "@codemirror/lint";
import { findClusterBreak, StateEffect, type Extension, type Text } from "@codemirror/state";
import { closeHoverTooltips, ViewPlugin, type EditorView, type PluginValue } from "@codemirror/view";
import { editorInfoField } from "obsidian";
import type { Diagnostic } from "../lint/diagnostic.ts";
import type { Fix } from "../rules/rule.ts";
import type { TextRange } from "../text/range.ts";
import { isNotePath } from "../vault/names.ts";
import type { LiveVault } from "./live-vault.ts";
import { repairsOf } from "./repair.ts";
import { RuleModal } from "./rule-modal.ts";
import { Slices } from "./slices.ts";
import { texts } from "./texts.ts";

/** How long a text must rest before it is linted, unless the user wants it otherwise, in milliseconds. */
export const LINT_DELAY = 300;

/** The note's problems may have changed though its text has not. */
const relint = StateEffect.define();

/**
 * The problems of the note in an editor, as the author writes. Ranges are those of the editor's text, saved or not, never of
 * the file: its line ends may differ.
 */
export function editorLint(vault: LiveVault, delay = LINT_DELAY): Extension {
  const linting = new Set<EditorView>();
  const tell = (view: EditorView, takeUp: () => void): void => {
    linting.add(view);
    try {
      takeUp();
    } finally {
      linting.delete(view);
    }
  };
  const source = (view: EditorView): Promise<readonly EditorDiagnostic[]> =>
    editorDiagnostics(view, vault, tell);
  return [
    linter(source, {
      delay,
      needsRefresh: ({ transactions }) =>
        transactions.some(({ effects }) => effects.some((effect) => effect.is(relint))),
    }),
    lintGutter(),
    ViewPlugin.define((view) => followVault(view, vault, linting)),
  ];
}

/** Lint again when what other notes or the config say has changed; what this editor itself has just told the vault is no news. */
function followVault(view: EditorView, vault: LiveVault, linting: ReadonlySet<EditorView>): PluginValue {
  const stop = vault.onChange((affected) => {
    const path = notePathOf(view);
    if (path !== null && affected.has(path) && !linting.has(view))
      view.dispatch({ effects: relint.of(null) });
  });
  return { destroy: stop };
}

/** In slices: the first note takes a while, since nothing of what reads and lints it has run before. */
async function editorDiagnostics(
  view: EditorView,
  vault: LiveVault,
  tell: (view: EditorView, takeUp: () => void) => void,
): Promise<readonly EditorDiagnostic[]> {
  const path = notePathOf(view);
  if (path === null) return [];
  const { doc } = view.state;
  const text = doc.toString();
  // The text is another by now: it is linted soon, and nobody waits for this.
  const isOld = (): boolean => view.state.doc !== doc || notePathOf(view) !== path;
  const slices = new Slices();
  const takeUp = vault.readText(path, text);
  if (slices.spent()) await slices.pause();
  if (isOld()) return [];
  tell(view, takeUp);
  if (slices.spent()) await slices.pause();
  if (isOld()) return [];
  // The file may have come to say something else meanwhile: the editor is told soon.
  if (vault.editedText(path) !== text) return [];
  const found = vault
    .diagnostics(path)
    .map((diagnostic) => editorDiagnostic(diagnostic, doc, () => repairsIn(text, diagnostic, vault)));
  if (slices.spent()) await slices.pause();
  return found;
}

/** The note in an editor; null for one that shows something else, such as a canvas card. */
function notePathOf({ state }: EditorView): string | null {
  const path = state.field(editorInfoField, false)?.file?.path;
  return path !== undefined && isNotePath(path) ? path : null;
}

/** A problem as the editor shows it, with the rule that it comes from. */
interface ShownProblem extends EditorDiagnostic {
  readonly rule: string;
}

/** The repairs of a problem in `text`; null where the vault has another text of the note by now, whose facts are not those of this one. */
function repairsIn(text: string, problem: Diagnostic, vault: LiveVault): readonly Fix[] | null {
  return vault.editedText(problem.path) === text ? repairsOf(problem, text) : null;
}

function editorDiagnostic(
  diagnostic: Diagnostic,
  doc: Text,
  repairs: () => readonly Fix[] | null,
): ShownProblem {
  let actions: NonNullable<EditorDiagnostic["actions"]> | null = null;
  return {
    ...visible(diagnostic.range, doc),
    severity: diagnostic.severity,
    source: texts.editor.source,
    rule: diagnostic.rule,
    message: diagnostic.message,
    renderMessage: (view) => messageElement(diagnostic, view),
    // Asked for when the problem is shown: to look for repairs may take longer than to find what is wrong.
    get actions() {
      actions ??= repairs()?.map((repair) => actionOf(repair, doc)) ?? null;
      return actions ?? [];
    },
  };
}

/** The message, and behind it the rule's name, which opens what is to be known of the rule. */
function messageElement({ message, rule }: Diagnostic, view: EditorView): Node {
  const el = createSpan();
  // English, though it may begin or end with words of the author's that go the other way.
  el.createSpan({ text: message, attr: { dir: "ltr" } });
  const app = view.state.field(editorInfoField, false)?.app;
  const link = el.createEl("button", { cls: "linkage-rule-link", text: rule, attr: { type: "button" } });
  link.onClickEvent(() => {
    closeTooltips(view);
    if (app) new RuleModal(app, rule).open();
  });
  return el;
}

/** Tooltips stand above the app's dialogs. That of the gutter goes when the mouse moves elsewhere, and has no other way to. */
function closeTooltips(view: EditorView): void {
  view.dispatch({ effects: closeHoverTooltips });
  const elsewhere = { clientX: -1000, clientY: -1000 };
  window.dispatchEvent(new MouseEvent("mousemove", elsewhere));
}

/** A range to underline: an empty one takes in a character of its line, if there is one. */
function visible({ from, to }: TextRange, doc: Text): TextRange {
  if (from < to) return { from, to };
  const line = doc.lineAt(from);
  const at = from - line.from;
  if (from < line.to) return { from, to: line.from + findClusterBreak(line.text, at) };
  return { from: line.from + findClusterBreak(line.text, at, false), to: from };
}

/** The edits hold only for the text they come from: of older text they do nothing. A problem stays on screen until the next run, so that is now. */
function actionOf({ title, edits }: Fix, doc: Text): NonNullable<EditorDiagnostic["actions"]>[number] {
  return {
    name: title,
    apply: (view) => {
      if (!view.state.doc.eq(doc)) return;
      view.dispatch({ changes: [...edits], userEvent: "input.linkage" });
      forceLinting(view);
    },
  };
}

import { MarkdownView, type App, type Editor, type PaneType, type WorkspaceLeaf } from "obsidian";
import type { Diagnostic } from "../../lint/diagnostic.ts";
import type { Note } from "../../note/note.ts";
import { lineStarts, positionAt } from "../../text/lines.ts";
import type { TextRange } from "../../text/range.ts";
import { isNotePath } from "../../vault/names.ts";
import { problemInText } from "./linted-text.ts";
import type { ProblemsSource } from "./problems-source.ts";
import { texts } from "../texts.ts";
import { uncoverMainArea } from "../uncover.ts";
import { PluginNotice } from "../plugin-notice.ts";

/**
 * Go to a problem's range in an editor. A notice, and no jump, if its file or the problem is no longer there.
 * @param oldPath the path that its note had when it was listed
 */
export async function openProblem(
  listed: Diagnostic,
  oldPath: string,
  pane: PaneType | boolean,
  app: App,
  source: ProblemsSource,
): Promise<void> {
  const message = await open(listed, oldPath, pane, app, source);
  if (message !== null) new PluginNotice(message);
}

/** Says what is in the way, or null. What the system says of a file that cannot be read is for nobody who writes. */
async function open(
  listed: Diagnostic,
  oldPath: string,
  pane: PaneType | boolean,
  app: App,
  source: ProblemsSource,
): Promise<string | null> {
  const { path } = listed;
  try {
    return isNotePath(path)
      ? await openRange(listed, oldPath, pane, app, source)
      : await configProblem(listed, pane, app);
  } catch {
    return (await app.vault.adapter.exists(path)) ? texts.problems.notOpened(path) : texts.shared.gone(path);
  }
}

/** Says what is in the way, or null. */
async function openRange(
  listed: Diagnostic,
  oldPath: string,
  pane: PaneType | boolean,
  app: App,
  source: ProblemsSource,
): Promise<string | null> {
  const { path } = listed;
  const file = app.vault.getFileByPath(path);
  if (!file) return texts.shared.gone(path);
  const leaf = app.workspace.getLeaf(pane);
  await leaf.openFile(file, { active: true, state: { mode: "source" } });
  uncoverMainArea(app.workspace);
  if (source.index.note(path) === null) {
    // It was renamed a moment ago, or the problem is that it cannot be read.
    const before = source.index.note(oldPath);
    const { view } = leaf;
    if (before && view instanceof MarkdownView && view.editor.getValue().length === before.length)
      select(listed.range, view.editor);
    return null;
  }
  if (!(leaf.view instanceof MarkdownView)) return texts.problems.notANote(path);
  const problem = problemInText(listed, leaf.view.editor.getValue(), source);
  if (!problem) return texts.problems.gone(path);
  if (isInProperties(problem.range, source.index.note(path))) await showSource(leaf);
  select(problem.range, leaf.view.editor);
  return null;
}

/** Whether a range is in what live preview shows as properties. */
export function isInProperties({ from }: TextRange, note: Note | null): boolean {
  if (note === null) return false;
  const { state, to } = note.frontmatter;
  return (state === "read" || state === "unreadable") && from < to;
}

/** Properties in live preview have no text that a cursor could go to. */
export async function showSource(leaf: WorkspaceLeaf): Promise<void> {
  const viewState = leaf.getViewState();
  if (viewState.state?.["source"] === true) return;
  await leaf.setViewState({ ...viewState, state: { ...viewState.state, mode: "source", source: true } });
}

/** Go to a mistake of `linkage.yaml` where the app has loaded the file and opens it as text; else say what to do. */
async function configProblem(
  { path, range, message }: Diagnostic,
  pane: PaneType | boolean,
  app: App,
): Promise<string | null> {
  const { adapter } = app.vault;
  if (!(await adapter.exists(path))) return texts.shared.gone(path);
  const { line } = positionAt(lineStarts(await adapter.read(path)), range.from);
  const file = app.vault.getFileByPath(path);
  if (!file) return texts.problems.inConfig(path, line, message);
  const leaf = app.workspace.getLeaf(pane);
  await leaf.openFile(file, { active: true });
  uncoverMainArea(app.workspace);
  const { view } = leaf;
  if (!(view instanceof MarkdownView)) return texts.problems.inConfig(path, line, message);
  select(range, view.editor);
  return null;
}

function select(range: TextRange, editor: Editor): void {
  const from = editor.offsetToPos(range.from);
  const to = editor.offsetToPos(range.to);
  editor.setSelection(from, to);
  editor.scrollIntoView({ from, to }, true);
  editor.focus();
}

import { defaultKeymap, history, historyKeymap } from "@codemirror/commands";
import { Compartment, EditorState, Transaction, type Extension } from "@codemirror/state";
import { drawSelection, EditorView, keymap } from "@codemirror/view";
import { appFields, knowEditor, setLivePreview, type FileInfo } from "./fields.ts";
import { suggestWhileTyping } from "./editor-suggest.ts";
import { livePreview } from "./live-preview.ts";
import { sourceMarks } from "./source-marks.ts";

/** The extensions that plugins have registered: replaced when one comes or goes. */
const pluginExtensions = new Compartment();

export interface EditorOptions {
  readonly parent: HTMLElement;
  readonly info: FileInfo;
  readonly isLivePreview: boolean;
  readonly extensions: readonly Extension[];
  /** The text has changed, by the author or another. */
  readonly onChange: () => void;
}

/** An editor of the app: CodeMirror with its fields, its marks, its history, and the extensions of plugins. */
export function createEditor({
  parent,
  info,
  isLivePreview,
  extensions,
  onChange,
}: EditorOptions): EditorView {
  const view = new EditorView({
    parent,
    root: parent.doc,
    state: EditorState.create({
      extensions: [
        appFields(info, isLivePreview),
        history(),
        drawSelection(),
        EditorView.lineWrapping,
        sourceMarks,
        livePreview,
        keymap.of([...defaultKeymap, ...historyKeymap]),
        EditorView.contentAttributes.of({ "aria-label": "Editor", spellcheck: "false" }),
        EditorView.updateListener.of(({ docChanged, transactions }) => {
          if (docChanged && !transactions.some((each) => each.annotation(Transaction.remote))) onChange();
        }),
        suggestWhileTyping(info),
        pluginExtensions.of([...extensions]),
      ],
    }),
  });
  knowEditor(view);
  return view;
}

/** Let an editor have the extensions that are registered now. */
export function setPluginExtensions(view: EditorView, extensions: readonly Extension[]): void {
  view.dispatch({ effects: pluginExtensions.reconfigure([...extensions]) });
}

/** Show live preview, or the source. */
export function setEditorMode(view: EditorView, isLivePreview: boolean): void {
  view.dispatch({ effects: setLivePreview.of(isLivePreview) });
}

/** Take up a text from elsewhere. Only what differs is replaced, so that the cursor and the marks of the rest stay. */
export function replaceText(view: EditorView, text: string): void {
  const { doc } = view.state;
  const [before, after] = [doc.toString(), text.replace(/\r\n?/g, "\n")];
  if (before === after) return;
  let from = 0;
  while (from < before.length && before[from] === after[from]) from += 1;
  let [to, end] = [before.length, after.length];
  while (to > from && end > from && before[to - 1] === after[end - 1]) {
    to -= 1;
    end -= 1;
  }
  view.dispatch({
    changes: { from, to, insert: after.slice(from, end) },
    annotations: [Transaction.remote.of(true), Transaction.addToHistory.of(false)],
  });
}

/** Begin anew with a text: nothing to undo. */
export function resetText(
  view: EditorView,
  text: string,
  options: Omit<EditorOptions, "parent">,
): EditorView {
  const parent = view.dom.parentElement;
  if (!parent) throw new Error("The editor is not in the page");
  view.destroy();
  const fresh = createEditor({ ...options, parent });
  fresh.dispatch({
    changes: { from: 0, insert: text },
    annotations: [Transaction.remote.of(true), Transaction.addToHistory.of(false)],
  });
  return fresh;
}

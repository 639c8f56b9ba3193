import { StateEffect, StateField, type Extension } from "@codemirror/state";
import type { EditorView } from "@codemirror/view";
import type { App } from "../app/app.ts";
import type { TFile } from "../vault/files.ts";
import type { Editor } from "./editor.ts";

/** What an editor shows: the app's `MarkdownFileInfo`. */
export interface FileInfo {
  readonly app: App;
  readonly file: TFile | null;
  readonly editor?: Editor;
  hoverPopover: unknown;
}

function notInEditor(): never {
  throw new Error("This editor is none of the app's");
}

/** Whose editor it is. */
export const editorInfoField = StateField.define<FileInfo>({ create: notInEditor, update: (value) => value });

const setEditor = StateEffect.define<EditorView>();

/** The editor that a state is in. */
export const editorEditorField = StateField.define<EditorView | null>({
  create: () => null,
  update: (value, { effects }) => effects.find((effect) => effect.is(setEditor))?.value ?? value,
});

export const setLivePreview = StateEffect.define<boolean>();

/** Whether the editor shows live preview, not the source. */
export const editorLivePreviewField = StateField.define<boolean>({
  create: () => false,
  update: (value, { effects }) => {
    const said = effects.find((effect) => effect.is(setLivePreview));
    return said ? said.value : value;
  },
});

/** The fields that all editors of the app have. */
export function appFields(info: FileInfo, isLivePreview: boolean): Extension {
  return [
    editorInfoField.init(() => info),
    editorEditorField,
    editorLivePreviewField.init(() => isLivePreview),
  ];
}

/** Tell an editor's state which editor it is in. */
export function knowEditor(view: EditorView): void {
  view.dispatch({ effects: setEditor.of(view) });
}

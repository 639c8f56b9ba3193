import { Transaction } from "@codemirror/state";
import { EditorView, type ViewUpdate } from "@codemirror/view";
import { PopoverSuggest } from "../ui/popover-suggest.ts";
import type { TFile } from "../vault/files.ts";
import type { Editor } from "./editor.ts";
import type { FileInfo } from "./fields.ts";

interface Position {
  line: number;
  ch: number;
}

interface TriggerInfo {
  start: Position;
  end: Position;
  query: string;
}

interface SuggestContext extends TriggerInfo {
  editor: Editor;
  file: TFile;
}

/** Suggestions while one types in an editor, as a plugin makes them. */
export abstract class EditorSuggest<T> extends PopoverSuggest<T> {
  context: SuggestContext | null = null;
  limit = 100;
  private asked = 0;

  setInstructions(instructions: readonly { readonly command: string; readonly purpose: string }[]): void {
    this.suggestEl.toggleClass("has-instructions", instructions.length > 0);
  }

  abstract onTrigger(cursor: Position, editor: Editor, file: TFile | null): TriggerInfo | null;
  abstract getSuggestions(context: SuggestContext): T[] | Promise<T[]>;

  override close(): void {
    this.asked += 1;
    this.context = null;
    super.close();
  }

  /** Suggest at the cursor, if it is the place for that. */
  trigger(editor: Editor, file: TFile): boolean {
    const info = this.onTrigger(editor.getCursor(), editor, file);
    if (!info) {
      this.close();
      return false;
    }
    this.context = { ...info, editor, file };
    const asked = ++this.asked;
    const found = this.getSuggestions(this.context);
    if (!(found instanceof Promise)) this.showFound(found, info, editor);
    else
      void found.then((values) => {
        if (asked === this.asked) this.showFound(values, info, editor);
      });
    return true;
  }

  private showFound(values: readonly T[], { start }: TriggerInfo, editor: Editor): void {
    if (values.length === 0) {
      super.close();
      return;
    }
    const { cm } = editor;
    cm.requestMeasure({
      read: () => cm.coordsAtPos(editor.posToOffset(start)),
      write: (place) => {
        if (place) this.show(this.limit > 0 ? values.slice(0, this.limit) : values, place);
      },
    });
  }
}

/** Asks what plugins suggest: when the author has changed the text, and as long as something is open, when the cursor has moved. */
export function suggestWhileTyping(info: FileInfo): ReturnType<typeof EditorView.updateListener.of> {
  return EditorView.updateListener.of((update) => {
    const { editorSuggests } = info.app.workspace;
    const open = editorSuggests.filter(({ context }) => context !== null);
    if (update.focusChanged && !update.view.hasFocus) for (const each of open) each.close();
    // One that is still being made has no focus, and its note's view has no editor yet.
    if (!update.view.hasFocus) return;
    const { editor, file } = info;
    if (!editor || !file || editor.cm !== update.view) return;
    const asked = isByAuthor(update) ? editorSuggests : update.selectionSet ? open : [];
    // An update must be over before a plugin can change the text again.
    if (asked.length > 0)
      queueMicrotask(() => {
        const first = asked.find((each) => each.trigger(editor, file));
        for (const each of editorSuggests) if (each !== first) each.close();
      });
  });
}

function isByAuthor({ docChanged, transactions }: ViewUpdate): boolean {
  return docChanged && !transactions.some((each) => each.annotation(Transaction.remote));
}

import {
  EditorSuggest,
  type App,
  type Editor,
  type EditorPosition,
  type EditorSuggestContext,
  type EditorSuggestTriggerInfo,
  type TFile,
} from "obsidian";
import { momentOf } from "../../journal/moment.ts";
import { parseNote } from "../../note/parse-note.ts";
import type { VaultIndex } from "../../vault/vault-index.ts";
import { completionPlace, type CompletionPlace } from "../../writing/completion-place.ts";
import {
  classCompletions,
  insertionOf,
  linkCompletion,
  linkageTagCompletions,
  noteIdCompletions,
  tagCompletions,
  unshownLinks,
  type Completion,
} from "../../writing/completions.ts";
import { fileName, withoutExtension } from "../../vault/names.ts";
import { isNote } from "../note-at-hand.ts";
import type { LinkNames } from "./link-names.ts";

/** How many links are offered. */
const MOST_LINKS = 30;

/**
 * Completes, while one types, what the app does not: note ids, tags and classes in the properties as text, links and tags in
 * linkage blocks. Elsewhere the app's own suggestions are left alone.
 */
export class EditorCompletions extends EditorSuggest<Completion> {
  private readonly indexNow: () => VaultIndex;
  private readonly names: LinkNames;
  private place: CompletionPlace | null = null;
  /** Where something has just been chosen: there nothing is offered again. */
  private done: EditorPosition | null = null;

  /** @param indexNow the index of this moment */
  constructor(app: App, indexNow: () => VaultIndex, names: LinkNames) {
    super(app);
    this.indexNow = indexNow;
    this.names = names;
  }

  override onTrigger(
    cursor: EditorPosition,
    editor: Editor,
    file: TFile | null,
  ): EditorSuggestTriggerInfo | null {
    const isDone = this.done?.line === cursor.line && this.done.ch === cursor.ch;
    if (!isDone) this.done = null;
    const lineAt = (line: number): string => editor.getLine(line);
    this.place = isDone || !isNote(file) ? null : completionPlace(lineAt, cursor.line, cursor.ch);
    if (this.place === null) return null;
    return { start: { line: cursor.line, ch: this.place.from }, end: cursor, query: this.place.query };
  }

  override getSuggestions({
    query,
    editor,
    file,
  }: EditorSuggestContext): Completion[] | Promise<Completion[]> {
    const index = this.indexNow();
    // The index may be a moment behind what is typed.
    const note = parseNote(file.path, editor.getValue());
    switch (this.place?.kind) {
      case "note-id":
        return [...noteIdCompletions(query, note, index, momentOf(new Date()).day)];
      case "tag":
        return [...tagCompletions(query, note, index)];
      case "class":
        return [...classCompletions(query, note, index)];
      case "linkage-tag":
        return [...linkageTagCompletions(query, note)];
      case "linkage-link":
        if (query.trim() !== "") return this.links(query, file.path, index);
        return unshownLinks(note, index).flatMap((path) =>
          linkTo(path, withoutExtension(fileName(path)), index),
        );
      case undefined:
        return [];
    }
  }

  override renderSuggestion({ text, detail }: Completion, el: HTMLElement): void {
    el.addClass("linkage-completion");
    el.createSpan({ text });
    if (detail !== "") el.createSpan({ cls: "linkage-completion-detail", text: detail });
  }

  override selectSuggestion(completion: Completion): void {
    const { context, place } = this;
    if (!context || !place) return;
    const { editor, start, end } = context;
    const insertion = insertionOf(completion, place);
    this.done = { line: start.line, ch: start.ch + insertion.length + place.closed.length };
    editor.replaceRange(insertion, start, end, "input.complete");
    editor.setCursor(this.done);
    this.close();
  }

  private async links(query: string, from: string, index: VaultIndex): Promise<Completion[]> {
    const found = await this.names.find(query, MOST_LINKS);
    return found.flatMap(({ path, name }) => (path === from ? [] : linkTo(path, name, index)));
  }
}

function linkTo(path: string, name: string, index: VaultIndex): readonly Completion[] {
  const link = linkCompletion(path, name, index);
  return link ? [link] : [];
}

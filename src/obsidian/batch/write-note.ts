import type { App, Editor } from "obsidian";
import type { Trouble } from "../../report/batch-report.ts";
import { editBetween } from "../../text/edit-between.ts";
import type { TextEdit } from "../../text/range.ts";
import { applyFix } from "../problem-at-cursor.ts";
import { isTooLarge, reasonOf } from "../read-note.ts";
import { replacedText, withoutMark } from "../write-text.ts";
import type { OpenNote } from "./open-note.ts";
import { troubles } from "./troubles.ts";

/** What is put in place of a note's text. */
export interface NewText {
  readonly after: string;
  /** From the note's text to `after`: what an editor is told, so that cursor and folds stay. Left out: one edit between the two. */
  readonly edits?: readonly TextEdit[];
}

/**
 * Put a text in place of the one that an open note has: in all its editors, as one step to undo in each, or else in its file,
 * in one reading and writing. Nothing is written where the note says anything else by then. Gives null, or why it was not
 * written.
 */
export async function writeNote(note: OpenNote, text: NewText, app: App): Promise<Trouble | null> {
  if (isTooLarge(text.after)) return troubles.tooLarge;
  if (halfCharacter.test(text.after)) return troubles.halfCharacter;
  if (app.vault.getFileByPath(note.file.path) !== note.file) return troubles.vanished;
  try {
    return note.editors.length > 0
      ? writeInEditors(note.editors, note.text, text)
      : await writeInFile(note, text.after, app);
  } catch (error) {
    return { why: "refused", message: reasonOf(error) };
  }
}

/** Looks at all of them first: nobody can type in between. */
function writeInEditors(
  editors: readonly Editor[],
  before: string,
  { after, edits = [editBetween(before, after)] }: NewText,
): Trouble | null {
  if (editors.some((editor) => editor.getValue() !== before)) return troubles.changed;
  for (const editor of editors) {
    // The app may show in all tabs at once what is written in one.
    if (editor.getValue() === before) applyFix(editor, { edits });
  }
  return editors.every((editor) => editor.getValue() === after) ? null : troubles.otherwise;
}

async function writeInFile({ file, text }: OpenNote, after: string, { vault }: App): Promise<Trouble | null> {
  const seen: string[] = [];
  await vault.process(file, (now) => {
    seen.push(withoutMark(now));
    return replacedText(now, text, after);
  });
  return seen.at(-1) === text ? null : troubles.changed;
}

/** Half of a surrogate pair: no file can hold it. */
const halfCharacter = /\p{Surrogate}/u;

import { property, textOf } from "../journal/properties.ts";
import { parseNoteId, type NoteId } from "../journal/note-id.ts";
import type { Note } from "../note/note.ts";
import type { VaultIndex } from "../vault/vault-index.ts";
import { fileRow, type Place } from "./note-rows.ts";
import { TreeRows } from "./tree-node.ts";

/** The notes of the same type before and after a note by note id, those with its very id, and all others of its day. */
export function journalRows(note: Note, place: Place): TreeRows {
  const id = parseNoteId(textOf(property(note, "note_id")) ?? "");
  if (id === null) return TreeRows.none;
  const marks = neighbours(note, id, place.vault);
  return new TreeRows([...marks.keys()], (path) =>
    fileRow(path, path, place, { marks: marks.get(path) ?? [] }),
  );
}

/** What is to be said of the notes near a note id, by their paths. */
function neighbours(note: Note, id: NoteId, vault: VaultIndex): ReadonlyMap<string, readonly string[]> {
  const { journal } = vault;
  const near: readonly (readonly [mark: string, ids: readonly string[]])[] = [
    ["previous", [journal.before(id)?.text ?? ""]],
    ["next", [journal.after(id)?.text ?? ""]],
    ["same note id", [id.text]],
    ["same day", journal.onDayOf(id)],
  ];
  const marks = new Map<string, readonly string[]>();
  for (const [mark, ids] of near)
    for (const path of ids.flatMap((each) => vault.notesWithId(each)))
      if (path !== note.path) marks.set(path, withMark(marks.get(path) ?? [], mark));
  return marks;
}

/** The previous note may be of the same day too; that one with the same note id is goes without saying. */
function withMark(marks: readonly string[], mark: string): readonly string[] {
  return marks.includes("same note id") || marks.includes(mark) ? marks : [...marks, mark];
}

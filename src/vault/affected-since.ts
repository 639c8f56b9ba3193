import type { Note } from "../note/note.ts";
import type { LinkTarget } from "./link-table.ts";
import { VaultIndex } from "./vault-index.ts";

/** What a file said earlier. */
export interface EarlierFile {
  /** The note it was; null for a file that was none, or that could not be read. */
  readonly note: Note | null;
  /** The links of the canvas it was; null for a file that was none. */
  readonly canvas: readonly LinkTarget[] | null;
}

/**
 * The files whose diagnostics may differ from those of an earlier time, by the conventions of now: the files that have changed,
 * and whomever they affect. The vault is taken back to what it was and brought up to what it is, change by change, each of
 * which tells whom it affects (design.md, law 3). So a note that was renamed or deleted affects those that linked to it, and
 * a new note id those that have it already.
 * @param earlier by path, each file that may have changed: what it said, or null if it was not there. Files that are gone are among them.
 */
export function affectedSince(
  now: VaultIndex,
  earlier: ReadonlyMap<string, EarlierFile | null>,
): ReadonlySet<string> {
  const affected = new Set(earlier.keys());
  const index = indexBefore(now, earlier);
  index.shared.keep();
  for (const path of earlier.keys())
    for (const change of changes(index, now, path)) for (const each of change) affected.add(each);
  return affected;
}

function indexBefore(now: VaultIndex, earlier: ReadonlyMap<string, EarlierFile | null>): VaultIndex {
  const files = [...now.files()].filter((path) => !earlier.has(path));
  const notes = [...now.notes()].filter(({ path }) => !earlier.has(path));
  const canvases = new Map([...now.canvasLinks()].filter(([path]) => !earlier.has(path)));
  for (const [path, file] of earlier) {
    if (file !== null) files.push(path);
    if (file?.note) notes.push(file.note);
    if (file?.canvas) canvases.set(path, file.canvas);
  }
  return VaultIndex.of(files, notes, now.conventions, canvases);
}

/** Bring one file up to what it is now. Each change tells whom it affects. */
function* changes(index: VaultIndex, now: VaultIndex, path: string): Generator<Iterable<string>> {
  const note = now.note(path);
  const canvas = now.canvasLinks().get(path);
  if (note !== null) yield index.setNote(note);
  else if (canvas !== undefined) yield index.setCanvas(path, canvas);
  else {
    // What cannot be read any more is still a file, of which nothing is known.
    yield index.remove(path);
    if (now.hasFile(path)) yield index.addFile(path);
  }
}

import type { Steps } from "../text/steps.ts";
import { VaultIndex } from "./vault-index.ts";

/**
 * An index that says the same as another does at the first step, and can be changed without it. The facts of notes are
 * shared. A step is one file.
 */
export function* copiedIndex(index: VaultIndex): Steps<VaultIndex> {
  const copy = new VaultIndex(index.conventions);
  const [files, notes, canvases] = [[...index.files()], [...index.notes()], [...index.canvasLinks()]];
  for (const path of files) {
    copy.loadFile(path);
    yield;
  }
  for (const note of notes) {
    copy.loadNote(note);
    yield;
  }
  for (const [path, links] of canvases) {
    copy.setCanvas(path, links);
    yield;
  }
  return copy;
}

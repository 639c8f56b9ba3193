import { eachInSteps, type Steps } from "../text/steps.ts";
import { VaultIndex } from "./vault-index.ts";

/**
 * An index that says the same as another and can be changed without it, in steps. The facts of notes are shared, and the one
 * that is copied must not change until the copy is complete.
 */
export function* copiedIndex(index: VaultIndex): Steps<VaultIndex> {
  const copy = new VaultIndex(index.conventions);
  yield* eachInSteps([...index.files()], (path) => {
    copy.addFile(path);
  });
  yield* eachInSteps([...index.notes()], (note) => {
    copy.loadNote(note);
  });
  yield* eachInSteps([...index.canvasLinks()], ([path, links]) => {
    copy.setCanvas(path, links);
  });
  return copy;
}

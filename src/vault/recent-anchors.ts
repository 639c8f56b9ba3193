import type { Note } from "../note/note.ts";
import { Anchors } from "./subpath.ts";

/** Of how many notes the anchors are kept. */
const MOST = 256;

/** The anchors of the notes that links have led into lately. To find them out again takes little time, to keep all much memory. */
export class RecentAnchors {
  private readonly byNote = new Map<Note, Anchors>();

  of(note: Note): Anchors {
    let anchors = this.byNote.get(note);
    if (anchors === undefined) {
      if (this.byNote.size >= MOST) this.byNote.clear();
      this.byNote.set(note, (anchors = new Anchors(note)));
    }
    return anchors;
  }
}

import type { Note } from "../note/note.ts";

/** Of how many notes the answers are kept. */
const MOST = 256;

/** What was worked out of the notes that were asked about lately. To do so again takes little time, to keep all much memory. */
export class RecentAnswers<Answer extends object | null> {
  private readonly work: (note: Note) => Answer;
  private readonly byNote = new Map<Note, Answer>();
  /** The one asked about last: many rules ask of one note in turn. */
  private last: { readonly note: Note; readonly answer: Answer } | null = null;

  constructor(work: (note: Note) => Answer) {
    this.work = work;
  }

  of(note: Note): Answer {
    if (this.last?.note !== note) this.last = { note, answer: this.find(note) };
    return this.last.answer;
  }

  private find(note: Note): Answer {
    let answer = this.byNote.get(note);
    if (answer === undefined) {
      if (this.byNote.size >= MOST) this.byNote.clear();
      this.byNote.set(note, (answer = this.work(note)));
    }
    return answer;
  }

  /** Hold a note no longer that nobody will ask about again. */
  forget(note: Note): void {
    this.byNote.delete(note);
  }
}

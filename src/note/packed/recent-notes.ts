/** How many notes are remembered: those that the check of one note looks at, as a rule. */
const MOST = 64;

/** The notes of which something has been read lately. The others are told to forget, those that came first before those that came later. */
export class RecentNotes {
  private readonly most: number;
  private readonly notes: (Forgetful | null)[] = [];
  /** The place of the one that came first, once there are as many as may be. */
  private next = 0;

  /** @param most how many notes are remembered at a time, at least one */
  constructor(most = MOST) {
    this.most = most;
  }

  /** A note remembers what is read of it from now on. */
  add(note: Forgetful): void {
    this.notes[this.next]?.forget();
    this.notes[this.next] = note;
    this.next = (this.next + 1) % this.most;
  }

  /** Hold a note no longer. The next takes the place of the one that came last. */
  drop(note: Forgetful): void {
    const at = this.notes.indexOf(note);
    if (at < 0) return;
    this.notes[at] = null;
    if ((at + 1) % this.most === this.next) this.next = at;
  }
}

/** A note, as far as it can be told to forget. */
interface Forgetful {
  forget(): void;
}

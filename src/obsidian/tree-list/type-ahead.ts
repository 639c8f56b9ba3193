/** Letters typed within this time of one another are one word, in milliseconds. */
const PAUSE = 600;

/** Finds the row whose text begins with what was typed, as file lists do. */
export class TypeAhead {
  private typed = "";
  private lastTime = 0;

  /** Whether letters have just been typed: then a blank is one of them. */
  isTyping(now: number): boolean {
    return this.typed !== "" && now - this.lastTime < PAUSE;
  }

  /**
   * Take a letter. The index of the next text that begins with all that was typed, `active` itself first while a word
   * goes on, around the end; -1 if none does. One letter typed again and again goes from one to the next.
   * @param now in milliseconds
   */
  find(
    letter: string,
    now: number,
    length: number,
    active: number,
    textAt: (index: number) => string,
  ): number {
    const goesOn = this.isTyping(now);
    this.lastTime = now;
    this.typed = goesOn ? this.typed + letter.toLowerCase() : letter.toLowerCase();
    const first = Array.from(this.typed)[0] ?? "";
    const isOneLetter = Array.from(this.typed).every((each) => each === first);
    const wanted = isOneLetter ? first : this.typed;
    const from = isOneLetter ? active + 1 : Math.max(active, 0);
    for (let step = 0; step < length; step++) {
      const index = (from + step) % length;
      if (textAt(index).toLowerCase().startsWith(wanted)) return index;
    }
    return -1;
  }
}

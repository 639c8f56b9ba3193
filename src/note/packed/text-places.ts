/** How many texts are remembered, a power of two. A note has some sixty. */
const ROOM = 1024;

/**
 * Where the texts of a note stand among its words. Each is remembered until another falls on its place in the table, which
 * so takes neither memory for each note nor a hash of all characters, as a `Map` does. What is forgotten is written again.
 */
export class TextPlaces {
  private readonly texts: string[] = new Array<string>(ROOM).fill("");
  private readonly places: number[] = new Array<number>(ROOM).fill(-1);
  /** The first place that is this note's, counted over all notes. */
  private base = 0;

  /** Begin another note; that before it had so many characters of words. */
  begin(length: number): void {
    this.base += length;
  }

  /** Where `text`, which is not empty, stands in the note's words; -1 if that is not known: then it is written at `end`. */
  find(text: string, end: number): number {
    const at = slotOf(text);
    const place = (this.places[at] ?? -1) - this.base;
    if (place >= 0 && this.texts[at] === text) return place;
    this.texts[at] = text;
    this.places[at] = this.base + end;
    return -1;
  }
}

/** Told apart by their length and four of their characters, of which those at the end differ most. */
function slotOf(text: string): number {
  const { length } = text;
  const middle = text.charCodeAt(length >> 1);
  const end = text.charCodeAt(length - 1) + 3 * text.charCodeAt(length >> 2);
  return (length * 37 + text.charCodeAt(0) * 101 + middle * 211 + end * 331) & (ROOM - 1);
}

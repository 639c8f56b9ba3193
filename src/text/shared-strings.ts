/** How many are known before all are forgotten: what people write has no end. */
const MOST = 20_000;

/** Gives the same string for equal ones, so that those of which there are many are in memory once. */
export class SharedStrings {
  private readonly known = new Map<string, string>();

  /** A string equal to `text`: most often the first of these that was asked about. */
  of(text: string): string {
    const first = this.known.get(text);
    if (first !== undefined) return first;
    if (this.known.size === MOST) this.known.clear();
    this.known.set(text, text);
    return text;
  }
}

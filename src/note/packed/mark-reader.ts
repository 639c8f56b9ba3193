import type { TextRange } from "../../text/range.ts";
import type { PackedFacts } from "./packed-facts.ts";

/** How many lists may lie in one another. What the parser reads of YAML is less deep (`parseYaml`). */
const DEEPEST = 200;

/** Most bytes of a number. */
const MOST_BYTES = 5;

/**
 * Reads packed facts in the order in which a `MarkWriter` wrote them. Never throws: what is damaged reads as something else,
 * in no more time and memory than its length takes.
 */
export class MarkReader {
  private readonly marks: string;
  private readonly words: string;
  private at: number;
  private readonly to: number;
  /** Where the words end that have been read: new ones start there. */
  private wordsAt: number;
  private readonly wordsTo: number;
  /** The end of the range before. */
  private last = 0;
  private depth = 0;
  private sound = true;

  /** Reads the marks and the words in these ranges. */
  constructor({ marks, words }: PackedFacts, inMarks: TextRange, inWords: TextRange) {
    this.marks = marks;
    this.words = words;
    this.at = inMarks.from;
    this.to = inMarks.to;
    this.wordsAt = inWords.from;
    this.wordsTo = inWords.to;
  }

  /** The number of marks that have been read, those in front of the range included. */
  get place(): number {
    return this.at;
  }

  /** Whether nothing was damaged of what has been read, as far as that can be seen. */
  get isSound(): boolean {
    return this.sound;
  }

  number(): number {
    let value = 0;
    for (let byte = 0; byte < MOST_BYTES && this.at < this.to; byte++) {
      const code = this.marks.charCodeAt(this.at++);
      value |= (code & 127) << (7 * byte);
      if (code < 128) return value >>> 0;
    }
    this.sound = false;
    return 0;
  }

  flag(): boolean {
    return this.kind([false, true]);
  }

  kind<Kind>(kinds: readonly [Kind, ...Kind[]]): Kind {
    const kind = kinds[this.number()];
    if (kind !== undefined) return kind;
    this.sound = false;
    return kinds[0];
  }

  range(): TextRange {
    const ahead = this.number();
    const from = this.last + (ahead % 2 === 0 ? ahead / 2 : -(ahead + 1) / 2);
    const to = from + this.number();
    this.last = to;
    this.sound &&= from >= 0;
    return { from, to };
  }

  text(): string {
    const length = this.number();
    if (length === 0) return "";
    const back = this.number();
    const from = this.wordsAt - back;
    if (back === 0) this.wordsAt += length;
    this.sound &&= from >= 0 && from + length <= this.wordsAt && this.wordsAt <= this.wordsTo;
    return this.sound ? this.words.slice(from, from + length) : "";
  }

  maybe(): string | null {
    return this.flag() ? this.text() : null;
  }

  list<Fact>(read: (reader: this) => Fact): readonly Fact[] {
    const count = this.number();
    // Each takes at least one mark.
    this.sound &&= count <= this.to - this.at && this.depth < DEEPEST;
    if (!this.sound) return [];
    this.depth++;
    const facts: Fact[] = [];
    for (let each = 0; each < count; each++) facts.push(read(this));
    this.depth--;
    return facts;
  }
}

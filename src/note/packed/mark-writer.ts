import { textOfCodes } from "../../text/text-of-codes.ts";
import { sections, type PackedFacts, type Section } from "./packed-facts.ts";
import { TextPlaces } from "./text-places.ts";

/** Most codes of the head: two numbers for each section. */
const HEAD_ROOM = sections.length * 2 * 5;

/** Room for so many codes is kept from one note to the next. */
const MOST_KEPT = 1 << 16;

/**
 * Writes facts section by section, for a `MarkReader` to read in the same order. A number is one byte for each seven bits
 * of it, the lowest first, with the eighth bit set in all but the last. A range is told by its distance to the one before.
 * In front of all stands how many marks and words each section has.
 *
 * One writer writes many notes, one after another, since room for what a note takes is there then.
 */
export class MarkWriter {
  /** How many marks and words each section has. */
  private head: number[] = [];
  /** Room for the head, and behind it what has been written; what stands behind `at` is of other notes. */
  private codes: number[] = new Array<number>(HEAD_ROOM).fill(0);
  private at = HEAD_ROOM;
  private readonly places = new TextPlaces();
  private texts: string[] = [];
  /** How long all texts are together. */
  private length = 0;
  /** The end of the range before. */
  private last = 0;
  private count = 0;

  /** Begin another note. */
  begin(): void {
    this.places.begin(this.length);
    if (this.codes.length > MOST_KEPT) this.codes = this.codes.slice(0, HEAD_ROOM);
    this.at = HEAD_ROOM;
    this.head = [];
    this.texts = [];
    this.length = 0;
    this.count = 0;
  }

  /**
   * Write the next section.
   * @throws RangeError if another one is due
   */
  section<Fact>(name: Section, fact: Fact, write: (writer: this, fact: Fact) => void): void {
    const due = sections[this.count++];
    if (name !== due) throw new RangeError(`Section "${name}", expected "${String(due)}"`);
    const marks = this.at;
    const words = this.length;
    this.last = 0;
    write(this, fact);
    this.head.push(this.at - marks, this.length - words);
  }

  /** A whole number from 0 to 2 ** 31 - 1. */
  number(value: number): void {
    let rest = value;
    for (; rest > 127; rest >>>= 7) this.codes[this.at++] = (rest & 127) | 128;
    this.codes[this.at++] = rest;
  }

  flag(value: boolean): void {
    this.codes[this.at++] = value ? 1 : 0;
  }

  /** One of at most 128 kinds, which the reader must know in the same order. */
  kind<Kind>(kinds: readonly Kind[], value: Kind): void {
    this.codes[this.at++] = kinds.indexOf(value);
  }

  /** A range that ends before 2 ** 30. Its two numbers, since objects with ranges are of many shapes. */
  range(from: number, to: number): void {
    const ahead = from - this.last;
    // The sign is the lowest bit, so that a short way back is a small number, too.
    this.number(ahead < 0 ? -2 * ahead - 1 : 2 * ahead);
    this.number(to - from);
    this.last = to;
  }

  /** A text: how long it is, and how far before the end of all words it starts if it is known to be there already. */
  text(text: string): void {
    this.number(text.length);
    if (text === "") return;
    const place = this.places.find(text, this.length);
    this.number(place < 0 ? 0 : this.length - place);
    if (place >= 0) return;
    this.texts.push(text);
    this.length += text.length;
  }

  /** A text or null, which is not the same as an empty text. */
  maybe(text: string | null): void {
    this.flag(text !== null);
    if (text !== null) this.text(text);
  }

  list<Fact>(facts: readonly Fact[], write: (writer: this, fact: Fact) => void): void {
    this.number(facts.length);
    for (const fact of facts) write(this, fact);
  }

  /** All that was written since `begin`. Strings put together by `+` would keep their parts beside them until somebody reads them. */
  packed(): PackedFacts {
    const end = this.at;
    const from = this.writeHead();
    return { marks: textOfCodes(this.codes.slice(from, end)), words: this.texts.join("") };
  }

  /** Write the head, right in front of what it tells of. @returns where it starts */
  private writeHead(): number {
    const { head, codes } = this;
    this.at = 0;
    for (const length of head) this.number(length);
    const from = HEAD_ROOM - this.at;
    for (let at = this.at - 1; at >= 0; at--) codes[from + at] = codes[at] ?? 0;
    return from;
  }
}

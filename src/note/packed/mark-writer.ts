import type { TextRange } from "../../text/range.ts";
import { sections, type PackedFacts, type Section } from "./packed-facts.ts";

/** How many codes are made a string at a time: they are the arguments of one call. */
const CODES_AT_ONCE = 8192;

/**
 * Writes facts section by section, for a `MarkReader` to read in the same order. A number is one byte for each seven bits
 * of it, the lowest first, with the eighth bit set in all but the last. A range is told by its distance to the one before.
 * In front of all stands how many marks and words each section has.
 */
export class MarkWriter {
  private readonly head: number[] = [];
  private readonly body: number[] = [];
  /** Where in the words each text starts. */
  private readonly places = new Map<string, number>();
  private readonly texts: string[] = [];
  /** How long all texts are together. */
  private length = 0;
  /** The end of the range before. */
  private last = 0;
  private count = 0;

  /**
   * Write the next section.
   * @throws RangeError if another one is due
   */
  section<Fact>(name: Section, fact: Fact, write: (writer: this, fact: Fact) => void): void {
    const due = sections[this.count++];
    if (name !== due) throw new RangeError(`Section "${name}", expected "${String(due)}"`);
    const marks = this.body.length;
    const words = this.length;
    this.last = 0;
    write(this, fact);
    addNumber(this.head, this.body.length - marks);
    addNumber(this.head, this.length - words);
  }

  /** A whole number from 0 to 2 ** 31 - 1. */
  number(value: number): void {
    addNumber(this.body, value);
  }

  flag(value: boolean): void {
    this.body.push(Number(value));
  }

  /** One of at most 128 kinds, which the reader must know in the same order. */
  kind<Kind>(kinds: readonly Kind[], value: Kind): void {
    this.body.push(kinds.indexOf(value));
  }

  /** A range that ends before 2 ** 30. */
  range({ from, to }: TextRange): void {
    const ahead = from - this.last;
    // The sign is the lowest bit, so that a short way back is a small number, too.
    addNumber(this.body, ahead < 0 ? -2 * ahead - 1 : 2 * ahead);
    addNumber(this.body, to - from);
    this.last = to;
  }

  /** A text: how long it is, and how far before the end of all words it starts if it is there already. */
  text(text: string): void {
    addNumber(this.body, text.length);
    if (text === "") return;
    const place = this.places.get(text);
    addNumber(this.body, place === undefined ? 0 : this.length - place);
    if (place !== undefined) return;
    this.places.set(text, this.length);
    this.texts.push(text);
    this.length += text.length;
  }

  /** A text or null, which is not the same as an empty text. */
  maybe(text: string | null): void {
    this.flag(text !== null);
    if (text !== null) this.text(text);
  }

  list<Fact>(facts: readonly Fact[], write: (writer: this, fact: Fact) => void): void {
    addNumber(this.body, facts.length);
    for (const fact of facts) write(this, fact);
  }

  /** All that was written. Strings put together by `+` would keep their parts beside them until somebody reads them. */
  packed(): PackedFacts {
    return { marks: textOf([...this.head, ...this.body]), words: this.texts.join("") };
  }
}

function addNumber(codes: number[], value: number): void {
  let rest = value;
  for (; rest > 127; rest >>>= 7) codes.push((rest & 127) | 128);
  codes.push(rest);
}

function textOf(codes: readonly number[]): string {
  const parts: string[] = [];
  for (let at = 0; at < codes.length; at += CODES_AT_ONCE)
    parts.push(String.fromCharCode(...codes.slice(at, at + CODES_AT_ONCE)));
  return parts.join("");
}

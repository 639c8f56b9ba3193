import type { CanvasLink } from "../../note/parse-canvas.ts";
import { jsonIn } from "./json-in.mts";
import type { Content, FileToKeep } from "./file-content.mts";
import { bytesOf, float64sIn, int32sIn } from "./number-bytes.mts";
import { NumberedTexts } from "./numbered-texts.mts";
import { putStamp, type Stamp, stampIn, stampList } from "./stamp.mts";

/**
 * What is known of some files, as four pieces: what JSON says soonest; their stamps; their other numbers; and their texts, one behind the
 * other, a byte a character. Of most files only the path and the stamp are asked for.
 */
export type FilesPieces<Bytes extends Uint8Array = Uint8Array> = readonly [
  names: Bytes,
  stamps: Bytes,
  numbers: Bytes,
  texts: Bytes,
];

/** The first piece. */
interface Names {
  readonly paths: readonly string[];
  /** The facts of contents, by number: each shelf once. */
  readonly facts: readonly Content["facts"][];
}

/** How many other numbers a file has: that of its facts, its length, and where its hash and its lines end among the texts. */
const NUMBERS = 4;
/** In place of the number of its facts: the file has no content. */
const NONE = -1;

/** Pack files. */
export function packFiles(files: readonly FileToKeep[]): FilesPieces {
  const shelves = new NumberedTexts();
  for (const { content } of files) if (typeof content?.facts === "string") shelves.numberOf(content.facts);
  const facts: Content["facts"][] = [...shelves.all];
  const numberOf = (of: Content["facts"]): number =>
    typeof of === "string" ? shelves.numberOf(of) : facts.push(of) - 1;
  const stamps = stampList(files.length, ArrayBuffer);
  const numbers = new Int32Array(files.length * NUMBERS);
  const texts: Buffer[] = [];
  let end = 0;
  for (const [at, { content }] of files.entries()) {
    if (content === null) {
      numbers.set([NONE, 0, end, end], at * NUMBERS);
      continue;
    }
    const { stamp, hash, length, lines } = content;
    putStamp(stamps, at, stamp);
    texts.push(Buffer.from(hash + lines, "latin1"));
    const hashEnd = end + hash.length;
    end = hashEnd + lines.length;
    numbers.set([numberOf(content.facts), length, hashEnd, end], at * NUMBERS);
  }
  const names: Names = { paths: files.map(({ path }) => path), facts };
  return [Buffer.from(JSON.stringify(names)), bytesOf(stamps), bytesOf(numbers), Buffer.concat(texts)];
}

/** Files that were packed. */
export class PackedFiles {
  readonly paths: readonly string[];
  private readonly facts: readonly Content["facts"][];
  private readonly stamps: Float64Array;
  private readonly numbers: Int32Array;
  private readonly texts: Buffer;

  private constructor({ paths, facts }: Names, stamps: Float64Array, numbers: Int32Array, texts: Buffer) {
    this.paths = paths;
    this.facts = facts;
    this.stamps = stamps;
    this.numbers = numbers;
    this.texts = texts;
  }

  /** The files that have these pieces; null if they are no such pieces. They stay in use. */
  static of([names, stamps, numbers, texts]: FilesPieces<Buffer>): PackedFiles | null {
    const said: unknown = jsonIn(names);
    return areNames(said) ? new PackedFiles(said, float64sIn(stamps), int32sIn(numbers), texts) : null;
  }

  /** What is known of the file at this place; null if nothing is. */
  contentAt(place: number): Content | null {
    return this.numberOf(place, 0) === NONE ? null : new PackedContent(this, place);
  }

  stampAt(place: number): Stamp | null {
    return stampIn(this.stamps, place);
  }

  factsAt(place: number): string | readonly CanvasLink[] {
    return this.facts[this.numberOf(place, 0)] ?? "";
  }

  lengthAt(place: number): number {
    return this.numberOf(place, 1);
  }

  hashAt(place: number): string {
    return this.texts.toString("latin1", this.numberOf(place - 1, 3), this.numberOf(place, 2));
  }

  linesAt(place: number): string {
    return this.texts.toString("latin1", this.numberOf(place, 2), this.numberOf(place, 3));
  }

  private numberOf(place: number, which: number): number {
    return this.numbers[place * NUMBERS + which] ?? 0;
  }
}

/** What is known of one of them, each of it read when it is asked for. */
class PackedContent implements Content {
  private readonly files: PackedFiles;
  private readonly place: number;

  constructor(files: PackedFiles, place: number) {
    this.files = files;
    this.place = place;
  }

  get stamp(): Stamp | null {
    return this.files.stampAt(this.place);
  }

  get hash(): string {
    return this.files.hashAt(this.place);
  }

  get length(): number {
    return this.files.lengthAt(this.place);
  }

  get lines(): string {
    return this.files.linesAt(this.place);
  }

  get facts(): string | readonly CanvasLink[] {
    return this.files.factsAt(this.place);
  }
}

/** What has the sum that it says is what was written, by this program: a look at what tells it apart from another file is enough. */
function areNames(value: unknown): value is Names {
  return typeof value === "object" && value !== null && "paths" in value && "facts" in value;
}

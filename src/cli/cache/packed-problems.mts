import { jsonIn } from "./json-in.mts";
import { bytesOf, int32sIn } from "./number-bytes.mts";
import { NumberedTexts } from "./numbered-texts.mts";
import type { ProblemRow } from "./problem-rows.mts";

/** The problems of some files, as two pieces: what JSON says soonest, and numbers. */
export type ProblemsPieces<Bytes extends Uint8Array = Uint8Array> = readonly [texts: Bytes, numbers: Bytes];

/** The first piece. */
interface Texts {
  /**
   * Messages and targets. Most problems say what another one says: here each is once, which is soonest read, and who groups problems by
   * what they say meets the same texts again.
   */
  readonly texts: readonly string[];
  /** What some problems have besides, each once. */
  readonly more: readonly NonNullable<ProblemRow[5]>[];
}

/** How many numbers a problem has: its sign, its range, and the numbers of its message, its target and what it has besides. */
const NUMBERS = 6;

/** In place of the number of what a problem does not have. */
const NONE = -1;

/** Pack the problems of files: first of the numbers stands for each file the number of the problem behind its last one. */
export function packProblems(files: readonly (readonly ProblemRow[])[]): ProblemsPieces {
  const texts = new NumberedTexts();
  const more = new NumberedTexts();
  const count = files.reduce((sum, rows) => sum + rows.length, 0);
  const numbers = new Int32Array(files.length + count * NUMBERS);
  let problem = 0;
  for (const [file, rows] of files.entries()) {
    for (const [sign, from, to, message, target, rest] of rows) {
      const said = texts.numberOf(message);
      const of = target === null ? NONE : texts.numberOf(target);
      const besides = rest ? more.numberOf(JSON.stringify(rest)) : NONE;
      numbers.set([sign, from, to, said, of, besides], files.length + problem * NUMBERS);
      problem++;
    }
    numbers[file] = problem;
  }
  const first = `{"texts":${JSON.stringify(texts.all)},"more":[${more.all.join(",")}]}`;
  return [Buffer.from(first), bytesOf(numbers)];
}

/** Problems that were packed. There may be hundreds of thousands: none is made before somebody asks for it. */
export class PackedProblems {
  private readonly files: number;
  private readonly texts: readonly string[];
  private readonly more: Texts["more"];
  private readonly numbers: Int32Array;

  /** @param files how many files they are of */
  constructor([first, second]: ProblemsPieces<Buffer>, files: number) {
    const said: unknown = jsonIn(first);
    const { texts, more } = areTexts(said) ? said : { texts: [], more: [] };
    this.files = files;
    this.texts = texts;
    this.more = more;
    this.numbers = int32sIn(second);
  }

  /** The problems of the file at this place. */
  rowsAt(file: number): readonly ProblemRow[] {
    const end = this.numbers[file] ?? 0;
    const rows: ProblemRow[] = [];
    for (let problem = file === 0 ? 0 : (this.numbers[file - 1] ?? 0); problem < end; problem++)
      rows.push(this.row(problem));
    return rows;
  }

  private row(problem: number): ProblemRow {
    const { numbers, texts } = this;
    const at = this.files + problem * NUMBERS;
    const sign = numbers[at] ?? 0;
    const from = numbers[at + 1] ?? 0;
    const to = numbers[at + 2] ?? 0;
    const message = texts[numbers[at + 3] ?? NONE] ?? "";
    const target = texts[numbers[at + 4] ?? NONE] ?? null;
    const rest = this.more[numbers[at + 5] ?? NONE];
    return rest ? [sign, from, to, message, target, rest] : [sign, from, to, message, target];
  }
}

/** What has the sum that it says is what was written. */
function areTexts(value: unknown): value is Texts {
  return typeof value === "object" && value !== null && "texts" in value && "more" in value;
}

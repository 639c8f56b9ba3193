/** A report as it was printed, and the exit code that the run had. */
export interface ToldReport {
  readonly text: string;
  readonly code: number;
}

/** How long a report may be, in UTF-16 code units, to be told again as it was. Longer ones are made again. */
const LONGEST = 50_000;

/** A report that tells whether it was taken to its end: a reader that has gone takes no more of it. */
export class EndedReport implements Iterable<string> {
  isEnded = false;
  private readonly report: Iterable<string>;
  private said: string | null = "";

  constructor(report: Iterable<string>) {
    this.report = report;
  }

  /** What it said, if that is all of it and not long. */
  get text(): string | null {
    return this.isEnded ? this.said : null;
  }

  *[Symbol.iterator](): Generator<string> {
    for (const piece of this.report) {
      if (this.said !== null)
        this.said = this.said.length + piece.length > LONGEST ? null : this.said + piece;
      yield piece;
    }
    this.isEnded = true;
  }
}

/** A vault on the disk to measure with. */
export interface BenchVault {
  /** As tables name it: `2,000 notes`. */
  readonly name: string;
  /** Absolute. */
  readonly folder: string;
  readonly notes: number;
}

/** What one measurement gave: a table for people, and all numbers for programs. */
export interface Result {
  readonly title: string;
  readonly text: string;
  readonly data: unknown;
}

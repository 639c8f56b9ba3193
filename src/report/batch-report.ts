/** What came of a batch: of writing changes to notes, or of undoing that. Each note that was to be written is in one of the two. */
export interface BatchReport {
  /** Paths of the notes that now are as they were to be. */
  readonly written: readonly string[];
  /** The notes that were left as they are. */
  readonly left: readonly LeftNote[];
}

/** A note that was not written. */
export interface LeftNote extends Trouble {
  readonly path: string;
}

/** Why a note was not written. */
export interface Trouble {
  readonly why: Why;
  /** One sentence without a full stop. */
  readonly message: string;
}

/**
 * - `changed`, `vanished`: somebody else was faster.
 * - `elsewhere`: what lies there is no file of the vault, but a folder or a symbolic link that leads out of it.
 * - `not-text`: it is not UTF-8, holds NUL bytes, or is too large, now or as it was to be.
 * - `refused`: the disk is full, the file read-only, or the like. It may go another time.
 * - `half-written`: the disk failed in the middle and then refused to take the old text back, which is in the journal. The next run
 *   repairs it.
 * - `stopped`: the batch was cancelled, or a note half written, before it was this one's turn.
 */
export type Why = "changed" | "vanished" | "elsewhere" | "not-text" | "refused" | "half-written" | "stopped";

import type { CanvasLink } from "../../note/parse-canvas.ts";
import type { PackedLines } from "./line-lengths.mts";
import type { Stamp } from "./stamp.mts";

/** One file, as it is to be kept. */
export interface FileToKeep {
  readonly path: string;
  /** Null for a file that is neither a note nor a canvas, and for one that could not be read. */
  readonly content: Content | null;
}

/** What is known of a note or canvas that could be read. */
export interface Content {
  /** Null where it was changed so shortly before it was read that the next change may not be seen. */
  readonly stamp: Stamp | null;
  /** Of its bytes, in characters of one byte. */
  readonly hash: string;
  /** Of its text, in UTF-16 code units. */
  readonly length: number;
  readonly lines: PackedLines;
  /** The name of the shelf that a note's facts are on; a canvas's are so few that they are here. */
  readonly facts: string | readonly CanvasLink[];
}

/** The same content but for its stamp or facts. */
export function contentWith(content: Content, now: Partial<Pick<Content, "stamp" | "facts">>): Content {
  // One that was kept has members that no spread sees.
  const { stamp, hash, length, lines, facts } = content;
  return { stamp, hash, length, lines, facts, ...now };
}

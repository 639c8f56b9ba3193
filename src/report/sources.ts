import type { LineStarts } from "../text/lines.ts";

/** What a report asks about the files that its diagnostics point at, by vault-relative path. */
export interface Sources {
  readonly isNote: (path: string) => boolean;
  /** Where the file's lines start; `[0]` for a file that could not be read. */
  readonly lines: (path: string) => LineStarts;
  /** The file's text as it was linted, or null if it can no longer be had. */
  readonly text: (path: string) => string | null;
}

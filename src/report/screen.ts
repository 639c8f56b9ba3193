import type { Style } from "./style.ts";

/** Where a text report is read. */
export interface Screen {
  /** Columns of a line; `Infinity` where lines may be of any length, as in a pipe. */
  readonly width: number;
  readonly style: Style;
  /** A vault-relative path as the reader can open it. */
  readonly place: (path: string) => string;
}

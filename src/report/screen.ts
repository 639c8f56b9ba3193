import { plainStyle, type Style } from "./style.ts";

/** Where a text report is read. */
export interface Screen {
  /** Columns of a line; `Infinity` where lines may be of any length, as in a pipe. */
  readonly width: number;
  readonly style: Style;
  /** A vault-relative path as the reader can open it. */
  readonly place: (path: string) => string;
}

/** Where nothing is known of the reader: lines of any length, no colours. */
export const plainScreen: Screen = { width: Infinity, style: plainStyle, place: (path) => path };

import { plainStyle, type Style } from "./style.ts";

/**
 * Where a text report is read. Whoever makes one names `style` first: objects of as many members that begin alike share how V8 keeps these,
 * and with an `Infinity` in the first `width`, those of others (`ItemMarker`), and all that is counted on from there, are fractions to it.
 */
export interface Screen {
  readonly style: Style;
  /** Columns of a line; `Infinity` where lines may be of any length, as in a pipe. */
  readonly width: number;
  /** A vault-relative path as the reader can open it. */
  readonly place: (path: string) => string;
}

/** Where nothing is known of the reader: lines of any length, no colours. */
export const plainScreen: Screen = { style: plainStyle, width: Infinity, place: (path) => path };

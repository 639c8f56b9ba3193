import { isAbsolute, join, relative } from "node:path";
import picocolors from "picocolors";
import type { Screen } from "../report/screen.ts";
import type { Style } from "../report/style.ts";
import type { Io, OutputStream } from "./io.mts";

const defaultWidth = 80;
const leastWidth = 40;

/** The screen that `stream` is shown on; files of the vault are named so that a terminal in `io.cwd` can open them. */
export function screenOf(stream: OutputStream, io: Io, vaultFolder: string): Screen {
  return {
    style: styleOf(stream, io),
    width: stream.isTTY ? Math.max(leastWidth, stream.columns || defaultWidth) : Infinity,
    place: (path) => shownPath(join(vaultFolder, path), io.cwd),
  };
}

/** An absolute path as it is best shown: from `cwd`, unless that is longer. */
export function shownPath(path: string, cwd: string): string {
  const fromCwd = relative(cwd, path);
  const shown = fromCwd === "" ? "." : fromCwd;
  return isAbsolute(shown) || shown.length <= path.length ? shown : path;
}

/** Colours on a terminal; `NO_COLOR` and `FORCE_COLOR` have the last word (no-color.org). */
function styleOf(stream: OutputStream, { env }: Io): Style {
  const terminal = stream.isTTY === true && env["TERM"] !== "dumb";
  const { red, yellow, cyan, bold, dim, green } = picocolors.createColors(
    !env["NO_COLOR"] && (!!env["FORCE_COLOR"] || terminal),
  );
  return { error: red, warning: yellow, info: cyan, strong: bold, faint: dim, sure: green };
}

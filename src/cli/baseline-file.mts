import { isUtf8 } from "node:buffer";
import { readFileSync, realpathSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { relative, resolve, sep } from "node:path";
import type { Baseline } from "../lint/baseline.ts";
import { baselineText, isBaselineText } from "../lint/baseline-text.ts";
import type { Diagnostic } from "../lint/diagnostic.ts";
import { hostProblem, notUtf8 } from "../lint/host-problem.ts";
import { readBaseline } from "../lint/read-baseline.ts";
import { CannotRun } from "../report/cannot-run.ts";
import { lineStarts, type LineStarts } from "../text/lines.ts";
import { expected } from "./near-path.mts";
import { isCoded, reasonOf } from "./reason.mts";
import { isThere, missing } from "./vault-folder.mts";

/** The name of a vault's baseline, at its root. */
export const baselineName = "linkage-baseline.json";

/** A baseline as its file says. */
export interface BaselineFile {
  /** Absolute. */
  readonly file: string;
  /** The same, vault-relative. */
  readonly path: string;
  readonly lines: LineStarts;
  readonly baseline: Baseline;
  /** What is wrong with it: rule `invalid-baseline`. */
  readonly problems: readonly Diagnostic[];
}

/**
 * Read the baseline in the file `named`. It may be as large as it likes: an old vault has many problems.
 * @param folder the vault, absolute
 * @param cwd what `named` is relative to
 * @throws CannotRun if the file cannot be read, or is no text in UTF-8
 */
export function readBaselineFile(named: string, folder: string, cwd: string): BaselineFile {
  const file = resolve(cwd, named);
  if (!isThere(file)) throw new CannotRun(missing(named, [cwd], expected.baseline));
  const text = textIn(file, named);
  const path = relative(folder, file).split(sep).join("/");
  const { baseline, mistake } = readBaseline(text);
  const problems =
    mistake === null
      ? []
      : [
          hostProblem("invalid-baseline", "error", path, mistake.message, {
            from: mistake.from,
            to: mistake.to,
          }),
        ];
  return { file, path, lines: lineStarts(text), baseline, problems };
}

function textIn(file: string, named: string): string {
  try {
    const bytes = readFileSync(file);
    if (!isUtf8(bytes)) throw new CannotRun(`"${named}" is no baseline: ${notUtf8}`);
    return bytes.toString("utf8").replace(/^\uFEFF/, "");
  } catch (error) {
    if (error instanceof CannotRun) throw error;
    throw new CannotRun(`"${named}" is no baseline: This file cannot be read: ${reasonOf(error)}`);
  }
}

/**
 * Write a baseline, whole or not at all: beside the file first, then into its place. It may take the place of another baseline,
 * a damaged one too, and of nothing else.
 * @param named the file as the user named it
 * @throws CannotRun if something else is there, or it cannot be written
 */
export function writeBaselineFile(file: string, baseline: Baseline, named: string): void {
  try {
    const place = placeOf(file, named);
    const draft = `${place}.${String(process.pid)}.tmp`;
    try {
      writeFileSync(draft, [...baselineText(baseline)].join(""), { flag: "wx" });
      renameSync(draft, place);
    } finally {
      rmSync(draft, { force: true });
    }
  } catch (error) {
    if (error instanceof CannotRun) throw error;
    throw new CannotRun(`"${named}" cannot be written: ${reasonOf(error)}`);
  }
}

/** Where to write: what a symbolic link leads to. */
function placeOf(file: string, named: string): string {
  try {
    if (!statSync(file).isFile() || !isBaselineText(textIn(file, named)))
      throw new CannotRun(`"${named}" is there and is no baseline, expected one or no such file`);
    return realpathSync(file);
  } catch (error) {
    if (isCoded(error) && error.code === "ENOENT") return file;
    throw error;
  }
}

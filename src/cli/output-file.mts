import { closeSync, existsSync, openSync, readSync, realpathSync, writeFileSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { CannotRun } from "../report/cannot-run.ts";
import { isReport } from "../report/is-report.ts";
import { reasonOf } from "./reason.mts";
import { isIn } from "./repository.mts";
import { statsOf } from "./vault-folder.mts";

/** A file that a report may be written to. */
export interface OutputFile {
  /** As the user named it. */
  readonly name: string;
  /**
   * Write all of it anew.
   * @throws CannotRun if the disk refuses
   */
  readonly write: (pieces: Iterable<string>) => void;
}

/**
 * The file that the user has named for a report, from `cwd`. One that is there is written over, but in the vault only one that
 * holds a report already: a note is never lost to a slip in a name.
 * @param vault the vault's folder, absolute
 * @throws CannotRun if nothing can or may be written there
 */
export function outputFile(name: string, vault: string, cwd: string): OutputFile {
  const path = resolve(cwd, name);
  const refuse = (why: string): never => {
    throw new CannotRun(`"${name}" cannot be written: ${why}`);
  };
  const folder = statsOf(dirname(path));
  if (!folder?.isDirectory()) refuse(folder ? "its folder is a file" : "its folder does not exist");
  const stats = statsOf(path);
  if (stats?.isDirectory()) refuse("it is a folder, expected a file");
  if (stats?.isFile() && isIn(placeOf(path), realpathSync.native(vault)) && !holdsReport(path))
    refuse("it is a file of the vault that holds no report, expected another name");
  return {
    name,
    write: (pieces) => {
      try {
        writePieces(path, pieces);
      } catch (error) {
        refuse(reasonOf(error));
      }
    },
  };
}

/** Where the file really lies, symbolic links followed, those to a file that is not there yet included. */
function placeOf(path: string): string {
  return existsSync(path)
    ? realpathSync.native(path)
    : join(realpathSync.native(dirname(path)), basename(path));
}

function holdsReport(path: string): boolean {
  const start = Buffer.alloc(1 << 12);
  const file = openSync(path, "r");
  try {
    return isReport(start.toString("utf8", 0, readSync(file, start)), path);
  } finally {
    closeSync(file);
  }
}

/** Code units after which collected output is written. */
const batchLength = 1 << 16;

function writePieces(path: string, pieces: Iterable<string>): void {
  const file = openSync(path, "w");
  try {
    let batch = "";
    for (const piece of pieces) {
      batch += piece;
      if (batch.length < batchLength) continue;
      writeFileSync(file, batch);
      batch = "";
    }
    writeFileSync(file, batch);
  } finally {
    closeSync(file);
  }
}

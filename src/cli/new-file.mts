import {
  chmodSync,
  closeSync,
  lstatSync,
  openSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { CannotRun } from "../report/cannot-run.ts";
import { isCoded, reasonOf } from "./reason.mts";

/** A file that is to be written, once its text is known. */
export interface FileToBe {
  /** @throws CannotRun if the file has come, or has changed, since it was asked for, or cannot be written */
  readonly write: (text: string) => void;
}

/**
 * The file at `path`, an absolute path. Nothing is written over: one that is there is replaced as a whole, and only with
 * `replace` and if it is the same as now when the text is known.
 * @param name what messages call it
 * @throws CannotRun if there is one and it is not to be replaced, or cannot be read
 */
export function fileToBe(path: string, name: string, replace: boolean): FileToBe {
  if (lstatSync(path, { throwIfNoEntry: false }) === undefined)
    return {
      write: (text) => {
        create(path, text, name);
      },
    };
  if (!replace) throw new CannotRun(isThere(name));
  const before = attempt(name, "read", () => readFileSync(path));
  return {
    write: (text) => {
      // Through a symbolic link: what it leads to is replaced, and it stays.
      const file = attempt(name, "read", () => realpathSync(path));
      const copy = `${file}.${String(process.pid)}.new`;
      create(copy, text, name);
      try {
        attempt(name, "written", () => {
          chmodSync(copy, statSync(file).mode);
        });
        if (!attempt(name, "read", () => readFileSync(file)).equals(before))
          throw new CannotRun(
            `"${name}" was changed while the notes were read, expected to find it as it was`,
          );
        attempt(name, "written", () => {
          renameSync(copy, file);
        });
      } catch (error) {
        rmSync(copy, { force: true });
        throw error;
      }
    },
  };
}

/** Write a file that must not be there yet. What could be written of it but in part goes again. */
function create(path: string, text: string, name: string): void {
  let file: number;
  try {
    file = openSync(path, "wx");
  } catch (error) {
    if (isCoded(error) && error.code === "EEXIST") throw new CannotRun(isThere(name));
    throw new CannotRun(`"${name}" cannot be written: ${reasonOf(error)}`);
  }
  try {
    writeFileSync(file, text);
  } catch (error) {
    rmSync(path, { force: true });
    throw new CannotRun(`"${name}" cannot be written: ${reasonOf(error)}`);
  } finally {
    closeSync(file);
  }
}

function isThere(name: string): string {
  return `"${name}" is there already, expected --force to replace it or --dry-run to see what would be written`;
}

/** @throws CannotRun for what the disk refuses */
function attempt<Result>(name: string, verb: "read" | "written", action: () => Result): Result {
  try {
    return action();
  } catch (error) {
    throw new CannotRun(`"${name}" cannot be ${verb}: ${reasonOf(error)}`);
  }
}

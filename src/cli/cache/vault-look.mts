import { sep } from "node:path";
import type { Diagnostic } from "../../lint/diagnostic.ts";
import { isCanvasPath, isNotePath } from "../../vault/names.ts";
import { walk } from "../walk.mts";
import { stampOf, type Stamp } from "./stamp.mts";

/** A look at the files of a vault that reads none of them. Each is looked at once. */
export interface VaultLook {
  /** Before any was looked at, in milliseconds since 1970. */
  readonly began: number;
  /** Paths of all files, in the order of the vault. */
  readonly files: readonly string[];
  /** What cannot be looked at, and why: rule `unreadable-file`. */
  readonly problems: readonly Diagnostic[];
  /** The stamp of the note or canvas that is at this place among the files; null if there is none to be had. */
  readonly stampAt: (place: number) => Stamp | null;
}

/** Look at the vault in `folder`, an absolute path, at each file when its stamp is asked for. */
export function lookHere(folder: string): VaultLook {
  const began = Date.now();
  const { files, problems } = walk(folder);
  return { began, files, problems, stampAt: (place) => stampOf(folder + sep + (files[place] ?? "")) };
}

/** Whether it matters that a file has changed: of all others only their paths count. */
export function isLookedInto(path: string): boolean {
  return isNotePath(path) || isCanvasPath(path);
}

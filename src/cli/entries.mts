import { readdirSync, type Dirent } from "node:fs";
import { isCoded } from "./reason.mts";

/** What lies in a folder, in no order; nothing where that cannot be told, as where there is no such folder. */
export function entriesIn(folder: string): readonly Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch (error) {
    if (!isCoded(error)) throw error;
    return [];
  }
}

/** The names of what lies in a folder, as `entriesIn`. */
export function namesIn(folder: string): readonly string[] {
  return entriesIn(folder).map(({ name }) => name);
}

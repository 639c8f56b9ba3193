import { basename, dirname, resolve } from "node:path";
import { nearest } from "../journal/nearest.ts";
import { quote } from "../text/quote.ts";
import { namesIn } from "./entries.mts";

/** A line and a column behind a path, as reports have them. */
const position = /(?::\d+){1,2}$/;

/**
 * What to tell, at the end of a sentence, of a path where nothing can be found: `perhaps "Home.md"` where it is the place that a report
 * names, or something beside it is called nearly so (another letter case, no `.md`, a typing error), or else `expected …`.
 * @param path as it was written
 * @param folders absolute, where it was looked for
 * @param expected what could have been there: `a folder`
 */
export function insteadOf(path: string, folders: readonly string[], expected: string): string {
  const written = path.replace(/[\\/]+$/, "");
  const file = written.replace(position, "");
  for (const folder of folders) {
    const name = basename(file);
    const names = namesIn(dirname(resolve(folder, file))).toSorted();
    const near = file !== written && names.includes(name) ? name : nearest(name, without(name, names));
    if (near !== null) return `perhaps ${quote(file.slice(0, file.length - name.length) + near)}`;
  }
  return `expected ${expected}`;
}

function without(name: string, names: readonly string[]): readonly string[] {
  return names.filter((each) => each !== name && !each.startsWith("."));
}

import { globMatcher, isGlob } from "../../journal/globs.ts";
import { CannotRun } from "../../report/cannot-run.ts";
import { texts } from "../texts.ts";

/** Is the file at this path asked about? */
export type Selected = (path: string) => boolean;

/**
 * Read the path of a command: a note, a folder or a glob from the vault's root. Without one, everything is asked about.
 * @param candidates what can be asked about
 * @throws CannotRun if the path matches none of them
 */
export function selectIn(candidates: readonly string[], path = ""): Selected {
  const named = path.replaceAll("\\", "/").replace(/^(?:\.?\/)+|\/+$|^\.$/g, "");
  if (named === "") return () => true;
  if (candidates.includes(named)) return (file) => file === named;
  const isInFolder: Selected = (file) => file.startsWith(`${named}/`);
  if (candidates.some(isInFolder)) return isInFolder;
  if (!isGlob(named)) throw new CannotRun(texts.commandLine.noSuchPath(path));
  const matches = globMatcher([`/${named}`]);
  if (candidates.some(matches)) return matches;
  throw new CannotRun(texts.commandLine.matchesNone(path));
}

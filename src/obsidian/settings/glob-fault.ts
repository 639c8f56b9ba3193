import type { Vault } from "obsidian";
import { globFault, globMatcher } from "../../journal/globs.ts";
import { texts } from "../texts.ts";

/** What is wrong with a glob that is to be added; null if nothing is. What other kinds of globs mean by brackets must match. */
export function faultOfGlob(glob: string, vault: Vault): string | null {
  const fault = globFault(glob);
  if (fault !== null) return texts.settings.badGlob(glob, fault);
  if (!/[[\]{}]|^!/.test(glob)) return null;
  const matches = globMatcher([glob]);
  return vault.getFiles().some(({ path }) => matches(path)) ? null : texts.settings.matchesNothing(glob);
}

import { findVault } from "./vault-folder.mts";
import { shownPath } from "./screen.mts";

/**
 * The command to tell somebody who is to go on with it in this vault, as a shell takes it: `linkage undo`, and with the vault
 * where the command would not find it by itself: `linkage undo notes`.
 * @param folder the vault's, absolute
 */
export function nextCommand(words: string, folder: string, cwd: string): string {
  return findVault(undefined, [], cwd) === folder ? words : `${words} ${shellWord(shownPath(folder, cwd))}`;
}

/** A word as a shell takes it: in quotes where it needs them. */
export function shellWord(word: string): string {
  return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}

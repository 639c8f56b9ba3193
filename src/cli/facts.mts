import type { Diagnostic } from "../lint/diagnostic.ts";
import { factsJson, type NoteWithText } from "../report/facts-json.ts";
import { withLineEnds } from "../report/lint-report.ts";
import { printable } from "../report/printable.ts";
import type { VaultIndex } from "../vault/vault-index.ts";
import { readVaultConfig } from "./config.mts";
import { hostProblem } from "../lint/host-problem.ts";
import { print, type Io } from "./io.mts";
import { loadVault, textOf } from "./load-vault.mts";
import { openVault } from "./open-vault.mts";
import { startProgress } from "./progress.mts";
import { vaultNamed } from "./vault-folder.mts";

/** What `linkage facts` is asked for besides its argument. */
export interface FactsOptions {
  readonly vault?: string;
}

/**
 * `linkage facts`: print what the notes of a vault say, as one JSON document. What is missing in it is told on the error
 * stream. Gives the exit code: 1 if that is more than a warning.
 */
export async function facts(argument: string | undefined, { vault }: FactsOptions, io: Io): Promise<number> {
  const folder = await openVault(vaultNamed(argument, vault, io.cwd), [], io);
  const progress = startProgress(io.stderr);
  const config = readVaultConfig(folder, undefined, io.cwd);
  const { index, problems } = loadVault(folder, config.conventions, progress);
  progress.end();
  const missing = [...config.problems, ...problems];
  const notes = notesWithText(index, folder, missing);
  await print(io.stdout, factsJson([...index.files()].length, notes, index));
  await print(
    io.stderr,
    withLineEnds(missing.map(({ path, message }) => printable(`linkage: ${path}: ${message}`))),
  );
  return missing.some(({ severity }) => severity === "error") ? 1 : 0;
}

/** All notes with their texts. A note whose file has changed since it was parsed is left out and put down in `missing`. */
function* notesWithText(index: VaultIndex, folder: string, missing: Diagnostic[]): Generator<NoteWithText> {
  for (const note of index.notes()) {
    const text = textOf(note, folder);
    if (text !== null) yield { note, text };
    else
      missing.push(hostProblem("unreadable-file", "error", note.path, "This file changed while it was read"));
  }
}

import type { Diagnostic } from "../../lint/diagnostic.ts";
import type { VaultIndex } from "../../vault/vault-index.ts";

/** What the linkage tree view asks of the vault. */
export interface TreeSource {
  /** Replaced when the config changes: ask for it each time. */
  readonly index: VaultIndex;
  /** Is over when the vault has been read. */
  readonly ready: Promise<void>;
  /** A note's problems. */
  diagnostics(path: string): readonly Diagnostic[];
  /** The text that a note's facts are of, if it is that of an editor; else null: then it is the file's. */
  editedText(path: string): string | null;
  /** Take up what an editor shows of a note; from then on `index` is of this text. */
  setText(path: string, text: string): void;
  /** Tells that notes have changed, until the function that is returned is called. */
  onChange(listener: (affected: ReadonlySet<string>) => void): () => void;
}

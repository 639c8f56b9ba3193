import type { Diagnostic } from "../../lint/diagnostic.ts";
import type { VaultIndex } from "../../vault/vault-index.ts";

/** What the problems view asks of the vault. */
export interface ProblemsSource {
  /** Its notes have the facts that the diagnostics of now belong to. */
  readonly index: VaultIndex;
  /** Is over when the vault has been read. */
  readonly ready: Promise<void>;
  /** A note's problems in text order; none for a note that is not there. */
  diagnostics(path: string): readonly Diagnostic[];
  configMistakes(): readonly Diagnostic[];
  /** What `linkage.yaml` says, or null: the text that its mistakes are in. */
  readonly configText: string | null;
  /** Paths of all notes. */
  linted(): Iterable<string>;
  /** Lint a note's text as an editor shows it; from then on `index` and `diagnostics` are of this text. */
  setText(path: string, text: string): void;
  /** Read `linkage.yaml` again soon: it has been written. */
  lookAtConfig(): void;
  /** Tells the paths whose diagnostics may have changed, until the function that is returned is called. */
  onChange(listener: (affected: ReadonlySet<string>) => void): () => void;
}

import type { Diagnostic } from "../../lint/diagnostic.ts";
import type { Linting } from "../../lint/linted-note.ts";

/** What the preview of repairs asks of the vault. */
export interface FixSource {
  /** Its notes have the facts that the diagnostics of now belong to. */
  readonly linting: Linting;
  /** Is over when the vault has been read. */
  readonly ready: Promise<void>;
  diagnostics(path: string): readonly Diagnostic[];
  /** Paths of all that is linted. */
  linted(): Iterable<string>;
  /** Tells the paths whose diagnostics may have changed, until the function that is returned is called. */
  onChange(listener: (affected: ReadonlySet<string>) => void): () => void;
}

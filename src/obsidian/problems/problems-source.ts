import type { VaultIndex } from "../../vault/vault-index.ts";
import type { LintedVault, VaultProblems } from "./vault-problems.ts";

/** What the problems view asks of the vault. */
export interface ProblemsSource extends LintedVault {
  /** Its notes have the facts that the diagnostics of now belong to. */
  readonly index: VaultIndex;
  /** Is over when the vault has been read. */
  readonly ready: Promise<void>;
  /** All problems, grouped. */
  readonly found: VaultProblems;
  /** What `linkage.yaml` says, or null: the text that its mistakes are in. */
  readonly configText: string | null;
  /** Lint a note's text as an editor shows it; from then on `index` and `diagnostics` are of this text. */
  setText(path: string, text: string): void;
  /** Read `linkage.yaml` again soon: it has been written. */
  lookAtConfig(): void;
}

import type { VaultIndex } from "../../vault/vault-index.ts";

/** What linkage blocks that are shown ask of the vault. */
export interface BlockSource {
  /** Replaced when the config changes: ask for it each time. */
  readonly index: VaultIndex;
  /** Is over when the vault has been read. */
  readonly ready: Promise<void>;
  /** Tells that notes have changed, until the function that is returned is called. */
  onChange(listener: () => void): () => void;
}

import type { VaultIndex } from "../../vault/vault-index.ts";
import type { Config } from "../config.mts";
import type { Found, KeptVault } from "./kept-vault.mts";
import type { Survey } from "./survey.mts";
import type { VaultCache } from "./vault-cache.mts";

/** What is to be found in a vault with the help of its cache. */
export interface CachedRequest {
  /** The vault's folder, absolute. */
  readonly folder: string;
  readonly cache: VaultCache;
  /** As `Io` has it. */
  readonly lookScript: string | undefined;
  /** Names what the settings of the vault say; asked again before anything is kept. */
  readonly settings: () => string;
  readonly readConfig: () => Config;
  /** Ids of the rules whose problems are asked for; all if left out. */
  readonly only: readonly string[] | undefined;
  /** All of the vault is asked about. */
  readonly isWhole: boolean;
  /** Names the report, if it tells of the same repairs whenever nothing has changed. */
  readonly report: string | null;
  /** Names how the report is shown, if report and this tell all that is printed. */
  readonly shownAs: string | null;
}

/** What is known of the vault when its problems are to be told. */
export interface Basis extends Pick<Found, "lostShelves"> {
  readonly kept: KeptVault | null;
  readonly survey: Survey;
  /** Null where nobody will need it. */
  readonly config: Config | null;
  readonly load: (config: Config) => VaultIndex;
  readonly settings: string;
  /** The files whose problems may be others than were kept; null for all, none if nothing has changed. */
  readonly affected: ReadonlySet<string> | null;
}

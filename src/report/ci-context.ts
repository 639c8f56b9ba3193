import type { Example } from "../rules/examples/example.ts";
import type { Severity } from "../rules/rule.ts";

/** Where a report for programs that check a repository is made. */
export interface CiContext {
  /** A vault-relative path from the root of the repository, with `/`. */
  readonly place: (path: string) => string;
  /** Does a problem of this severity make the run fail? */
  readonly fails: (severity: Severity) => boolean;
  /** Linkage's own version. */
  readonly version: string;
  /** A short name for a text of any length, the same in each run. */
  readonly hash: (text: string) => string;
  readonly examples: ReadonlyMap<string, readonly Example[]>;
}

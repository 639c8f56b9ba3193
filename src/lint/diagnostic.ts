import type { Finding, Severity } from "../rules/rule.ts";

/** A finding with the rule that yields it, its severity and the note it is in. */
export interface Diagnostic extends Finding {
  readonly rule: string;
  readonly severity: Severity;
  /** The note, vault-relative; `linkage.yaml` for a mistake in the config. */
  readonly path: string;
}

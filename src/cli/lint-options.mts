import type { ciFormats } from "../report/ci-report.ts";
import type { ReportOptions } from "../report/lint-report.ts";
import type { Severity } from "../rules/rule.ts";

/** What `linkage lint` is asked for besides paths. */
export interface LintOptions extends Omit<ReportOptions, "format"> {
  readonly format: ReportOptions["format"] | (typeof ciFormats)[number];
  /** The file to write the report to instead of printing it. */
  readonly output?: string;
  readonly vault?: string;
  readonly config?: string;
  /** The mildest that makes the run fail. */
  readonly failOn: Severity | "never";
  /** How many warnings may be found before the run fails. */
  readonly maxWarnings?: number;
  /** The file that says which problems are known, and are neither shown nor count. */
  readonly baseline?: string;
  /** Take out of that file what no longer occurs. */
  readonly prune?: boolean;
  /** Only what has changed since this revision of git, and what that affects. */
  readonly since?: string;
  /** Take and keep what runs find, so that the next one need not. */
  readonly cache: boolean;
}

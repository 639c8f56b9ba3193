import type { Severity } from "../rules/rule.ts";

/** How a text report marks its parts. Each function gives its text back, dressed for where it is shown. */
export interface Style extends Readonly<Record<Severity, (text: string) => string>> {
  /** What the eye should meet first. */
  readonly strong: (text: string) => string;
  /** What is there to be looked up. */
  readonly faint: (text: string) => string;
  /** A sure repair. */
  readonly sure: (text: string) => string;
}

/** No marks at all: for pipes, files and tests. */
export const plainStyle: Style = {
  error: (text) => text,
  warning: (text) => text,
  info: (text) => text,
  strong: (text) => text,
  faint: (text) => text,
  sure: (text) => text,
};

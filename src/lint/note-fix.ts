import type { Severity } from "../rules/rule.ts";
import type { TextEdit, TextRange } from "../text/range.ts";
import type { Diagnostic } from "./diagnostic.ts";

/** A problem as plain data, to be shown, counted or stored. */
export interface Problem {
  readonly path: string;
  readonly rule: string;
  readonly severity: Severity;
  readonly message: string;
  readonly target: string | null;
  /** In the text that the problem is said to be in. */
  readonly range: TextRange;
}

/** A problem and the repair that was chosen for it. */
export interface Repair {
  /** Its range lies in the text before: that of a problem which came to light on the way, where it would have been. */
  readonly problem: Problem;
  /** By what this one problem is chosen (`problemKey`). */
  readonly key: string;
  /** What is done, in the imperative: `Link to "Home"`. */
  readonly title: string;
}

/** A repair that was chosen and not made, and why, in one sentence for whoever writes the note. */
export interface RefusedRepair extends Repair {
  readonly reason: string;
}

/** What fixing does to one note. Nothing has been written: this is what a diff shows and a host may write. */
export interface NoteFix {
  readonly path: string;
  /** The text that was linted, without byte order mark. A host writes only where the note still says this. */
  readonly before: string;
  /** The same as `before` where nothing can be done. */
  readonly after: string;
  /** From `before` to `after`, in text order, each as short as can be; every byte outside them stays. */
  readonly edits: readonly TextEdit[];
  /** In the order in which they were made. */
  readonly done: readonly Repair[];
  readonly refused: readonly RefusedRepair[];
  /** Problems in `after` that were there before but could not be seen, since what they speak of could not be read or led nowhere. */
  readonly uncovered: readonly Problem[];
  /** The other problems in `after`, those of `refused` among them. */
  readonly left: readonly Problem[];
  /** Why the note is left as it was, in one sentence for whoever writes it; null if nothing speaks against what was chosen. */
  readonly obstacle: string | null;
}

/** A diagnostic as plain data, with the range given. */
export function problemOf(diagnostic: Diagnostic, range: TextRange = diagnostic.range): Problem {
  const { path, rule, severity, message, target } = diagnostic;
  return { path, rule, severity, message, target, range: { from: range.from, to: range.to } };
}

import type { Severity } from "../rules/rule.ts";

/** The names of the app's icons for problems: told apart by their form, not by colour alone. */
export const severityIcons = {
  error: "circle-x",
  warning: "triangle-alert",
  info: "info",
} as const satisfies Readonly<Record<Severity, string>>;

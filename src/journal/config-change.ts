import type { NoteType, RuleSetting } from "./conventions.ts";
import type { PropertyChoice, PropertyConvention } from "./property-kinds.ts";

/** Keys that lead from a config's top to a part of it. */
export type KeyPath = readonly string[];

/** What can be written into a config. */
export type ConfigValue =
  PropertyChoice | readonly PropertyChoice[] | { readonly [key: string]: ConfigValue };

/**
 * One thing to change in a `linkage.yaml`. What leads to the place and is not there yet is made.
 * - `set`: have this value there; `unset`: have nothing there, so that the default holds.
 * - `add`, `drop`: have this text in the list there, or no longer.
 */
export type ConfigChange =
  | { readonly kind: "set"; readonly path: KeyPath; readonly value: ConfigValue }
  | { readonly kind: "unset"; readonly path: KeyPath }
  | ListChange;

/** A change of one text in a list. */
export interface ListChange {
  readonly kind: "add" | "drop";
  readonly path: KeyPath;
  readonly item: string;
}

/** What a note type says of its notes, each a list of texts. */
export type TypeList = Exclude<keyof NoteType, "code" | "properties" | "linkage" | "ending">;

/** Report what a rule finds with this severity or, where null, with the rule's own. */
export function severityChange(rule: string, severity: RuleSetting["severity"] | null): ConfigChange {
  return valueChange(["rules", rule, "severity"], severity ?? null);
}

/** Have an option of a rule; null for its default. */
export function valueChange(path: KeyPath, value: ConfigValue | null): ConfigChange {
  return value === null ? { kind: "unset", path } : { kind: "set", path, value };
}

/** Where the globs of ignored notes stand: of one rule, or of all. */
export function ignorePath(rule: string | null): KeyPath {
  return rule === null ? ["ignore"] : ["rules", rule, "ignore"];
}

/** Where the targets stand that notes link to without a file, on purpose. */
export const placeholdersPath: KeyPath = ["placeholders"];

/** Where the classes stand that notes may have besides those of the types. */
export const classesPath: KeyPath = ["classes"];

/** Where the site's kind stands. */
export const sitePath: KeyPath = ["site"];

/** Where a list or word of a note type stands. */
export function typePath(code: string, part: Exclude<keyof NoteType, "code">): KeyPath {
  return ["types", code, part];
}

/**
 * Have this said of a property of a note type, as short as it can be: a kind alone is a word, values alone are a list. What
 * says nothing of the property takes it out.
 */
export function propertyChange(code: string, { name, kind, values }: PropertyConvention): ConfigChange {
  const path = propertyPath(code, name);
  if (kind === "any") return valueChange(path, values.length === 0 ? null : values);
  return valueChange(path, values.length === 0 ? kind : { kind, values });
}

/** Where it stands what a property of a note type holds. */
export function propertyPath(code: string, name: string): KeyPath {
  return [...typePath(code, "properties"), name];
}

/** A glob that matches the file at a path, whatever is in its name but `*` and `?`, which match themselves and more. */
export function globOf(path: string): string {
  return path.includes("/") ? path : `/${path}`;
}

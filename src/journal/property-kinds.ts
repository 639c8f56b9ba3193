/**
 * What a property can be said to hold, in the words of `linkage.yaml`: those that the app has for its property types.
 * `checkbox` is true or false, `date` a day with or without a time, `datetime` a day with one.
 */
export const propertyKinds = ["text", "list", "number", "checkbox", "date", "datetime"] as const;

/** What a property holds; `any`: nothing is known of its value. */
export type PropertyKind = (typeof propertyKinds)[number] | "any";

/** A value that a property may have. */
export type PropertyChoice = string | number | boolean;

/** What the conventions say of a property of a note type. */
export interface PropertyConvention {
  /** As it is to be written; letter case does not tell properties apart (obsidian.md F5). */
  readonly name: string;
  readonly kind: PropertyKind;
  /** The values that it, or each of its items, may have; empty if it may have any. */
  readonly values: readonly PropertyChoice[];
}

/** Properties that the app takes for lists, whatever their author does (obsidian.md F3, F4). */
export const appLists: readonly string[] = ["tags", "aliases", "cssclasses"];

/** Whether a value is one that a property of this kind, or an item of it, can have. */
export function isOfKind(value: PropertyChoice, kind: PropertyKind): boolean {
  switch (kind) {
    case "any":
    case "list":
      return true;
    case "number":
    case "checkbox":
      return typeof value === (kind === "number" ? "number" : "boolean");
    case "text":
    case "date":
    case "datetime":
      return typeof value === "string";
  }
}

import type { PropertyItem } from "../note/note.ts";
import { quote } from "../text/quote.ts";

/** What YAML takes a property's value or item for, a number as it is written: `the text "a"`, `the number 1.0`, `a list`. */
export function described({ value, written }: Pick<PropertyItem, "value" | "written">): string {
  if (value === null) return "empty";
  if (typeof value === "string") return value.trim() === "" ? "empty" : `the text ${quote(value)}`;
  if (typeof value === "number") return `the number ${written ?? String(value)}`;
  if (typeof value === "boolean") return String(value);
  return Array.isArray(value) ? "a list" : "a map";
}

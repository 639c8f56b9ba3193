import type { PropertyValue } from "../note.ts";
import type { MarkReader } from "./mark-reader.ts";
import type { MarkWriter } from "./mark-writer.ts";

const kinds = ["null", "false", "true", "number", "text", "list", "map"] as const;

type Kind = (typeof kinds)[number];

/** Write what YAML makes of a value. A number is written as JavaScript says it, which can be read back exactly. */
export function writeValue(writer: MarkWriter, value: PropertyValue): void {
  writer.kind(kinds, kindOf(value));
  if (typeof value === "string") writer.text(value);
  else if (typeof value === "number") writer.text(Object.is(value, -0) ? "-0" : String(value));
  else if (isList(value)) writer.list(value, writeValue);
  else if (typeof value === "object" && value !== null) writer.list(Object.entries(value), writeEntry);
}

/** What {@link writeValue} wrote. */
export function readValue(reader: MarkReader): PropertyValue {
  switch (reader.kind(kinds)) {
    case "null":
      return null;
    case "false":
      return false;
    case "true":
      return true;
    case "number":
      return Number(reader.text());
    case "text":
      return reader.text();
    case "list":
      return reader.list(readValue);
    case "map":
      // Also a key such as `__proto__` is one like any other.
      return Object.fromEntries(reader.list(readEntry));
  }
}

function kindOf(value: PropertyValue): Kind {
  if (typeof value === "string") return "text";
  if (typeof value === "number") return "number";
  if (typeof value === "boolean") return value ? "true" : "false";
  if (value === null) return "null";
  return isList(value) ? "list" : "map";
}

function isList(value: PropertyValue): value is readonly PropertyValue[] {
  return Array.isArray(value);
}

function writeEntry(writer: MarkWriter, [key, value]: readonly [string, PropertyValue]): void {
  writer.text(key);
  writeValue(writer, value);
}

function readEntry(reader: MarkReader): readonly [string, PropertyValue] {
  return [reader.text(), readValue(reader)];
}

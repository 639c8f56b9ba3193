import type { PropertyKind } from "../../journal/property-kinds.ts";
import type { PropertyValue } from "../../note/note.ts";
import { dateReadings } from "./date-readings.ts";
import { scalarLike, yamlScalar } from "../../note/yaml-scalar.ts";

/** What a property's value may have been meant to be. */
export interface Readings {
  /** YAML of one line each, likeliest first. */
  readonly values: readonly string[];
  /** There is one, and it says what the value already says to whoever reads the note. */
  readonly isSure: boolean;
}

/** It looks like text to the author, but not to YAML. */
export function isTyped(value: PropertyValue): value is number | boolean {
  return typeof value === "number" || typeof value === "boolean";
}

/** `"true"` and the like. */
export function isBooleanText(value: PropertyValue): value is string {
  return typeof value === "string" && /^\s*(?:true|false)\s*$/i.test(value);
}

/** `"64"` and the like, as YAML reads numbers and people write them. */
export function isNumberText(value: PropertyValue): value is string {
  return typeof value === "string" && /^\s*-?(?:0|[1-9]\d*)(?:\.\d+)?\s*$/.test(value);
}

/** The value of the property `key` that is of another kind than `kind`, as one of that kind. */
export function readingsOf(key: string, value: PropertyValue, kind: PropertyKind, written: string): Readings {
  switch (kind) {
    case "list":
      return listReadings(key, value, written);
    case "checkbox":
      return booleanReadings(value);
    case "number":
      return { values: isNumberText(value) ? [value.trim()] : [], isSure: true };
    case "date":
    case "datetime": {
      const read = typeof value === "object" ? [] : dateReadings(String(value));
      const dates = kind === "date" ? read : read.filter((date) => date.includes("T"));
      return { values: dates.map((date) => scalarLike(written, date)), isSure: dates.length === 1 };
    }
    case "text":
    case "any":
      return textReadings(value, written);
  }
}

/** A number or boolean as text; an unquoted wikilink, which YAML takes for a list in a list, perhaps. */
export function textReadings(value: PropertyValue, written: string): Readings {
  if (/^\[\[[^[\]\r\n]+\]\]$/.test(written)) return { values: [JSON.stringify(written)], isSure: false };
  return isTyped(value) ? { values: [quoted(value, written)], isSure: true } : none;
}

const none: Readings = { values: [], isSure: false };

/** A single value as a list of one, or split where it looks like several. Tags and classes hold no blanks. */
function listReadings(key: string, value: PropertyValue, written: string): Readings {
  if (typeof value === "object") return none;
  const whole = String(value).trim();
  if (whole === "") return { values: ["[]"], isSure: true };
  const [, inside = null] = /^\[(?!\[)(.*)\]$/s.exec(whole) ?? [];
  const isOneWord = ["tags", "cssclasses"].includes(key.toLowerCase());
  const parts = (inside ?? whole).split(isOneWord ? /[\s,]+/ : ",").map((part) => part.trim());
  const several = `[${parts
    .filter((part) => part !== "")
    .map(yamlScalar)
    .join(", ")}]`;
  const one = `[${asItem(value, written)}]`;
  if (inside !== null || (parts.length > 1 && isOneWord)) return { values: [several], isSure: false };
  return parts.length > 1 ? { values: [several, one], isSure: false } : { values: [one], isSure: true };
}

/** A single value as the item of a list between brackets. */
function asItem(value: string | number | boolean, written: string): string {
  if (isTyped(value)) return quoted(value, written);
  return /^["'][^\r\n]*$/.test(written) ? written : yamlScalar(value.trim());
}

function quoted(value: number | boolean, written: string): string {
  return /^[\w.+-]+$/.test(written) ? `"${written}"` : JSON.stringify(String(value));
}

function booleanReadings(value: PropertyValue): Readings {
  if (isBooleanText(value)) return { values: [value.trim().toLowerCase()], isSure: true };
  const isYes = value === 1 || (typeof value === "string" && /^\s*(?:yes|y|on|1)\s*$/i.test(value));
  return { values: isYes ? ["true", "false"] : ["false", "true"], isSure: false };
}

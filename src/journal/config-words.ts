import { alternatives } from "../text/alternatives.ts";
import type { KnownKeys } from "./config.ts";
import type { ConfigNode } from "./config-node.ts";
import { alwaysOn } from "./conventions.ts";
import { nearest } from "./nearest.ts";
import { quote } from "../text/quote.ts";
import type * as z from "./zod.ts";

/** What kind of value it is: `is a number`. */
export function kindOf(node: ConfigNode): string {
  if (node.kind !== "scalar") return node.kind === "list" ? "is a list" : "is a map";
  if (node.value === null || node.value === "") return "is empty";
  if (typeof node.value === "boolean") return `is ${String(node.value)}`;
  return typeof node.value === "string" ? "is text" : "is a number";
}

/** What matters of a value whose kind is right: `is 3`, `has 3 items`. */
export function stateOf(node: ConfigNode): string {
  if (node.kind === "map") return "is a map";
  if (node.kind === "list") return `has ${count(node.items.length, "array")}`;
  if (typeof node.value !== "string") return `is ${String(node.value)}`;
  return node.value === "" ? "is empty" : `has ${count(node.value.length, "string")}`;
}

/** The message for a key that is not known at its place: the nearest one, or all of them if they are few. */
export function unknownKey(key: string, { noun, names }: KnownKeys): string {
  if (noun === "rule" && alwaysOn.includes(key))
    return `${quote(key)} is always on, expected nothing of it here`;
  const unknown = `Unknown ${noun} ${quote(key)}`;
  const near = nearest(key, names);
  if (near !== null) return `${unknown}, expected ${quote(near)}`;
  if (names.length === 0) return unknown;
  return `${unknown}, expected ${names.length <= mostListed ? alternatives(names.map(quote)) : `the name of a ${noun}`}`;
}

/** What was expected where zod has this issue: `a list`, `at least 2`. */
export function expectation(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case "invalid_type":
      return kinds[issue.expected] ?? "another value";
    case "invalid_value":
      return alternatives(issue.values.map((value) => quote(String(value))));
    case "too_small":
      return atLeast(Number(issue.minimum), issue.origin, issue.inclusive !== false);
    case "too_big":
      return `${issue.inclusive === false ? "less than" : "at most"} ${count(Number(issue.maximum), issue.origin)}`;
    case "not_multiple_of":
      return `a multiple of ${String(issue.divisor)}`;
    case "invalid_union":
      return alternatives([
        ...new Set(issue.errors.flatMap(([first]) => (first === undefined ? [] : expectation(first)))),
      ]);
    default:
      return "another value";
  }
}

const mostListed = 8;

const kinds: Readonly<Record<string, string>> = {
  string: "text",
  number: "a number",
  int: "a whole number",
  boolean: "true or false",
  array: "a list",
  tuple: "a list",
  object: "a map",
  record: "a map",
};

function atLeast(minimum: number, origin: string, isInclusive: boolean): string {
  if (origin === "string" && minimum === 1) return "text";
  return `${isInclusive ? "at least" : "more than"} ${count(minimum, origin)}`;
}

function count(number: number, origin: string): string {
  const unit = origin === "string" ? "character" : origin === "array" ? "item" : null;
  if (unit === null) return String(number);
  return `${String(number)} ${unit}${number === 1 ? "" : "s"}`;
}

import type { Property } from "../../src/note/note.ts";
import { mark } from "../marked.ts";

/** The text with marks around each property's key and around its value, or around the items if the value is a list. */
export function markProperties(text: string, properties: readonly Property[]): string {
  return mark(
    text,
    properties.flatMap(({ keyRange, valueRange, items }) => [keyRange, ...(items ?? [valueRange])]),
  );
}

import { dateFault } from "../journal/calendar.ts";
import { textOf } from "../journal/properties.ts";
import { propertySchemas } from "../journal/property-schemas.ts";
import type { Property } from "../note/note.ts";
import { quote } from "../text/quote.ts";
import { splitProperties } from "./known-properties.ts";
import { noOptions } from "./no-options.ts";
import { dateReadings, dayOfNoteId } from "./repairs/date-readings.ts";
import { replaceText } from "./repairs/property-edits.ts";
import { defineRule } from "./define-rule.ts";
import type { RuleFinding } from "./rule.ts";

/** A date is written as the app and the site read it, and the calendar has it. What is no text at all is property-type's. */
export const malformedDate = defineRule({
  id: "malformed-date",
  summary: "A date is written as 2023-07-18, with a time if linkage.yaml wants one, and there is such a day.",
  severity: "warning",
  options: noOptions,
  check(note, vault): readonly RuleFinding<Property>[] {
    const found: RuleFinding<Property>[] = [];
    for (const { property, schema } of splitProperties(note, vault.typeOf(note)).known) {
      const { kind } = schema;
      if (kind !== "date" && kind !== "datetime") continue;
      const message = messageOf(property, kind);
      if (message !== null)
        found.push({ range: property.valueRange, message, target: property.key, fact: property });
    }
    return found;
  },
  *suggest(property, { note, vault, text }) {
    const kind = propertySchemas(vault.typeOf(note)).get(property.key.toLowerCase())?.kind;
    const readings = dateReadings(textOf(property) ?? "").filter(
      (date) => kind === "date" || date.includes("T"),
    );
    const isUnclear = readings.length === 0 && property.key.toLowerCase() === "created" && kind === "date";
    const day = isUnclear ? dayOfNoteId(note) : null;
    for (const date of day === null ? readings : [day])
      yield {
        title: `Write ${property.key}: ${date}`,
        edits: [replaceText(text, property.valueRange, date)],
      };
  },
});

/** What is wrong with a date; null if nothing is, or nothing is written: that is missing-property's to report. */
function messageOf(property: Property, kind: "date" | "datetime"): string | null {
  const written = textOf(property);
  if (written === null || written.trim() === "") return null;
  const fault = dateFault(written);
  const lacksTime = kind === "datetime" && !written.includes("T");
  if (fault === null && !lacksTime) return null;
  const [name, said] = [quote(property.key), quote(written)];
  const wanted = kind === "date" ? "a date such as 2023-07-18" : "a day with a time such as 2023-07-18T10:00";
  switch (fault) {
    case null:
      return `${name} is ${said} without a time, expected one such as ${written}T10:00`;
    case "day":
      return `${name} is ${said}, which is no day of the calendar, expected ${wanted}`;
    case "form":
      return `${name} is the text ${said}, expected ${wanted}`;
  }
}

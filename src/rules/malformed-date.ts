import { dateFault } from "../journal/calendar.ts";
import { textOf } from "../journal/properties.ts";
import { propertySchemas } from "../journal/property-schemas.ts";
import type { Property } from "../note/note.ts";
import { quote } from "../text/quote.ts";
import { noOptions } from "./no-options.ts";
import { dateReadings, dayOfNoteId } from "./repairs/date-readings.ts";
import { replaceText } from "./repairs/property-edits.ts";
import { defineRule, type RuleFinding } from "./rule.ts";

/** A date is written as the app and the site read it, and the calendar has it. What is no text at all is property-type's. */
export const malformedDate = defineRule({
  id: "malformed-date",
  summary: "A date is written as 2023-07-18, with or without a time, and there is such a day.",
  severity: "warning",
  options: noOptions,
  *check(note, vault): Generator<RuleFinding<Property>> {
    const schemas = propertySchemas(vault.typeOf(note));
    for (const property of note.frontmatter.properties) {
      if (schemas.get(property.key.toLowerCase())?.kind !== "date") continue;
      const message = messageOf(property);
      if (message !== null)
        yield { range: property.valueRange, message, target: property.key, fact: property };
    }
  },
  *suggest(property, { note, text }) {
    const readings = dateReadings(textOf(property) ?? "");
    const isUnclear = readings.length === 0 && property.key.toLowerCase() === "created";
    const day = isUnclear ? dayOfNoteId(note) : null;
    for (const date of day === null ? readings : [day])
      yield {
        title: `Write ${property.key}: ${date}`,
        edits: [replaceText(text, property.valueRange, date)],
      };
  },
});

/** What is wrong with a date; null if nothing is, or nothing is written: that is missing-property's to report. */
function messageOf(property: Property): string | null {
  const written = textOf(property);
  if (written === null || written.trim() === "") return null;
  switch (dateFault(written)) {
    case null:
      return null;
    case "day":
      return `${quote(property.key)} is ${quote(written)}, which is no day of the calendar, expected a date such as 2023-07-18`;
    case "form":
      return `${quote(property.key)} is the text ${quote(written)}, expected a date such as 2023-07-18`;
  }
}

import { compareDates, parseDate } from "../journal/calendar.ts";
import { property, textOf } from "../journal/properties.ts";
import { noOptions } from "./no-options.ts";
import { defineRule } from "./define-rule.ts";
import type { RuleFinding } from "./rule.ts";

/** A note is not updated before it is created. */
export const dateOrder = defineRule({
  id: "date-order",
  summary: "A note is updated on the day it was created or later.",
  severity: "warning",
  options: noOptions,
  check(note): readonly RuleFinding<null>[] {
    const created = property(note, "created");
    const updated = property(note, "updated");
    const from = textOf(created);
    const to = textOf(updated);
    if (!created || !updated || from === null || to === null || isPlainlyBefore(from, to)) return [];
    const start = parseDate(from);
    const end = parseDate(to);
    if (!start || !end || compareDates(start, end) <= 0) return [];
    const message = `"updated" is ${to}, "created" is ${from}, expected the later one in "updated"`;
    const related = [{ path: note.path, ...created.valueRange, message: `"created" is ${from}` }];
    return [{ range: updated.valueRange, message, related, fact: null }];
  },
});

/** Days sort as text; what are no days this rule has nothing to say of. */
function isPlainlyBefore(from: string, to: string): boolean {
  return from === to || (from.length === DAY_LENGTH && to.length === DAY_LENGTH && from < to);
}

const DAY_LENGTH = "2023-07-18".length;

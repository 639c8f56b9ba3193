import { compareDates, parseDate } from "../journal/calendar.ts";
import { property, textOf } from "../journal/properties.ts";
import { noOptions } from "./no-options.ts";
import { defineRule, type RuleFinding } from "./rule.ts";

/** A note is not updated before it is created. */
export const dateOrder = defineRule({
  id: "date-order",
  summary: "A note is updated on the day it was created or later.",
  severity: "warning",
  options: noOptions,
  *check(note): Generator<RuleFinding<null>> {
    const created = property(note, "created");
    const updated = property(note, "updated");
    const [from, to] = [textOf(created) ?? "", textOf(updated) ?? ""];
    if (!created || !updated || from === to) return;
    const [start, end] = [parseDate(from), parseDate(to)];
    if (!start || !end || compareDates(start, end) <= 0) return;
    const message = `"updated" is ${to}, "created" is ${from}, expected the later one in "updated"`;
    const related = [{ path: note.path, ...created.valueRange, message: `"created" is ${from}` }];
    yield { range: updated.valueRange, message, related, fact: null };
  },
});

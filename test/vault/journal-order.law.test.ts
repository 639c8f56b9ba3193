import { fc, test } from "@fast-check/jest";
import { compareNoteIds, parseNoteId } from "../../src/journal/note-id.ts";
import { JournalOrder } from "../../src/vault/journal-order.ts";

const id = fc
  .tuple(
    fc.constantFrom("230717", "230718", "230719", "231301"),
    fc.constantFrom("TJ", "MN"),
    fc.constantFrom("01", "001", "2", "02", "10", "100"),
  )
  .map((parts) => parts.join(""));

test.prop([fc.array(fc.tuple(fc.constantFrom("add", "delete"), id), { maxLength: 30 }), id])(
  "neighbours after any steps are those among all ids",
  (steps, wanted) => {
    const self = parseNoteId(wanted);
    if (!self) return;
    const ids = new Set<string>();
    const order = new JournalOrder();
    for (const [step, each] of steps) {
      if (step === "add" && !ids.has(each)) order.add(each);
      if (step === "add") ids.add(each);
      if (step === "delete" && ids.delete(each)) order.delete(each);
    }
    const others = [...ids]
      .flatMap((each) => parseNoteId(each) ?? [])
      .filter(({ text, code }) => text !== self.text && code === self.code)
      .map((other) => ({ other, to: compareNoteIds(other, self) || (other.text < self.text ? -1 : 1) }))
      .sort((a, b) => compareNoteIds(a.other, b.other) || (a.other.text < b.other.text ? -1 : 1));
    expect(order.before(self)?.text).toBe(others.findLast(({ to }) => to < 0)?.other.text);
    expect(order.after(self)?.text).toBe(others.find(({ to }) => to > 0)?.other.text);
    const day = [...ids].filter((each) => parseNoteId(each)?.date === self.date);
    expect(order.onDayOf(self)).toEqual(day.sort());
  },
);

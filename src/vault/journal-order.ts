import { compareNoteIds, parseNoteId, type NoteId } from "../journal/note-id.ts";
import { SetTable } from "./set-table.ts";

/**
 * The note ids of the vault in the order of the journal: by type, and of each type day by day. It is kept id by id, so that
 * neighbours are found without looking at all ids. Texts that are no note ids do not count.
 */
export class JournalOrder {
  /** By code and day: the note ids. */
  private readonly ids = new SetTable<string, string>();
  /** By code: the days that have such ids, in order. A day is told by the six digits that ids start with. */
  private readonly days = new Map<string, string[]>();

  /** The last note id of the same type before this one, which may be in the vault or not. */
  before(id: NoteId): NoteId | null {
    const days = this.days.get(id.code) ?? [];
    for (let at = placeOf(days, dayOf(id.text)); at >= 0; at--) {
      const found = this.idsOf(id.code, days[at]).findLast((other) => inOrder(other, id) < 0);
      if (found) return found;
    }
    return null;
  }

  /** The first note id of the same type after this one, which may be in the vault or not. */
  after(id: NoteId): NoteId | null {
    const days = this.days.get(id.code) ?? [];
    for (let at = placeOf(days, dayOf(id.text)); at < days.length; at++) {
      const found = this.idsOf(id.code, days[at]).find((other) => inOrder(other, id) > 0);
      if (found) return found;
    }
    return null;
  }

  /** The note ids of the day of this one, of any type, in alphabetical order. */
  onDayOf(id: NoteId): readonly string[] {
    const day = dayOf(id.text);
    const all = Array.from(this.days.keys(), (code) => this.ids.sorted(code + day)).flat();
    return all.filter((text) => parseNoteId(text) !== null).sort();
  }

  /** A note id that no note had. */
  add(text: string): void {
    const code = codeOf(text);
    if (code === null) return;
    const day = dayOf(text);
    if (!this.ids.has(code + day)) {
      const days = this.days.get(code) ?? [];
      days.splice(placeOf(days, day), 0, day);
      this.days.set(code, days);
    }
    this.ids.add(code + day, text);
  }

  /** A note id that no note has any longer. */
  delete(text: string): void {
    const code = codeOf(text);
    if (code === null) return;
    const day = dayOf(text);
    this.ids.delete(code + day, text);
    if (this.ids.has(code + day)) return;
    const days = this.days.get(code) ?? [];
    const at = placeOf(days, day);
    if (days[at] === day) days.splice(at, 1);
    if (days.length === 0) this.days.delete(code);
  }

  /** The note ids of one type and day, in order. */
  private idsOf(code: string, day = ""): readonly NoteId[] {
    const ids = this.ids.sorted(code + day).map(parseNoteId);
    return ids.filter((id) => id !== null).sort(inOrder);
  }
}

/** The index of a day, or of the first after it. */
function placeOf(days: readonly string[], day: string): number {
  let low = 0;
  let high = days.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((days[middle] ?? "") < day) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Cheaper than to take an id apart; days that do not exist are sorted out when they are asked for. */
function codeOf(text: string): string | null {
  return /^\d{6}([A-Z]{1,4})\d{2,3}$/.exec(text)?.[1] ?? null;
}

function dayOf(text: string): string {
  return text.slice(0, 6);
}

/** Ids that differ in leading zeros alone are of one day and sequence. */
function inOrder(a: NoteId, b: NoteId): number {
  return compareNoteIds(a, b) || (a.text < b.text ? -1 : Number(a.text > b.text));
}

import { compareNoteIds, parseNoteId, type NoteId } from "../journal/note-id.ts";
import { SetTable } from "./set-table.ts";

/**
 * The note ids of the vault in the order of the journal, day by day. Nothing is kept before somebody asks; from then on it is
 * kept up to date, so that neighbours are found without looking at all ids.
 */
export class JournalOrder {
  private readonly all: () => Iterable<string>;
  private known: Days | null = null;

  /** @param all the note ids to begin with, when somebody asks; texts that are no note ids do not count */
  constructor(all: () => Iterable<string>) {
    this.all = all;
  }

  /** The last note id of the same type before this one, which may be in the vault or not. */
  before(id: NoteId): NoteId | null {
    const days = this.days();
    for (let at = days.placeOf(dayOf(id.text)); at >= 0; at--) {
      const found = days.idsOf(at, id.code).findLast((other) => inOrder(other, id) < 0);
      if (found) return found;
    }
    return null;
  }

  /** The first note id of the same type after this one, which may be in the vault or not. */
  after(id: NoteId): NoteId | null {
    const days = this.days();
    for (let at = days.placeOf(dayOf(id.text)); at < days.count; at++) {
      const found = days.idsOf(at, id.code).find((other) => inOrder(other, id) > 0);
      if (found) return found;
    }
    return null;
  }

  /** The note ids of the day of this one, of any type, in alphabetical order. */
  onDayOf(id: NoteId): readonly string[] {
    return this.days().idsOn(dayOf(id.text));
  }

  /** A note id that no note had. */
  add(text: string): void {
    this.known?.add(text);
  }

  /** A note id that no note has any longer. */
  delete(text: string): void {
    this.known?.delete(text);
  }

  private days(): Days {
    this.known ??= new Days(this.all());
    return this.known;
  }
}

/** Note ids by day, and the days in order. A day is told by the six digits that ids start with. */
class Days {
  private readonly ids = new SetTable<string, string>();
  private order: string[];

  constructor(ids: Iterable<string>) {
    for (const text of ids) if (mayBeId.test(text)) this.ids.add(dayOf(text), text);
    this.order = [...this.ids.keys()].sort();
  }

  get count(): number {
    return this.order.length;
  }

  idsOn(day: string): readonly string[] {
    return this.ids.sorted(day).filter((text) => parseNoteId(text) !== null);
  }

  /** The note ids of one type on day number `at`, in order. */
  idsOf(at: number, code: string): readonly NoteId[] {
    const texts = this.ids.sorted(this.order[at] ?? "").filter((text) => text.startsWith(code, DAY));
    if (texts.length === 0) return [];
    const ids = texts.map(parseNoteId).filter((id) => id?.code === code);
    return ids.filter((id) => id !== null).sort(inOrder);
  }

  /** The number of a day, or of the first after it. */
  placeOf(day: string): number {
    let low = 0;
    let high = this.order.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.order[middle] ?? "") < day) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  add(text: string): void {
    if (!mayBeId.test(text)) return;
    const day = dayOf(text);
    if (!this.ids.has(day)) this.order.splice(this.placeOf(day), 0, day);
    this.ids.add(day, text);
  }

  delete(text: string): void {
    const day = dayOf(text);
    this.ids.delete(day, text);
    const at = this.placeOf(day);
    if (this.order[at] === day && !this.ids.has(day)) this.order.splice(at, 1);
  }
}

/** How many digits of a note id tell its day. */
const DAY = 6;

/** Cheaper than to take it apart; days that do not exist are sorted out when they are asked for. */
const mayBeId = /^\d{6}[A-Z]/;

function dayOf(text: string): string {
  return text.slice(0, DAY);
}

/** Ids that differ in leading zeros alone are of one day and sequence. */
function inOrder(a: NoteId, b: NoteId): number {
  return compareNoteIds(a, b) || (a.text < b.text ? -1 : Number(a.text > b.text));
}

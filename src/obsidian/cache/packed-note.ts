import type { Note } from "../../note/note.ts";

/**
 * A note's facts as one short JSON text: the names of an object's members are said once for all objects that have the same,
 * and the see-also links, which are links of the note, not again. Null where JSON cannot say a value (`.nan`, `.inf`, `-0`).
 */
export function packNote(note: Note): string | null {
  const { seeAlso } = note;
  const packer = new Packer();
  const packed = packer.pack({ ...note, seeAlso: seeAlso && { from: seeAlso.from, to: seeAlso.to } });
  return packer.isExact ? JSON.stringify([packer.shapes, packed]) : null;
}

/** The note of a text that {@link packNote} made, equal to the one that was packed. Null for another text. */
export function unpackNote(text: string): Note | null {
  const note = unpackText(text);
  if (!isNote(note)) return null;
  const { seeAlso, links } = note;
  if (!seeAlso) return note;
  const { from, to } = seeAlso;
  return {
    ...note,
    seeAlso: { from, to, links: links.filter((link) => link.from >= from && link.to <= to) },
  };
}

/** Stands in front of the elements of a list; in front of an object's members stands the number of its shape. */
const LIST = -1;

class Packer {
  /** The names of members, for each set of them that objects have. */
  readonly shapes: (readonly string[])[] = [];
  /** Whether JSON says all that was packed. */
  isExact = true;
  private readonly numbers = new Map<string, number>();

  pack(value: unknown): unknown {
    if (isList(value)) return [LIST, ...value.map((each) => this.pack(each))];
    if (typeof value === "object" && value !== null) return this.packObject(value);
    this.isExact &&= typeof value === "number" ? isSaid(value) : value !== undefined;
    return value;
  }

  private packObject(value: object): unknown {
    const names = Object.keys(value);
    // Members of this name would be lost when they are set again.
    this.isExact &&= !names.includes("__proto__");
    return [this.shape(names), ...Object.values(value).map((each) => this.pack(each))];
  }

  private shape(names: readonly string[]): number {
    const key = names.join("\n");
    let number = this.numbers.get(key);
    if (number === undefined) {
      number = this.shapes.push(names) - 1;
      this.numbers.set(key, number);
    }
    // Names with line ends may look like others when they are joined.
    this.isExact &&= this.shapes[number]?.every((name, at) => name === names[at]) ?? false;
    return number;
  }
}

function isSaid(value: number): boolean {
  return Number.isFinite(value) && !Object.is(value, -0);
}

function unpackText(text: string): unknown {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    return null;
  }
  if (!isList(parsed)) return null;
  const [shapes, packed] = parsed;
  return isList(shapes) && shapes.every(isNames) ? unpack(packed, shapes) : null;
}

function isList(value: unknown): value is readonly unknown[] {
  return Array.isArray(value);
}

function isNames(value: unknown): value is readonly string[] {
  return isList(value) && value.every((name) => typeof name === "string");
}

function unpack(value: unknown, shapes: readonly (readonly string[])[]): unknown {
  if (!isList(value)) return value;
  const [first, ...members] = value;
  const values = members.map((each) => unpack(each, shapes));
  const names = typeof first === "number" ? shapes[first] : undefined;
  if (!names) return values;
  const object: Record<string, unknown> = {};
  for (const [at, name] of names.entries()) object[name] = values[at];
  return object;
}

/** What {@link packNote} wrote and nobody has changed since is a note: a look at what tells it from something else is enough. */
function isNote(value: unknown): value is Note {
  if (typeof value !== "object" || value === null) return false;
  return (
    "path" in value &&
    typeof value.path === "string" &&
    "lines" in value &&
    Array.isArray(value.lines) &&
    "links" in value &&
    Array.isArray(value.links) &&
    "suppressions" in value
  );
}

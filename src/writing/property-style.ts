import { property } from "../journal/properties.ts";
import type { Property } from "../note/note.ts";
import { scalarLike, yamlScalar } from "../note/yaml-scalar.ts";
import { commonest, type Sample } from "./type-samples.ts";

/** How the notes of a type write a property. */
export interface PropertyStyle {
  /** The name, in the quotes that it needs. */
  readonly key: string;
  /** A list stands between brackets, else each item on a line of its own. */
  readonly isFlow: boolean;
  /** What stands before an item on its line: `  - `. */
  readonly bullet: string;
  /** The value, or the first item, as the newest note with one writes it; empty if none has one. */
  readonly written: string;
}

/** How the samples, the newest first, write the property `name`; lists that they do not have as they write most lists. */
export function styleOf(name: string, samples: readonly Sample[]): PropertyStyle {
  const found = samples.flatMap((sample) => writtenIn(sample, property(sample.note, name)));
  const [newest] = found;
  const lists = found.some(({ list }) => list !== null) ? found : allLists(samples);
  const list = commonest(lists.flatMap((each) => each.list ?? [])) ?? usualBullet;
  const written = found.find((each) => each.written !== "")?.written ?? "";
  return { key: newest?.key ?? yamlScalar(name), isFlow: list === "[", bullet: list, written };
}

/** A line, or for a list the lines, of a property. */
export function propertyLines(
  { key, isFlow, bullet, written }: PropertyStyle,
  value: string | boolean | readonly string[] | null,
): readonly string[] {
  if (value === null) return [`${key}:`];
  if (typeof value === "boolean") return [`${key}: ${String(value)}`];
  if (typeof value === "string") return [`${key}: ${scalarLike(written, value)}`];
  const items = value.map((item) => scalarLike(written, item));
  if (isFlow || items.length === 0) return [`${key}: [${items.join(", ")}]`];
  return [`${key}:`, ...items.map((item) => bullet + item)];
}

const usualBullet = "  - ";

interface Written {
  readonly key: string;
  readonly written: string;
  /** `[`, or what stands before an item on its line; null if it is no list, or none with items. */
  readonly list: string | null;
}

function writtenIn({ text }: Sample, found: Property | null): readonly Written[] {
  if (found === null) return [];
  const key = text.slice(found.keyRange.from, found.keyRange.to);
  const [item] = found.items ?? [];
  const { from, to } = item ?? found.valueRange;
  const isEmptyList = found.items !== null && item === undefined;
  const written = isEmptyList ? "" : text.slice(from, to);
  return [{ key, written, list: item ? listStyle(text, found, from) : null }];
}

function listStyle(text: string, { valueRange }: Property, itemFrom: number): string | null {
  if (text.charAt(valueRange.from) === "[") return "[";
  const before = text.slice(text.lastIndexOf("\n", itemFrom - 1) + 1, itemFrom);
  return /^ *- +$/.test(before) ? before : null;
}

function allLists(samples: readonly Sample[]): readonly Written[] {
  return samples.flatMap((sample) =>
    sample.note.frontmatter.properties.flatMap((each) => (each.items ? writtenIn(sample, each) : [])),
  );
}

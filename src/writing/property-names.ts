import type { NoteType } from "../journal/conventions.ts";
import { nameMeant } from "../rules/misspelt-property.ts";
import type { Sample } from "./type-samples.ts";

/**
 * The names of the properties of a new note: what its type requires and tells it by, and what most samples have. They are in
 * the order of the sample that has most of them; the others stand behind those that they follow elsewhere.
 */
export function propertyNames(type: NoteType, samples: readonly Sample[]): readonly string[] {
  const signs = [
    ...(type.tags.length > 0 ? ["tags"] : []),
    ...(type.classes.length > 0 ? ["cssclasses"] : []),
  ];
  const needed = [...type.required, ...signs, ...(signs.length === 0 ? ["note_id"] : [])];
  const neededKeys = new Set(needed.map((name) => name.toLowerCase()));
  const keysOf = ({ note }: Sample): readonly string[] => [
    ...new Set(note.frontmatter.properties.map(({ key }) => key.toLowerCase())),
  ];
  const wanted = new Set(neededKeys);
  const counts = new Map<string, number>();
  for (const key of samples.flatMap(keysOf)) counts.set(key, (counts.get(key) ?? 0) + 1);
  for (const [key, count] of counts)
    if (count * 2 > samples.length && key !== "linkage-disable" && nameMeant(key, type) === null)
      wanted.add(key);
  const orders = samples.map((sample) => keysOf(sample).filter((key) => wanted.has(key)));
  const longest = [...orders].sort((a, b) => b.length - a.length);
  const merged = [...longest, [...neededKeys]].reduce(withNames, []);
  const spelt = new Map(needed.map((name) => [name.toLowerCase(), name]));
  return merged.map((key) => spelt.get(key) ?? key);
}

/** Names with others put in behind the one that they follow there. */
function withNames(names: readonly string[], others: readonly string[]): readonly string[] {
  const all = [...names];
  for (const [at, name] of others.entries()) {
    if (all.includes(name)) continue;
    const before = all.indexOf(others[at - 1] ?? "");
    all.splice(at === 0 ? 0 : before < 0 ? all.length : before + 1, 0, name);
  }
  return all;
}

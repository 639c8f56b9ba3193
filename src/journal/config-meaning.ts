import type { ConfigChange, KeyPath } from "./config-change.ts";

/** What a config says, whatever way it is written: keys in order, each list a list, nothing that says nothing. */
export type Meaning = string | number | boolean | readonly Meaning[] | { readonly [key: string]: Meaning };

/** The meaning of a config's plain data; null where it says nothing. */
export function meaningOf(plain: unknown): Meaning | null {
  return meaningAt(plain, []);
}

/** The meaning after a change. */
export function changedMeaning(meaning: Meaning | null, change: ConfigChange): Meaning | null {
  return meaningAt(changed(meaning, change.path, change), []);
}

/** Two texts of a list mean the same: tags with and without `#`, folders with and without slashes around them. */
export function isSameItem(path: KeyPath, one: string, other: string): boolean {
  return one === other || plainItem(path, one) === plainItem(path, other);
}

function meaningAt(plain: unknown, path: KeyPath): Meaning | null {
  if (isLoneText(path) && typeof plain === "string") return plain === "" ? null : [plain];
  if (isRule(path) && typeof plain !== "object")
    return plain === undefined ? null : meaningAt({ severity: plain }, path);
  if (typeof plain !== "object") return isPlain(plain) ? plain : null;
  if (plain === null) return isType(path) ? {} : null;
  if (Array.isArray(plain)) {
    const items = plain.flatMap((item: unknown) => meaningAt(item, [...path, ""]) ?? []);
    return items.length === 0 ? null : items;
  }
  const entries = Object.entries(plain).flatMap(([key, value]): [string, Meaning][] => {
    const meaning = meaningAt(value, [...path, key]);
    return meaning === null ? [] : [[key, meaning]];
  });
  if (entries.length === 0 && !isType(path)) return null;
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)));
}

function changed(meaning: Meaning | null, path: KeyPath, change: ConfigChange): unknown {
  const [key, ...rest] = path;
  if (key !== undefined) {
    const map = isMap(meaning) ? meaning : {};
    const below = Object.hasOwn(map, key) ? (map[key] ?? null) : null;
    if (below === null && (change.kind === "unset" || change.kind === "drop")) return meaning;
    return { ...map, [key]: changed(below, rest, change) ?? undefined };
  }
  switch (change.kind) {
    case "set":
      return change.value;
    case "unset":
      return undefined;
    case "add":
    case "drop": {
      const items = isItems(meaning) ? meaning : [];
      const index = items.findIndex(
        (item) => typeof item === "string" && isSameItem(change.path, item, change.item),
      );
      if (change.kind === "drop") return items.filter((_, at) => at !== index);
      return index >= 0 ? items : [...items, change.item];
    }
  }
}

function isMap(meaning: Meaning | null): meaning is { readonly [key: string]: Meaning } {
  return typeof meaning === "object" && meaning !== null && !Array.isArray(meaning);
}

function isItems(meaning: Meaning | null): meaning is readonly Meaning[] {
  return Array.isArray(meaning);
}

function isPlain(value: unknown): value is string | number | boolean {
  return typeof value === "string" || typeof value === "number" || typeof value === "boolean";
}

function isRule(path: KeyPath): boolean {
  return path.length === 2 && path[0] === "rules";
}

function isType(path: KeyPath): boolean {
  return path.length === 2 && path[0] === "types";
}

/** A list for which one text may stand. */
function isLoneText(path: KeyPath): boolean {
  const [first] = path;
  if (path.length === 1) return first === "ignore" || first === "placeholders" || first === "classes";
  if (path.length !== 3) return false;
  return first === "types" ? !typeWords.has(path[2] ?? "") : first === "rules" && path[2] === "ignore";
}

/** What a note type says in one word. */
const typeWords: ReadonlySet<string> = new Set(["linkage", "ending"]);

/** By what the texts of a list are compared (`isSameItem`). */
export function plainItem([first, , list]: KeyPath, item: string): string {
  if (first !== "types") return item;
  if (list === "tags") return item.replace(/^#/, "");
  return list === "folders" ? item.replace(/^\/+|\/+$/g, "") : item;
}

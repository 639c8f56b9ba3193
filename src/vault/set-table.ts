import type { KeptTable } from "./kept-keys.ts";

/** As many values are a list at most where any may be looked for. */
const FEW = 8;

/**
 * A map from keys to sets of values in which no set is empty. Most keys have one value, which is kept without anything around
 * it, or a few, which are kept as a list: in a large vault that is half the memory.
 */
export class SetTable<Key, Value extends string> {
  private readonly sets = new Map<Key, Value | Value[] | Set<Value>>();
  /** Sets in order, kept while they do not change: those that many ask for may be large. */
  private readonly lists = new Map<Key, readonly Value[]>();
  /** What the table began with, and what of it has been asked for; null if it is here as a whole. */
  private kept: { readonly table: KeptTable<Key, Value>; readonly asked: Set<Key> } | null = null;

  /** Begin with what is kept. The table must be empty. */
  begin(table: KeptTable<Key, Value>): void {
    this.kept = { table, asked: new Set() };
  }

  /** The values of a key, in no order; as they are until the table changes. */
  values(key: Key): Iterable<Value> {
    const found = this.find(key);
    if (found === undefined) return [];
    return typeof found === "string" ? [found] : found;
  }

  /** How many values a key has. */
  size(key: Key): number {
    const found = this.find(key);
    if (found === undefined) return 0;
    if (typeof found === "string") return 1;
    return Array.isArray(found) ? found.length : found.size;
  }

  /** The values of a key, sorted by their code units. */
  sorted(key: Key): readonly Value[] {
    const found = this.find(key);
    if (found === undefined) return [];
    if (typeof found === "string") return [found];
    let list = this.lists.get(key);
    if (list === undefined) this.lists.set(key, (list = [...found].sort()));
    return list;
  }

  has(key: Key): boolean {
    return this.find(key) !== undefined;
  }

  get isEmpty(): boolean {
    return this.kept === null && this.sets.size === 0;
  }

  keys(): Iterable<Key> {
    this.takeAll();
    return this.sets.keys();
  }

  /** Add a value that the key may have. Returned is whether the key had none. */
  add(key: Key, value: Value): boolean {
    const found = this.find(key);
    if (Array.isArray(found) && found.includes(value)) return false;
    if (!Array.isArray(found) || found.length < FEW) return this.append(key, value);
    this.sets.set(key, new Set(found).add(value));
    this.change(key);
    return false;
  }

  /**
   * The same for a value that the key does not have, unless it is the one that was added last: however many there are, none is
   * looked for.
   */
  append(key: Key, value: Value): boolean {
    const found = this.find(key);
    if (found === undefined) {
      this.sets.set(key, value);
      return true;
    }
    if (found === value) return false;
    if (typeof found === "string") this.sets.set(key, [found, value]);
    else if (!Array.isArray(found)) found.add(value);
    else if (found[found.length - 1] === value) return false;
    // A list that is pushed to gets room for 16 more.
    else if (found.length < FEW) this.sets.set(key, [...found, value]);
    else found.push(value);
    this.change(key);
    return false;
  }

  /** Take away a value that the key may not have. Returned is whether it was the last. */
  delete(key: Key, value: Value): boolean {
    const found = this.find(key);
    if (found === undefined) return false;
    if (found === value) return this.sets.delete(key);
    if (typeof found === "string") return false;
    this.sets.set(key, Array.isArray(found) ? without(found, value) : withoutIn(found, value));
    this.change(key);
    return false;
  }

  private find(key: Key): Value | Value[] | Set<Value> | undefined {
    const found = this.sets.get(key);
    return found === undefined && this.kept !== null ? this.take(key) : found;
  }

  /** Take a key over from what is kept, once: it may have lost its values since. */
  private take(key: Key): Value | Value[] | Set<Value> | undefined {
    if (this.kept === null || this.kept.asked.has(key)) return undefined;
    const { table, asked } = this.kept;
    asked.add(key);
    if (asked.size > table.few) this.takeAll(key);
    else for (const value of table.get(key)) this.add(key, value);
    return this.sets.get(key);
  }

  /** Take over all that nobody has asked for yet. @param asking is still to be taken over though it has been asked for */
  private takeAll(asking?: Key): void {
    if (this.kept === null) return;
    const { table, asked } = this.kept;
    this.kept = null;
    for (const [key, value] of table.all()) if (key === asking || !asked.has(key)) this.add(key, value);
  }

  private change(key: Key): void {
    if (this.lists.size > 0) this.lists.delete(key);
  }
}

/** Two values or more but for one; a single one as it is. */
function without<Value extends string>(values: Value[], gone: Value): Value | Value[] | Set<Value> {
  if (values.length > FEW) return withoutIn(new Set(values), gone);
  const left = values.filter((value) => value !== gone);
  const [only] = left;
  return left.length === 1 && only !== undefined ? only : left;
}

function withoutIn<Value extends string>(values: Set<Value>, gone: Value): Value | Set<Value> {
  values.delete(gone);
  if (values.size === 1) for (const only of values) return only;
  return values;
}

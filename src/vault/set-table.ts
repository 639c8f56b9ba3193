/**
 * A map from keys to sets of values in which no set is empty. Most keys have one value, which is kept without a set around
 * it: in a large vault that is half the memory.
 */
export class SetTable<Key, Value extends string> {
  private readonly sets = new Map<Key, Value | Set<Value>>();
  /** Sets in order, kept while they do not change: those that many ask for may be large. */
  private readonly lists = new Map<Key, readonly Value[]>();
  private readonly none: ReadonlySet<Value> = new Set();

  /** The values of a key; a set of a single value is made anew each time. */
  get(key: Key): ReadonlySet<Value> {
    const found = this.sets.get(key);
    if (found === undefined) return this.none;
    return typeof found === "string" ? new Set([found]) : found;
  }

  /** How many values a key has. */
  size(key: Key): number {
    const found = this.sets.get(key);
    return found === undefined ? 0 : typeof found === "string" ? 1 : found.size;
  }

  /** The values of a key, sorted by their code units. */
  sorted(key: Key): readonly Value[] {
    const found = this.sets.get(key);
    if (found === undefined) return [];
    if (typeof found === "string") return [found];
    let list = this.lists.get(key);
    if (list === undefined) this.lists.set(key, (list = [...found].sort()));
    return list;
  }

  has(key: Key): boolean {
    return this.sets.has(key);
  }

  keys(): Iterable<Key> {
    return this.sets.keys();
  }

  /** Add a value that the key may have. Returned is whether the key had none. */
  add(key: Key, value: Value): boolean {
    const found = this.sets.get(key);
    if (found === undefined) {
      this.sets.set(key, value);
      return true;
    }
    if (found === value) return false;
    if (typeof found === "string") this.sets.set(key, new Set<Value>().add(found).add(value));
    else found.add(value);
    if (this.lists.size > 0) this.lists.delete(key);
    return false;
  }

  /** Take away a value that the key may not have. Returned is whether it was the last. */
  delete(key: Key, value: Value): boolean {
    const found = this.sets.get(key);
    if (found === undefined) return false;
    if (found === value) return this.sets.delete(key);
    if (typeof found === "string" || !found.delete(value)) return false;
    if (this.lists.size > 0) this.lists.delete(key);
    if (found.size === 1) for (const left of found) this.sets.set(key, left);
    return false;
  }
}

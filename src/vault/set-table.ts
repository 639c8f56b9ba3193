/** A map from keys to sets of values in which no set is empty. */
export class SetTable<Key, Value> {
  private readonly sets = new Map<Key, Set<Value>>();
  private readonly none: ReadonlySet<Value> = new Set();

  get(key: Key): ReadonlySet<Value> {
    return this.sets.get(key) ?? this.none;
  }

  has(key: Key): boolean {
    return this.sets.has(key);
  }

  keys(): Iterable<Key> {
    return this.sets.keys();
  }

  add(key: Key, value: Value): void {
    const set = this.sets.get(key);
    if (set) set.add(value);
    else this.sets.set(key, new Set([value]));
  }

  delete(key: Key, value: Value): void {
    const set = this.sets.get(key);
    if (set?.delete(value) && set.size === 0) this.sets.delete(key);
  }
}

/** A map from keys to sets of values in which no set is empty. */
export class SetTable<Key, Value> {
  private readonly sets = new Map<Key, Set<Value>>();
  /** Sets in order, kept while they do not change: those that many ask for may be large. */
  private readonly lists = new Map<Key, readonly Value[]>();
  private readonly none: ReadonlySet<Value> = new Set();

  get(key: Key): ReadonlySet<Value> {
    return this.sets.get(key) ?? this.none;
  }

  /** The values of a key, sorted by their code units. */
  sorted(key: Key): readonly Value[] {
    const set = this.get(key);
    if (set.size <= 1) return [...set];
    let list = this.lists.get(key);
    if (list === undefined) this.lists.set(key, (list = [...set].sort()));
    return list;
  }

  has(key: Key): boolean {
    return this.sets.has(key);
  }

  keys(): Iterable<Key> {
    return this.sets.keys();
  }

  add(key: Key, value: Value): void {
    const set = this.sets.get(key);
    this.lists.delete(key);
    if (set) set.add(value);
    else this.sets.set(key, new Set([value]));
  }

  delete(key: Key, value: Value): void {
    const set = this.sets.get(key);
    this.lists.delete(key);
    if (set?.delete(value) && set.size === 0) this.sets.delete(key);
  }
}

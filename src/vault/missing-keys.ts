import { fileName, withoutExtension } from "./names.ts";
import { NearNames, similarityKey } from "./near-names.ts";
import { SetTable } from "./set-table.ts";

/** Missing targets by what they are compared with names by, as similarity keys. */
interface ByName {
  /** By the whole target. */
  readonly whole: NearNames;
  /** By the last part of its path. */
  readonly last: SetTable<string, string>;
}

/**
 * The targets that notes link to and no file matches, known by their key (`targetKey`), to find those that may mean a name
 * without a look at all of them. That is kept only from when somebody asks: a run that lints a vault once never does.
 */
export class MissingKeys {
  private readonly all: () => Iterable<string>;
  private byName: ByName | null = null;

  /** @param all all of them, to begin with when somebody asks */
  constructor(all: () => Iterable<string>) {
    this.all = all;
  }

  /** Somebody has asked: what comes or goes from now on must be told. */
  get areKept(): boolean {
    return this.byName !== null;
  }

  /** Keep them from now on, though nobody has asked. */
  keep(): void {
    this.index();
  }

  /** A target that is missing now, as it may have been before. */
  add(key: string): void {
    if (this.byName) addTo(this.byName, key);
  }

  /** A target that is not missing any longer, if it was. */
  delete(key: string): void {
    if (this.byName) removeFrom(this.byName, key);
  }

  /** The targets that may have meant a file of this name, a similarity key: by all of the target, or by the last part of its path. */
  *like(name: string): Generator<string> {
    const { whole, last } = this.index();
    yield* whole.like(name);
    yield* last.values(name);
  }

  private index(): ByName {
    if (this.byName === null) {
      this.byName = { whole: new NearNames(), last: new SetTable() };
      for (const key of this.all()) addTo(this.byName, key);
    }
    return this.byName;
  }
}

function addTo({ whole, last }: ByName, key: string): void {
  whole.add(wholeKey(key), key);
  last.add(lastKey(key), key);
}

function removeFrom({ whole, last }: ByName, key: string): void {
  whole.remove(wholeKey(key), key);
  last.delete(lastKey(key), key);
}

function wholeKey(key: string): string {
  return similarityKey(withoutExtension(key));
}

function lastKey(key: string): string {
  return similarityKey(withoutExtension(fileName(key)));
}

import { SetTable } from "./set-table.ts";
import { siteName } from "./site-table.ts";

/**
 * The targets that notes link to, by the name that they end in on the site. Nothing is kept before somebody asks, which only a
 * change of files does; from then on it is kept up to date.
 */
export class SiteTargets {
  private readonly all: () => Iterable<string>;
  private targets: SetTable<string, string> | null = null;

  /** @param all all of them by their keys (`targetKey`), to begin with when somebody asks */
  constructor(all: () => Iterable<string>) {
    this.all = all;
  }

  /** A target that no note linked to. */
  add(key: string): void {
    this.targets?.add(siteName(key), key);
  }

  /** A target that no note links to any longer. */
  delete(key: string): void {
    this.targets?.delete(siteName(key), key);
  }

  /** The targets that may lead to this file on the site. */
  named(path: string): Iterable<string> {
    if (this.targets === null) {
      this.targets = new SetTable();
      for (const key of this.all()) this.add(key);
    }
    return this.targets.values(siteName(path));
  }
}

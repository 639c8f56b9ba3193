import type { Repair } from "../../lint/note-fix.ts";
import { groupedBy } from "./grouped-by.ts";

/** Whether repairs are chosen: all, none, or some of them. */
export type Checked = "all" | "none" | "some";

/** Which repairs are chosen: all but those that were left out. */
export class FixChoice {
  private readonly leftOut = new Set<string>();

  /** Choose repairs by their keys, or leave them out. */
  set(keys: Iterable<string>, isChosen: boolean): void {
    for (const key of keys) {
      if (isChosen) this.leftOut.delete(key);
      else this.leftOut.add(key);
    }
  }

  has({ key }: Repair): boolean {
    return !this.leftOut.has(key);
  }

  hasAll(repairs: readonly Repair[]): boolean {
    return this.leftOut.size === 0 || repairs.every((repair) => this.has(repair));
  }

  /** The keys of those that are chosen. */
  keysOf(repairs: readonly Repair[]): readonly string[] {
    return repairs.filter((repair) => this.has(repair)).map(({ key }) => key);
  }

  /** How many of these are chosen. */
  count(repairs: readonly Repair[]): number {
    return this.leftOut.size === 0 ? repairs.length : this.keysOf(repairs).length;
  }

  of(repairs: readonly Repair[]): Checked {
    const count = this.count(repairs);
    if (count === repairs.length) return "all";
    return count === 0 ? "none" : "some";
  }

  /** A note has another path now: what was left out of it stays so. */
  rename(oldPath: string, path: string): void {
    for (const key of [...this.leftOut])
      if (key.startsWith(`${oldPath}\n`)) this.leftOut.add(path + key.slice(oldPath.length));
  }

  /**
   * A note has changed, and its repairs stand elsewhere in it. What was left out stays so: the same of as many, or else all
   * that say the same.
   */
  carryOver(before: readonly Repair[], now: readonly Repair[]): void {
    const old = bySaying(before);
    const left = new Map(
      [...old].map(([saying, repairs]) => [saying, repairs.map((repair) => !this.has(repair))]),
    );
    for (const { key } of before) this.leftOut.delete(key);
    for (const [saying, repairs] of bySaying(now)) {
      const were = left.get(saying) ?? [];
      const keys = repairs
        .filter((_, at) => (were.length === repairs.length ? were[at] === true : were.includes(true)))
        .map(({ key }) => key);
      this.set(keys, false);
    }
  }
}

function bySaying(repairs: readonly Repair[]): ReadonlyMap<string, readonly Repair[]> {
  return groupedBy(repairs, ({ problem }) => `${problem.rule}\n${problem.message}`);
}

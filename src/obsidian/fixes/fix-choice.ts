import type { NoteFix, Repair } from "../../lint/note-fix.ts";
import { groupedBy } from "./grouped-by.ts";

/** Whether repairs are chosen: all, none, or some of them. */
export type Checked = "all" | "none" | "some";

/** Which repairs are chosen: all but those that were left out. */
export class FixChoice {
  private readonly leftOut = new Set<string>();
  /** What was left out of notes, by path, when they last said something else than now. */
  private readonly earlier = new Map<string, Earlier>();

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
    const renamed = (keys: Iterable<string>): readonly string[] =>
      [...keys]
        .filter((key) => key.startsWith(`${oldPath}\n`))
        .map((key) => path + key.slice(oldPath.length));
    for (const key of renamed(this.leftOut)) this.leftOut.add(key);
    const earlier = this.earlier.get(oldPath);
    if (earlier) this.earlier.set(path, { ...earlier, leftOut: new Set(renamed(earlier.leftOut)) });
  }

  /**
   * A note has changed, and its repairs stand elsewhere in it. What was left out stays so: the same of as many; where the note
   * says again what it said last, as after an undo, what was left out then; or else all that say the same.
   */
  carryOver(before: NoteFix, now: NoteFix): void {
    const asBefore = this.earlier.get(now.path);
    const isBack = asBefore?.text === now.before;
    const leftOut = new Set(before.done.map(({ key }) => key).filter((key) => this.leftOut.has(key)));
    if (before.before !== now.before) this.earlier.set(now.path, { text: before.before, leftOut });
    this.set(leftOut, true);
    const old = bySaying(before.done);
    for (const [saying, repairs] of bySaying(now.done)) {
      const were = (old.get(saying) ?? []).map(({ key }) => leftOut.has(key));
      // Where none of them was left out, and there were some, somebody has chosen them since.
      const isAsBefore = isBack && (were.length === 0 || were.includes(true));
      const isLeftOut = ({ key }: Repair, at: number): boolean => {
        if (were.length === repairs.length) return were[at] === true;
        return isAsBefore ? asBefore.leftOut.has(key) : were.includes(true);
      };
      this.set(
        repairs.filter(isLeftOut).map(({ key }) => key),
        false,
      );
    }
  }
}

/** What a note said, and the keys of its repairs that were left out. */
interface Earlier {
  readonly text: string;
  readonly leftOut: ReadonlySet<string>;
}

function bySaying(repairs: readonly Repair[]): ReadonlyMap<string, readonly Repair[]> {
  return groupedBy(repairs, ({ problem }) => `${problem.rule}\n${problem.message}`);
}

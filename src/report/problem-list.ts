import type { Diagnostic } from "../lint/diagnostic.ts";
import { configName } from "../journal/conventions.ts";
import { firstNotBefore } from "../text/search.ts";
import { pushAll } from "../text/push-all.ts";

/**
 * Problems in the order of the vault: the config's, then by path, those of one file in the order given. A list that has been handed
 * out stays as it is; the next change is made to a copy.
 */
export class ProblemList {
  private items: Diagnostic[] = [];
  private isHandedOut = false;

  get length(): number {
    return this.items.length;
  }

  get first(): Diagnostic | undefined {
    return this.items[0];
  }

  /** All of them as they are now. */
  get all(): readonly Diagnostic[] {
    this.isHandedOut = true;
    return this.items;
  }

  /** Add a problem behind all others: the caller knows the order. */
  push(problem: Diagnostic): void {
    if (this.isHandedOut) this.own();
    this.items.push(problem);
  }

  /** Put `now` in place of the problems of the file at `path`. */
  replace(path: string, now: readonly Diagnostic[]): void {
    if (this.isHandedOut) this.own();
    const { items } = this;
    const from = this.startOf(path);
    let to = from;
    while (items[to]?.path === path) to++;
    if (from === items.length) pushAll(items, now);
    else if (to - from === now.length) for (const [at, problem] of now.entries()) items[from + at] = problem;
    else this.items = items.slice(0, from).concat(now, items.slice(to));
  }

  private own(): void {
    this.items = this.items.slice();
    this.isHandedOut = false;
  }

  /** Where the first problem of a file is, or would be. Mostly files come in their order. */
  private startOf(path: string): number {
    const { items } = this;
    const last = items.at(-1);
    if (last === undefined || comparePaths(last.path, path) < 0) return items.length;
    return firstNotBefore(items, (each) => comparePaths(each.path, path) < 0);
  }
}

/** The order in which files are told of: the config first, then by code units, the same on every machine. */
export function comparePaths(a: string, b: string): number {
  if (a === b) return 0;
  if (a === configName || b === configName) return a === configName ? -1 : 1;
  return a < b ? -1 : 1;
}

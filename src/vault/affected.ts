/** Takes the paths of the files whose diagnostics a change may change; null while a whole vault is taken up, before anyone asks. */
export type Affected = Set<string> | null;

/** Add all values to a set. */
export function addAll(set: Set<string>, more: Iterable<string>): void {
  for (const value of more) set.add(value);
}

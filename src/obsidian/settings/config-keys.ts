import type { KeyPath } from "../../journal/config-change.ts";

const prefix = "linkage.yaml ";

/** Stands between the keys of a path: YAML holds no such character, while a property's name may hold blanks. */
const separator = "\u0000";

/** The key of a control that changes what stands at a path in `linkage.yaml`. */
export function configKey(path: KeyPath): string {
  return prefix + path.join(separator);
}

/** Whether two paths lead to the same place. */
export function isSamePath(one: KeyPath, other: KeyPath): boolean {
  return one.join(separator) === other.join(separator);
}

/** The path that a control's key is of; null if it is none of `linkage.yaml`. */
export function configPath(key: string): KeyPath | null {
  return key.startsWith(prefix) ? key.slice(prefix.length).split(separator) : null;
}

import type { KeyPath } from "../../journal/config-change.ts";

const prefix = "linkage.yaml ";

/** The key of a control that changes what stands at a path in `linkage.yaml`. No key of the file holds a blank. */
export function configKey(path: KeyPath): string {
  return prefix + path.join(" ");
}

/** The path that a control's key is of; null if it is none of `linkage.yaml`. */
export function configPath(key: string): KeyPath | null {
  return key.startsWith(prefix) ? key.slice(prefix.length).split(" ") : null;
}

import { join } from "node:path";
import { placeholdersPath } from "../journal/config-change.ts";
import { changeConfig } from "../journal/config-edits.ts";
import { configName } from "../journal/conventions.ts";
import type { FileChange } from "../report/patch-text.ts";
import { CannotRun } from "../report/cannot-run.ts";
import { editBetween } from "../text/edit-between.ts";
import { quote } from "../text/quote.ts";
import { readText } from "./read-text.mts";

/**
 * The change of the vault's config by which these targets are placeholders; null if there are none.
 * @throws CannotRun if there is no config, or it cannot take them
 */
export function keepPlaceholders(folder: string, targets: readonly string[]): FileChange | null {
  if (targets.length === 0) return null;
  const read = readText(join(folder, configName));
  if (!("text" in read)) throw new CannotRun(`${configName}: ${read.trouble}`);
  const after = targets.reduce((text, target) => {
    const changed = changeConfig(text, { kind: "add", path: placeholdersPath, item: target });
    if ("refusal" in changed) throw new CannotRun(`${quote(target)} was not kept: ${changed.refusal}`);
    return changed.text;
  }, read.text);
  return { path: configName, before: read.text, after, edits: [editBetween(read.text, after)] };
}

import { type App } from "obsidian";
import { changeConfig } from "../../journal/config-edits.ts";
import { configName } from "../../journal/conventions.ts";
import { switchOff } from "../../lint/switch-off.ts";
import { applyEdits } from "../../text/edits.ts";
import { ConfigFile } from "../config-file.ts";
import { confirmChange, type PlannedChange } from "./confirm-change.ts";
import type { Exception } from "./exceptions.ts";
import { currentText, editNote } from "./note-access.ts";
import type { ProblemsSource } from "./problems-source.ts";
import { texts } from "../texts.ts";
import { PluginNotice } from "../plugin-notice.ts";

/** Show what an exception would write, and write it once that is confirmed. What is in the way is told. */
export async function makeException(exception: Exception, app: App, source: ProblemsSource): Promise<void> {
  const planned = (await planInNote(exception, app, source)) ?? (await planInConfig(exception, app, source));
  if (typeof planned === "string") new PluginNotice(planned);
  else confirmChange(app, planned);
}

/** Null where the exception is not for the note itself, or the note gives no place for it. */
async function planInNote(
  { title, inNote }: Exception,
  app: App,
  source: ProblemsSource,
): Promise<PlannedChange | null> {
  const file = inNote && app.vault.getFileByPath(inNote.path);
  const before = file && (await currentText(file, app));
  if (!file || before === null) return null;
  const edit = switchOff(inNote.rule, inNote.path, before);
  if (!edit) return null;
  const write = (): Promise<string | null> => editNote([edit], before, file, app, source);
  return { title, path: inNote.path, before, after: applyEdits(before, [edit]), write };
}

/** A text says why there is nothing to write. */
async function planInConfig(
  { title, change }: Exception,
  { vault }: App,
  source: ProblemsSource,
): Promise<PlannedChange | string> {
  const file = new ConfigFile(vault, () => {
    source.lookAtConfig();
  });
  const before = await file.read();
  const changed = changeConfig(before, change);
  if ("refusal" in changed) return texts.shared.configRefused(changed.refusal);
  const { text: after } = changed;
  if (after === before) return texts.problems.alreadySo;
  const write = async (): Promise<string | null> =>
    (await file.replace(before, after)) ? null : texts.problems.changed(configName);
  return { title, path: configName, before, after, write };
}

import { type App, type DataAdapter } from "obsidian";
import { inferInSteps } from "../../inference/infer-conventions.ts";
import type { Inference, SiteEvidence } from "../../inference/inference.ts";
import { configName } from "../../journal/conventions.ts";
import { conventionsFile } from "../../report/conventions-file.ts";
import { numberText } from "../reader-language.ts";
import { signsText } from "../../report/signs-text.ts";
import { ConfigFile } from "../config-file.ts";
import { confirmChange } from "../problems/confirm-change.ts";
import type { ProblemsSource } from "../problems/problems-source.ts";
import { reasonOf } from "../read-note.ts";
import { inSlices, Slices } from "../slices.ts";
import { texts } from "../texts.ts";
import { PluginNotice } from "../plugin-notice.ts";

/** What inferring asks of the live vault. */
export type InferenceSource = Pick<ProblemsSource, "index" | "ready" | "configText" | "lookAtConfig">;

/**
 * Infer the note types of the vault, show them with the `linkage.yaml` that would say them, and write it when the user says so.
 * Where there is such a file, or nothing was found, a notice says so.
 */
export async function inferNoteTypes(app: App, source: InferenceSource): Promise<void> {
  try {
    await source.ready;
    const file = new ConfigFile(app.vault, () => {
      source.lookAtConfig();
    });
    if ((await file.read()) !== null) {
      new PluginNotice(texts.noteTypes.isThere);
      return;
    }
    const site = await siteIn(app.vault.adapter);
    const inference = await inSlices(inferInSteps(source.index, site), new Slices());
    if (inference.types.length === 0) new PluginNotice(texts.noteTypes.none(inference.notes));
    else show(inference, app, file);
  } catch (error) {
    new PluginNotice(texts.noteTypes.failed(reasonOf(error)));
  }
}

function show(inference: Inference, app: App, file: ConfigFile): void {
  const after = conventionsFile(inference);
  confirmChange(app, {
    title: texts.noteTypes.title,
    path: configName,
    before: null,
    after,
    about: (el) => {
      describe(inference, el);
    },
    write: async () => ((await file.replace(null, after)) ? null : texts.noteTypes.changed),
  });
}

/** The types as a table. The shares of what their notes have are in the file that is shown below it. */
function describe({ types, notes, typed }: Inference, el: HTMLElement): void {
  el.createEl("p", { cls: "linkage-said", text: texts.noteTypes.found(types.length, notes, notes - typed) });
  const table = el.createEl("table", { cls: "linkage-note-types" });
  const head = table.createTHead().insertRow();
  for (const text of texts.noteTypes.columns) head.createEl("th", { text, attr: { scope: "col" } });
  const body = table.createTBody();
  for (const { type, notes: count } of types) {
    const row = body.insertRow();
    for (const text of [type.code, numberText(count), signsText(type)]) row.createEl("td", { text });
  }
}

/** A vault may hold the whole of a Quartz site. What lies outside of it the app does not let be seen. */
async function siteIn(adapter: DataAdapter): Promise<SiteEvidence | null> {
  const file = "quartz.config.ts";
  return (await adapter.exists(file)) ? { site: "quartz", file } : null;
}

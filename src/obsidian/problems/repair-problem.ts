import { type App } from "obsidian";
import type { Diagnostic } from "../../lint/diagnostic.ts";
import { repairsOf } from "../repair.ts";
import { problemInText } from "./linted-text.ts";
import { currentText, editNote } from "./note-access.ts";
import type { ProblemsSource } from "./problems-source.ts";
import { PluginNotice } from "../plugin-notice.ts";

/** A repair of a problem, and how to do it. */
export interface Repair {
  readonly title: string;
  readonly apply: () => Promise<void>;
}

/** What can be done about a listed problem, the sure repair first; nothing if the problem is no longer there. */
export async function repairsFor(
  listed: Diagnostic,
  app: App,
  source: ProblemsSource,
): Promise<readonly Repair[]> {
  const file = app.vault.getFileByPath(listed.path);
  const text = file && (await currentText(file, app));
  const problem = text === null ? null : problemInText(listed, text, source);
  if (!file || text === null || !problem) return [];
  return repairsOf(problem, text).map(({ title, edits }) => ({
    title,
    apply: async () => {
      const obstacle = await editNote(edits, text, file, app, source);
      if (obstacle !== null) new PluginNotice(obstacle);
    },
  }));
}

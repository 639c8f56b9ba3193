import type { Extension } from "@codemirror/state";
import type { Plugin } from "obsidian";

/** Something of the plugin's in editors that the user can switch on and off. */
export interface EditorPart {
  /** What is wanted of it now, another text for another extension; blank where it is off. */
  readonly wanted: () => string;
  readonly extension: () => Extension;
  /** Called when editors have taken it up, or let it go, after the plugin was loaded. */
  readonly changed?: () => void;
}

/**
 * Add parts to editors as far as they are wanted, which is asked again with each change of the choices. All are registered as
 * one, since an open editor takes some milliseconds for each registration; it takes up at once what the array comes to hold.
 */
export function addEditorParts(
  plugin: Plugin,
  choices: { onChange(listener: () => void): () => void },
  parts: readonly EditorPart[],
): void {
  const extensions: Extension[] = parts.map(() => []);
  const installed = parts.map(() => "");
  const install = (): readonly EditorPart[] =>
    parts.filter((part, at) => {
      const wanted = part.wanted();
      if (wanted === installed[at]) return false;
      installed[at] = wanted;
      extensions[at] = wanted === "" ? [] : part.extension();
      return true;
    });
  install();
  plugin.registerEditorExtension(extensions);
  plugin.register(
    choices.onChange(() => {
      const changed = install();
      if (changed.length > 0) plugin.app.workspace.updateOptions();
      for (const part of changed) part.changed?.();
    }),
  );
}

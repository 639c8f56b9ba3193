import type { Plugin } from "obsidian";
import { EditorCompletions } from "./editor-completions.ts";
import { LinkNames, type NamesSource } from "./link-names.ts";

/** Complete note ids, tags, classes and what stands in linkage blocks while one types. */
export function addCompletions(plugin: Plugin, vault: NamesSource): void {
  const names = plugin.addChild(new LinkNames(vault));
  plugin.registerEditorSuggest(new EditorCompletions(plugin.app, () => vault.index, names));
}

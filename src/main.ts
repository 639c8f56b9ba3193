import { Platform, Plugin } from "obsidian";
import { addCliCommands } from "./obsidian/command-line/register.ts";
import { FactCache } from "./obsidian/cache/fact-cache.ts";
import { addCommands } from "./obsidian/commands.ts";
import { editorLint } from "./obsidian/editor-lint.ts";
import { LiveVault } from "./obsidian/live-vault.ts";
import { NoteActions } from "./obsidian/note-actions.ts";
import { openProblems } from "./obsidian/open-problems.ts";
import { ProblemsView, problemsViewType } from "./obsidian/problems/problems-view.ts";
import { StatusBar } from "./obsidian/status-bar.ts";

/** Put in by the build: what the parser is known by, another for each change of it. */
declare const LINKAGE_PARSER: string;

/** The plugin: wires services in `onload`, nothing else. All that is registered goes with it. */
export default class LinkagePlugin extends Plugin {
  override onload(): void {
    const { workspace } = this.app;
    const vault = this.addChild(new LiveVault(this.app, new FactCache(this.app, LINKAGE_PARSER)));
    const open = (path: string | null): Promise<void> => openProblems(workspace, path);
    this.registerEditorExtension(editorLint(vault));
    this.registerView(problemsViewType, (leaf) => new ProblemsView(leaf, vault));
    addCommands(this, vault, () => open(null));
    addCliCommands(this, vault);
    // Phones have no status bar.
    if (Platform.isMobile) this.addChild(new NoteActions(workspace, vault, open));
    else this.addChild(new StatusBar(this.addStatusBarItem(), workspace, vault, open));
  }
}

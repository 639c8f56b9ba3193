import { Platform, Plugin } from "obsidian";
import { addCliCommands } from "./obsidian/command-line/register.ts";
import { NoteBatches } from "./obsidian/batch/note-batches.ts";
import { FactCache } from "./obsidian/cache/fact-cache.ts";
import { addCommands } from "./obsidian/commands.ts";
import { addCompletions } from "./obsidian/completions/add-completions.ts";
import { addEditorParts } from "./obsidian/editor-parts.ts";
import { addFixes } from "./obsidian/fixes/add-fixes.ts";
import { LiveVault } from "./obsidian/live-vault.ts";
import { NoteActions } from "./obsidian/note-actions.ts";
import { addBlockCommands } from "./obsidian/linkage-block/block-commands.ts";
import { addLinkageBlocks } from "./obsidian/linkage-block/add-linkage-blocks.ts";
import { addLinkageTree } from "./obsidian/linkage-tree/add-linkage-tree.ts";
import { openProblems } from "./obsidian/open-problems.ts";
import { ProblemsView, problemsViewType } from "./obsidian/problems/problems-view.ts";
import { reasonOf } from "./obsidian/read-note.ts";
import { FollowRenames } from "./obsidian/rename/follow-renames.ts";
import { liveLint, Switch } from "./obsidian/settings/apply-choices.ts";
import { PersonalSettings } from "./obsidian/settings/personal-settings.ts";
import { LinkageSettings } from "./obsidian/settings/settings-tab.ts";
import { StatusBar } from "./obsidian/status-bar.ts";
import { texts } from "./obsidian/texts.ts";
import { PluginNotice } from "./obsidian/plugin-notice.ts";

/** Put in by the build: what the parser is known by, another for each change of it. */
declare const LINKAGE_PARSER: string;

/** The plugin: wires services in `onload`, nothing else. All that is registered goes with it. */
export default class LinkagePlugin extends Plugin {
  private readonly choices = new PersonalSettings(this);

  override onload(): void {
    const { workspace } = this.app;
    const vault = this.addChild(new LiveVault(this.app, new FactCache(this.app, LINKAGE_PARSER)));
    const open = (path: string): Promise<void> => openProblems(workspace, { kind: "note", path });
    const { choices } = this;
    const batches = new NoteBatches(this.app, (path, text) => {
      vault.setText(path, text);
    });
    const openFixes = addFixes(this, vault, this.addChild(batches));
    this.registerView(
      problemsViewType,
      (leaf) => new ProblemsView(leaf, vault, openFixes, choices.current.grouping),
    );
    addLinkageTree(this, vault);
    const blocks = addLinkageBlocks(this, vault, () => choices.current.blockLinks);
    addEditorParts(this, choices, [liveLint(vault, choices), blocks]);
    addBlockCommands(this, vault);
    addCommands(this, vault, (kind) => openProblems(workspace, { kind }));
    this.addChild(new FollowRenames(this.app, vault, batches));
    addCliCommands(this, vault);
    addCompletions(this, vault);
    // Phones have no status bar.
    if (Platform.isMobile) this.addChild(new NoteActions(workspace, vault, open));
    else {
      const bar = (): StatusBar => new StatusBar(this.addStatusBarItem(), workspace, vault, open);
      this.addChild(new Switch(choices, () => choices.current.statusBar, bar));
    }
    this.addSettingTab(new LinkageSettings(this.app, this, vault, choices));
    void this.onExternalSettingsChange();
  }

  /** The plugin's data have been read for the first time, or sync has brought others. */
  override async onExternalSettingsChange(): Promise<void> {
    try {
      await this.choices.load();
    } catch (error) {
      new PluginNotice(texts.settings.unreadable(reasonOf(error)));
    }
  }
}

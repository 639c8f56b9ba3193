import type { Extension } from "@codemirror/state";
import type { EditorSuggest } from "../editor/editor-suggest.ts";
import { addPostProcessor, removePostProcessor, type PostProcessor } from "../reading/post-process.ts";
import type { PluginSettingTab } from "../settings/setting-tab.ts";
import type { View } from "../workspace/view.ts";
import type { WorkspaceLeaf } from "../workspace/leaf.ts";
import type { App } from "./app.ts";
import { cliHandlers, type CliHandler } from "./cli.ts";
import type { Command } from "./commands.ts";
import { Component } from "./component.ts";
import { hoverSources } from "../ui/hover-preview.ts";
import { settingTabs } from "../settings/setting-tabs.ts";

export interface PluginManifest {
  readonly id: string;
  readonly name: string;
  readonly version: string;
  readonly minAppVersion: string;
  readonly dir?: string;
}

/** What a plugin extends. All that it registers is taken back when it is unloaded. */
export abstract class Plugin extends Component {
  readonly app: App;
  readonly manifest: PluginManifest;
  settings: unknown = undefined;
  /** Done when an asynchronous `onload` is. */
  loading: Promise<unknown> = Promise.resolve();

  constructor(app: App, manifest: PluginManifest) {
    super();
    this.app = app;
    this.manifest = manifest;
  }

  override load(): void {
    const onload = this.onload.bind(this);
    this.onload = () => {
      const result = onload();
      if (result instanceof Promise) this.loading = result;
      return result;
    };
    super.load();
  }

  addRibbonIcon(icon: string, title: string, callback: (event: MouseEvent) => unknown): HTMLElement {
    return this.removed(this.app.workspace.leftRibbon.addAction(icon, title, callback));
  }

  addStatusBarItem(): HTMLElement {
    return this.removed(this.app.statusBarEl.createDiv(`status-bar-item plugin-${this.manifest.id}`));
  }

  /** The command's id and name get those of the plugin in front. */
  addCommand(command: Command): Command {
    const added = Object.assign(command, {
      id: `${this.manifest.id}:${command.id}`,
      name: `${this.manifest.name}: ${command.name}`,
    });
    this.app.commands.add(added);
    this.register(() => {
      this.app.commands.remove(added.id);
    });
    return added;
  }

  removeCommand(id: string): void {
    this.app.commands.remove(`${this.manifest.id}:${id}`);
  }

  addSettingTab(tab: PluginSettingTab): void {
    this.register(settingTabs.add(tab));
  }

  registerView(type: string, creator: (leaf: WorkspaceLeaf) => View): void {
    const { workspace } = this.app;
    workspace.registerView(type, creator);
    this.register(() => {
      workspace.unregisterView(type);
    });
  }

  registerExtensions(extensions: string[], type: string): void {
    const { workspace } = this.app;
    workspace.registerExtensions(extensions, type);
    this.register(() => {
      workspace.unregisterExtensions(extensions);
    });
  }

  registerHoverLinkSource(
    id: string,
    info: { readonly display: string; readonly defaultMod: boolean },
  ): void {
    hoverSources.set(id, info);
    this.register(() => hoverSources.delete(id));
  }

  registerEditorExtension(extension: Extension): void {
    const { workspace } = this.app;
    workspace.editorExtensions.push(extension);
    workspace.updateOptions();
    this.register(() => {
      const at = workspace.editorExtensions.indexOf(extension);
      workspace.editorExtensions.splice(at, 1);
      workspace.updateOptions();
    });
  }

  registerEditorSuggest(suggest: EditorSuggest<unknown>): void {
    const { editorSuggests } = this.app.workspace;
    editorSuggests.push(suggest);
    this.register(() => {
      suggest.close();
      editorSuggests.splice(editorSuggests.indexOf(suggest), 1);
    });
  }

  registerMarkdownPostProcessor(processor: PostProcessor, sortOrder = 0): PostProcessor {
    processor.sortOrder = sortOrder;
    addPostProcessor(processor);
    this.register(() => {
      removePostProcessor(processor);
    });
    return processor;
  }

  registerCliHandler(command: string, description: string, flags: unknown, handler: CliHandler): void {
    this.register(cliHandlers.add(command, { description, flags, handler }));
  }

  async loadData(): Promise<unknown> {
    const { adapter } = this.app.vault;
    return (await adapter.exists(this.dataPath))
      ? (JSON.parse(await adapter.read(this.dataPath)) as unknown)
      : null;
  }

  async saveData(data: unknown): Promise<void> {
    const { adapter } = this.app.vault;
    await adapter.mkdir(this.dataPath.slice(0, this.dataPath.lastIndexOf("/")));
    await adapter.write(this.dataPath, JSON.stringify(data, null, 2));
  }

  onUserEnable(): void {
    return undefined;
  }

  private get dataPath(): string {
    return `${this.app.vault.configDir}/plugins/${this.manifest.id}/data.json`;
  }

  private removed(el: HTMLElement): HTMLElement {
    this.register(() => {
      el.remove();
    });
    return el;
  }
}

import type { SettingDefinitionItem } from "obsidian";
import type { App } from "../app/app.ts";
import type { Plugin } from "../app/plugin.ts";
import { SettingsRenderer } from "./render-definitions.ts";

/** The settings of one plugin, as it declares them. */
export abstract class SettingTab {
  icon = "puzzle";
  readonly app: App;
  readonly containerEl: HTMLElement;
  settingItems: SettingDefinitionItem[] = [];
  private readonly renderer: SettingsRenderer;

  constructor(app: App) {
    this.app = app;
    this.containerEl = createDiv("vertical-tab-content");
    this.renderer = new SettingsRenderer(this);
  }

  getSettingDefinitions(): SettingDefinitionItem[] {
    return [];
  }

  /** Ask for the definitions again and draw them. */
  update(): void {
    this.settingItems = this.getSettingDefinitions();
    if (this.containerEl.isConnected) this.renderer.draw(this.settingItems);
  }

  getControlValue(_key: string): unknown {
    return undefined;
  }

  setControlValue(_key: string, _value: unknown): Promise<void> | void {
    return undefined;
  }

  refreshDomState(): void {
    this.renderer.refresh();
  }

  display(): void {
    this.update();
  }

  hide(): void {
    this.renderer.clear();
  }
}

/** Reads and writes `plugin.settings` unless the plugin says otherwise. */
export abstract class PluginSettingTab extends SettingTab {
  readonly plugin: Plugin;

  constructor(app: App, plugin: Plugin) {
    super(app);
    this.plugin = plugin;
  }

  override getControlValue(key: string): unknown {
    return (this.plugin.settings as Record<string, unknown> | undefined)?.[key];
  }

  override async setControlValue(key: string, value: unknown): Promise<void> {
    const settings = { ...(this.plugin.settings as object), [key]: value };
    this.plugin.settings = settings;
    await this.plugin.saveData(settings);
  }
}

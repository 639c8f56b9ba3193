import type { PluginSettingTab } from "./setting-tab.ts";

/** The tabs that plugins have added. */
class SettingTabs {
  private readonly tabs = new Set<PluginSettingTab>();

  /** Gives what takes it back. */
  add(tab: PluginSettingTab): () => void {
    this.tabs.add(tab);
    // As in the app, to have it ready for a search.
    tab.update();
    return () => {
      tab.hide();
      this.tabs.delete(tab);
    };
  }

  all(): readonly PluginSettingTab[] {
    return [...this.tabs];
  }
}

export const settingTabs = new SettingTabs();

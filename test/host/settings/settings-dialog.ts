import type { App } from "../app/app.ts";
import { Modal } from "../ui/modal.ts";
import { setIcon } from "../ui/icons.ts";
import type { PluginSettingTab } from "./setting-tab.ts";
import { settingTabs } from "./setting-tabs.ts";

/** The app's settings, with the tabs of plugins. */
export class SettingsDialog extends Modal {
  private readonly navEl: HTMLElement;
  private readonly bodyEl: HTMLElement;
  private shown: PluginSettingTab | null = null;

  constructor(app: App) {
    super(app);
    this.setTitle("Settings");
    this.modalEl.addClasses(["mod-settings", "mod-sidebar-layout"]);
    this.navEl = this.contentEl.createDiv({ cls: "vertical-tab-header", attr: { role: "tablist" } });
    this.bodyEl = this.contentEl.createDiv("vertical-tab-content-container");
  }

  override onOpen(): void {
    for (const tab of settingTabs.all()) {
      const el = this.navEl.createDiv({
        cls: "vertical-tab-nav-item tappable",
        attr: { role: "tab", tabindex: 0 },
      });
      setIcon(el.createDiv("vertical-tab-nav-item-icon"), tab.icon);
      el.createSpan({ text: tab.plugin.manifest.name });
      el.addEventListener("click", () => {
        this.show(tab);
      });
    }
    const [first] = settingTabs.all();
    if (first) this.show(first);
  }

  override onClose(): void {
    this.shown?.hide();
    this.shown = null;
  }

  private show(tab: PluginSettingTab): void {
    this.shown?.hide();
    this.shown = tab;
    this.bodyEl.empty();
    this.bodyEl.appendChild(tab.containerEl);
    tab.display();
  }
}

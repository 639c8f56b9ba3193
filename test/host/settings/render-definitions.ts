import type {
  SettingControl,
  SettingDefinition,
  SettingDefinitionGroup,
  SettingDefinitionItem,
  SettingDefinitionList,
  SettingDefinitionPage,
} from "obsidian";
import { expectNotTooNew } from "../app/strict.ts";
import { setIcon } from "../ui/icons.ts";
import { addControl } from "./add-control.ts";
import { Setting } from "./setting.ts";
import { SettingGroup } from "./setting-group.ts";
import type { SettingTab } from "./setting-tab.ts";

type Said<T> = T | (() => T) | undefined;

function valueOf<T>(said: Said<T>, otherwise: T): T {
  return typeof said === "function" ? (said as () => T)() : (said ?? otherwise);
}

/** Draws declared settings as the documentation of `SettingTab.getSettingDefinitions` says: groups, lists, pages, controls. */
export class SettingsRenderer {
  private readonly tab: SettingTab;
  private readonly cleanups: (() => void)[] = [];
  private readonly refreshers: (() => void)[] = [];
  /** The pages that were opened, the innermost last. */
  private readonly pages: string[] = [];

  constructor(tab: SettingTab) {
    this.tab = tab;
  }

  clear(): void {
    for (const cleanup of this.cleanups.splice(0)) cleanup();
    this.refreshers.length = 0;
    this.pages.length = 0;
    this.tab.containerEl.empty();
  }

  draw(items: readonly SettingDefinitionItem[]): void {
    for (const cleanup of this.cleanups.splice(0)) cleanup();
    this.refreshers.length = 0;
    const { containerEl } = this.tab;
    containerEl.empty();
    const page = this.openPage(items);
    if (page) this.drawTitlebar(page.name, containerEl);
    if (page?.page) this.drawOwnPage(page.page(), containerEl);
    else this.drawItems(page?.items ?? items, containerEl);
  }

  /** See again what is visible and what is disabled. */
  refresh(): void {
    for (const refresher of this.refreshers) refresher();
  }

  private openPage(items: readonly SettingDefinitionItem[]): SettingDefinitionPage | null {
    let found: SettingDefinitionPage | null = null;
    for (const [depth, name] of this.pages.entries()) {
      const within: readonly SettingDefinitionItem[] = found ? (found.items ?? []) : items;
      const next = pagesOf(within).find((each) => each.name === name);
      if (!next) {
        this.pages.length = depth;
        break;
      }
      found = next;
    }
    return found;
  }

  private drawTitlebar(name: string, el: HTMLElement): void {
    const bar = el.createDiv("setting-page-titlebar");
    const back = bar.createEl("button", { cls: "clickable-icon", attr: { "aria-label": "Back" } });
    setIcon(back, "chevron-left");
    back.addEventListener("click", () => {
      this.pages.pop();
      this.tab.update();
    });
    bar.createSpan({ cls: "setting-page-title", text: name });
  }

  private drawOwnPage(
    page: { containerEl: HTMLElement; display(): void; hide(): void },
    el: HTMLElement,
  ): void {
    el.appendChild(page.containerEl);
    page.display();
    this.cleanups.push(() => {
      page.hide();
    });
  }

  private drawItems(items: readonly SettingDefinitionItem[], el: HTMLElement): void {
    let group: SettingGroup | null = null;
    for (const item of items) {
      if (isGroup(item)) {
        this.drawGroup(item, el);
        group = null;
      } else this.drawItem(item, (group ??= new SettingGroup(el)), 0, null);
    }
  }

  private drawGroup(definition: SettingDefinitionGroup | SettingDefinitionList, el: HTMLElement): void {
    expectNotTooNew("SettingDefinitionGroup", definition);
    const group = new SettingGroup(el);
    if (definition.heading !== undefined) group.setHeading(definition.heading);
    if (definition.cls !== undefined) group.addClass(definition.cls);
    for (const button of definition.extraButtons ?? []) group.addExtraButton(button);
    const items = definition.items ?? [];
    const list = definition.type === "list" ? (definition as SettingDefinitionList) : null;
    const { addItem, emptyState } = list ?? {};
    if (addItem)
      group.addExtraButton((button) =>
        button
          .setIcon("plus")
          .setTooltip(addItem.name)
          .onClick(() => {
            addItem.action(button.extraSettingsEl);
          }),
      );
    const rows = items.map((item, index) => this.drawItem(item, group, index, list));
    if (items.length === 0 && emptyState !== undefined)
      group.listEl.createDiv({ cls: "setting-list-empty", text: emptyState });
    const { search } = definition;
    if (search)
      group.addSearch((component) =>
        component.setPlaceholder(search.placeholder ?? "Search…").onChange((query) => {
          for (const [index, item] of items.entries())
            rows[index]?.settingEl.toggle(query === "" || search.match(item, query));
        }),
      );
    this.follow(group.groupEl, definition.visible);
  }

  private drawItem(
    item: SettingDefinition | SettingDefinitionPage,
    group: SettingGroup,
    index: number,
    list: SettingDefinitionList | null,
  ): Setting {
    const setting = new Setting(group.listEl).setName(item.name);
    if (item.desc !== undefined) setting.setDesc(item.desc);
    if ("type" in item) this.drawPageEntry(item, setting);
    else if (item.control) this.drawControl(item.control, setting);
    else if (item.render) {
      const cleanup = item.render(setting as never, group as never);
      if (cleanup) this.cleanups.push(cleanup);
    } else if (item.action) this.drawAction(item.action, valueOf(item.disabled, false), setting, index);
    const { onDelete } = list ?? {};
    if (onDelete)
      setting.addExtraButton((button) =>
        button
          .setIcon("trash-2")
          .setTooltip("Delete")
          .onClick(() => {
            onDelete(index);
          }),
      );
    this.follow(setting.settingEl, item.visible);
    return setting;
  }

  private drawPageEntry(page: SettingDefinitionPage, setting: Setting): void {
    setting.setClass("mod-page");
    expectNotTooNew("SettingDefinitionPage", page);
    const cls = `setting-item-display-value mod-${valueOf(page.status, null) ?? "plain"}`;
    setting.controlEl.createSpan({ cls, text: valueOf(page.displayValue, "") });
    setIcon(setting.controlEl.createSpan("setting-item-chevron"), "chevron-right");
    this.press(setting.settingEl, () => {
      this.pages.push(page.name);
      this.tab.update();
    });
  }

  private drawAction(
    action: (el: HTMLElement, index: number) => void,
    isDisabled: boolean,
    setting: Setting,
    index: number,
  ): void {
    setting.setClass("mod-action");
    setting.settingEl.toggleClass("is-disabled", isDisabled);
    if (!isDisabled)
      this.press(setting.settingEl, () => {
        action(setting.settingEl, index);
      });
  }

  private press(el: HTMLElement, action: () => void): void {
    el.setAttrs({ role: "button", tabindex: 0 });
    el.addEventListener("click", action);
    el.addEventListener("keydown", ({ key, target }) => {
      if (target === el && (key === "Enter" || key === " ")) action();
    });
  }

  private drawControl(control: SettingControl, setting: Setting): void {
    if (control.type === "slider") expectNotTooNew("SettingSliderControl", control);
    const value = this.tab.getControlValue(control.key) ?? control.defaultValue;
    const change = (next: unknown): void => {
      void this.change(control, next, setting);
    };
    const component = addControl(control, setting, value, change);
    void this.validate(control, value, setting);
    this.refreshers.push(() => {
      component.setDisabled(valueOf(control.disabled, false));
    });
    component.setDisabled(valueOf(control.disabled, false));
  }

  /** A value that is not valid is shown as such and not kept. */
  private async change(control: SettingControl, value: unknown, setting: Setting): Promise<void> {
    if (await this.validate(control, value, setting)) await this.tab.setControlValue(control.key, value);
    this.refresh();
  }

  private async validate(control: SettingControl, value: unknown, setting: Setting): Promise<boolean> {
    const validate = control.validate as
      ((value: unknown) => string | undefined | Promise<string | undefined>) | undefined;
    const message = value === undefined ? undefined : await validate?.(value);
    setting.setErrorMessage(message === undefined || message === "" ? null : message);
    return message === undefined || message === "";
  }

  private follow(el: HTMLElement, visible: Said<boolean>): void {
    const show = (): void => {
      el.toggle(valueOf(visible, true));
    };
    this.refreshers.push(show);
    show();
  }
}

function isGroup(item: SettingDefinitionItem): item is SettingDefinitionGroup {
  return "type" in item && (item.type === "group" || item.type === "list");
}

function pagesOf(items: readonly SettingDefinitionItem[]): readonly SettingDefinitionPage[] {
  return items.flatMap((item) => {
    if (!("type" in item)) return [];
    return item.type === "page" ? [item] : pagesOf((item as SettingDefinitionGroup).items ?? []);
  });
}

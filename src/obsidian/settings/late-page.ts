import type { SettingDefinitionItem, SettingDefinitionPage } from "obsidian";

/**
 * A page of the settings whose items are made when the app first asks for them: when the page is opened, or somebody searches the
 * settings. The app asks for all definitions when the plugin is loaded, and keeps them (`SettingTab.update` in obsidian.d.ts), though
 * most starts never see a page. They are those of the moment when they are made; each `update` makes new pages.
 */
export function latePage(
  page: Omit<SettingDefinitionPage, "type" | "items" | "page">,
  makeItems: () => SettingDefinitionItem[],
): SettingDefinitionPage {
  let items: SettingDefinitionItem[] | null = null;
  return {
    type: "page",
    ...page,
    get items() {
      return (items ??= makeItems());
    },
    // A definition is a plain object to the app, which may write to it.
    set items(others) {
      items = others;
    },
  };
}

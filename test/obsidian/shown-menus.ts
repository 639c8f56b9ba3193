import { Menu } from "obsidian-test-mocks/obsidian";

/** The menus that are shown from now on. */
export function shownMenus(): readonly Menu[] {
  const shown: Menu[] = [];
  const show = function (this: Menu): Menu {
    shown.push(this);
    return this;
  };
  jest.spyOn(Menu.prototype, "showAtMouseEvent").mockImplementation(show);
  jest.spyOn(Menu.prototype, "showAtPosition").mockImplementation(show);
  return shown;
}

/** The titles of a menu's items. */
export function titlesOf(menu: Menu | undefined): readonly string[] {
  return (menu?.menuItems__ ?? []).map(({ title__ }) => (typeof title__ === "string" ? title__ : ""));
}

/** Choose the item of a menu with this title. */
export function choose(menu: Menu | undefined, title: string): void {
  const item = menu?.menuItems__.find(({ title__ }) => title__ === title);
  if (!item?.onClick__) throw new RangeError(`No item "${title}", but ${titlesOf(menu).join(", ")}`);
  item.onClick__(new MouseEvent("click"));
}

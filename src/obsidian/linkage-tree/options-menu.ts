import { Menu } from "obsidian";
import { groupNames, treeOrders } from "../../linkage/tree-options.ts";
import { depths, type TreeState } from "./tree-state.ts";
import { texts } from "../texts.ts";

/** The menu of what a linkage tree shows: its groups, their order, and how deep it is open. What is on is checked. */
export function optionsMenu(state: TreeState, change: (said: Partial<TreeState>) => void): Menu {
  const menu = new Menu();
  const add = (section: string, title: string, isOn: boolean, said: Partial<TreeState>): void => {
    menu.addItem((item) =>
      item
        .setSection(section)
        .setTitle(title)
        .setChecked(isOn)
        .onClick(() => {
          change(said);
        }),
    );
  };
  for (const group of groupNames) {
    const isOn = state.groups.includes(group);
    // In the order of the groups, whichever was turned on last.
    const groups = groupNames.filter((name) => (name === group ? !isOn : state.groups.includes(name)));
    add("groups", texts.linkageTree.groups[group], isOn, { groups });
  }
  for (const order of treeOrders)
    add("order", texts.linkageTree.orders[order], state.order === order, { order });
  for (const depth of depths) add("depth", texts.linkageTree.depth(depth), state.depth === depth, { depth });
  add("plain", texts.linkageTree.plain, state.plain, { plain: !state.plain });
  return menu;
}

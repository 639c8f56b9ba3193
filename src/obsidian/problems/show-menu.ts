import type { Menu } from "obsidian";

/** Show a menu where the mouse is or, for a key, below the element that has the focus. */
export function showMenu(menu: Menu, at: MouseEvent | HTMLElement): void {
  if (at.instanceOf(HTMLElement)) showBelow(menu, at);
  // A key makes a click of a button that is nowhere.
  else if (at.detail === 0 && at.type === "click" && at.targetNode?.instanceOf(HTMLElement))
    showBelow(menu, at.targetNode);
  else menu.showAtMouseEvent(at);
}

function showBelow(menu: Menu, el: HTMLElement): void {
  const { left, bottom } = el.getBoundingClientRect();
  menu.showAtPosition({ x: left, y: bottom }, el.doc);
}

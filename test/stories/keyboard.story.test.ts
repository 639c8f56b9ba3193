import type { Page } from "playwright-core";
import { vaultOfTexts } from "../host/serve/read-vault.mts";
import { openNote, story } from "./story.ts";

const vault = vaultOfTexts("keyboard", {
  "a.md": "---\ntags: [tide]\n---\n[[b]] and [[nowhere]]\n",
  "b.md": "[[a]]\n",
});

/** Where the keyboard is in a view: what it is called, and whether one sees that it is there. Null outside of the view. */
function focusIn(view: string): { readonly name: string; readonly isSeen: boolean } | null {
  const el = document.activeElement;
  if (!el?.closest(view)) return null;
  const active = document.getElementById(el.getAttribute("aria-activedescendant") ?? "");
  const { outlineStyle, boxShadow } = getComputedStyle(active ?? el);
  const name = el.getAttribute("aria-label") ?? el.textContent;
  return { name, isSeen: outlineStyle !== "none" || boxShadow !== "none" };
}

/** Go through a view by Tab, from its search on; gives what is reached, with a mark at what one does not see. */
async function tabThrough(page: Page, view: string): Promise<readonly string[]> {
  await page.locator(`${view} input[type=search]`).focus();
  const reached: string[] = [];
  for (;;) {
    const focus = await page.evaluate(focusIn, view);
    if (!focus) return reached;
    reached.push(focus.isSeen ? focus.name : `${focus.name}, unseen`);
    await page.keyboard.press("Tab");
  }
}

story("all of the problems view is reached by Tab, and one sees where one is", { vault }, async (page) => {
  await openNote(page, "a.md");
  await page.evaluate(() => window.host.app.commands.executeCommandById("linkage:open-problems"));
  await page.getByRole("treeitem").first().waitFor();
  expect(await tabThrough(page, ".linkage-problems")).toEqual([
    "Filter problems",
    "Filter by note, folder or rule",
    "Expand all",
    "Collapse all",
    "Group by",
    "Show errors: 0",
    "Show warnings: 1",
    "Show info: 0",
    "Problems",
  ]);
});

story("all of the linkage tree is reached by Tab, and one sees where one is", { vault }, async (page) => {
  await openNote(page, "a.md");
  await page.evaluate(() => window.host.app.commands.executeCommandById("linkage:open-tree"));
  await page.getByRole("treeitem").first().waitFor();
  expect(await tabThrough(page, ".linkage-view")).toEqual([
    "Filter rows",
    "Keep showing this note",
    "Groups, order and depth",
    "Expand all",
    "Collapse all",
    "Linkage tree",
  ]);
});

import type { Page } from "playwright-core";
import { vaultOfTexts } from "../host/serve/read-vault.mts";
import { openNote, runCommand, story } from "./story.ts";

const vault = vaultOfTexts("keyboard", {
  "a.md": "---\ntags: [tide]\n---\n[[b]] and [[nowhere]]\n",
  "b.md": "[[a]]\n",
});

const repairs = vaultOfTexts("repairs", {
  "a.md": "---\ntags: one\n---\n[[b]]\n",
  "b.md": "---\naliases: two\n---\n[[a]]\n",
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

/** Go through a view by Tab, from its search on. As below. */
async function tabThrough(page: Page, view: string): Promise<readonly string[]> {
  await page.locator(`${view} input[type=search]`).focus();
  return tabFrom(page, view);
}

/** Go through a view by Tab from where the keyboard is; gives what is reached, with a mark at what one does not see. */
async function tabFrom(page: Page, view: string): Promise<readonly string[]> {
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

story(
  "all of the preview of repairs is reached by Tab, and a batch is chosen by keys",
  { vault: repairs },
  async (page) => {
    await runCommand(page, "Fix problems in vault");
    await page.getByRole("treeitem").first().waitFor();
    await page.waitForFunction(() => document.activeElement?.matches(".linkage-fixes [role=tree]") === true);
    for (const key of ["Home", "ArrowDown", "Space"]) await page.keyboard.press(key);
    await page.getByText(/^1 of 2 changes in .* chosen$/).waitFor();
    await page.getByLabel("Group by").focus();
    expect(await tabFrom(page, ".linkage-fixes")).toEqual([
      "Group by",
      "Choose all",
      "Choose none",
      "Apply 1 change",
      "Changes to choose from",
      "What would change",
      "a.md",
    ]);
  },
);

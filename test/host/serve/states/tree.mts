import type { Page } from "playwright-core";
import { livePreview, narrow, run, showNote } from "./run.mts";

/** The linkage tree of a note. */
export async function openTree(page: Page, file?: string): Promise<void> {
  await showNote(page, livePreview, file);
  await run(page, "open-tree");
  await page.locator(".linkage-view [role=treeitem]").first().waitFor();
}

/** In the narrowest sidebar that people use. */
export async function narrowTree(page: Page): Promise<void> {
  await openTree(page);
  await narrow(page, ".linkage-view", 200);
  await page
    .getByRole("treeitem", { name: /^components for small machines/ })
    .first()
    .press("ArrowRight");
}

/** Levels below levels. */
export async function deepTree(page: Page): Promise<void> {
  await openTree(page);
  const tags = page.getByRole("treeitem", { name: /^tags/ }).last();
  await tags.press("ArrowRight");
  for (let level = 0; level < 5; level++)
    for (const key of ["ArrowDown", "ArrowRight"]) await page.getByRole("tree").last().press(key);
}

/** Rows that hold some words, and what stands above them. */
export async function filteredTree(page: Page, words: string): Promise<void> {
  await openTree(page);
  await page.getByLabel("Filter rows").fill(words);
  await page.waitForTimeout(500);
}

/** What can be done with a row. */
export async function treeMenu(page: Page): Promise<void> {
  await openTree(page);
  await page
    .getByRole("treeitem", { name: /^components for small machines/ })
    .first()
    .click({ button: "right" });
  await page.getByRole("menuitem").first().waitFor();
}

/** What of the tree is shown, and in which order. */
export async function treeOptions(page: Page): Promise<void> {
  await openTree(page);
  await page.getByRole("button", { name: "Groups, order and depth" }).click();
  await page.locator(".menu-item").first().waitFor();
}

/** The tree of a note that nothing is linked with. */
export async function emptyTree(page: Page, file: string): Promise<void> {
  await showNote(page, livePreview, file);
  await run(page, "open-tree");
  await page.getByText("No tags, no links").waitFor();
}

import type { Page } from "playwright-core";
import { run } from "./run.mts";

/** The settings, and pages in them, each within the one before. */
export async function openSettings(page: Page, ...pages: readonly string[]): Promise<void> {
  await page.evaluate("window.host.openSettings()");
  const dialog = page.getByRole("dialog", { name: "Settings" });
  await dialog.getByRole("button").first().waitFor();
  for (const name of pages) await dialog.getByRole("button", { name: new RegExp(`^${name}`) }).click();
  // Away from the dialog, which has a tooltip.
  await page.mouse.move(0, 0);
}

/** What is wrong in linkage.yaml. */
export async function settingsMistakes(page: Page): Promise<void> {
  await openSettings(page);
  await page.locator(".linkage-settings-mistake").first().scrollIntoViewIfNeeded();
}

/** The comparison with the app's links. */
export async function compare(page: Page): Promise<void> {
  await page.waitForFunction("window.host.app.metadataCache.isIdle()");
  await run(page, "compare-links");
  await page.locator(".linkage-compare [role=status]").waitFor();
}

/** The comparison with an app that finds no file. */
export async function compareDifferences(page: Page): Promise<void> {
  await page.waitForFunction("window.host.app.metadataCache.isIdle()");
  await page.evaluate("window.host.app.metadataCache.getFirstLinkpathDest = () => null");
  await compare(page);
}

/** The note types that the notes of a vault have in common. */
export async function inferNoteTypes(page: Page): Promise<void> {
  await run(page, "infer-note-types");
  await page.locator(".linkage-note-types").waitFor();
}

/** The types to choose from, or the question for the title of a note of one. */
export async function newNote(page: Page, type?: string): Promise<void> {
  await run(page, "new-note");
  const choice = page.getByRole("option", { name: new RegExp(`^${type ?? ""}`) }).first();
  await choice.waitFor();
  if (type !== undefined) await choice.click();
}

import type { Page } from "playwright-core";
import { holdFiles, narrow, run } from "./run.mts";

/** What sure repairs would change. */
export async function previewFixes(page: Page): Promise<void> {
  await run(page, "fix-vault");
  await page.getByText(/^Apply \d+ change/).waitFor();
  await page.locator(".linkage-fixes [role=treeitem]").first().click();
  // Away from the row, so that no tooltip covers the next.
  await page.mouse.move(0, 0);
}

/** A pane beside others. */
export async function narrowFixes(page: Page): Promise<void> {
  await previewFixes(page);
  await narrow(page, ".linkage-fixes", 380);
}

/** A part of it, grouped by note. */
export async function chosenFixes(page: Page): Promise<void> {
  await previewFixes(page);
  await page.getByLabel("Group by").selectOption("note");
  const rows = page.locator(".linkage-fixes [role=treeitem]");
  for (const row of [1, 4]) await rows.nth(row).locator(".linkage-check").click();
  await page.mouse.move(0, 0);
}

/** There is nothing to do. */
export async function noFixes(page: Page): Promise<void> {
  await run(page, "fix-vault");
  await page.getByText("No sure repairs").waitFor();
}

/** On the way. */
export async function makingFixes(page: Page): Promise<void> {
  await run(page, "open-problems");
  await page.locator(".linkage-problems [role=treeitem]").first().waitFor();
  await holdFiles(page);
  await run(page, "fix-vault");
  await page.getByRole("progressbar").waitFor();
}

/** Given up on the way. */
export async function cancelledFixes(page: Page): Promise<void> {
  await makingFixes(page);
  await page.getByRole("button", { name: "Cancel" }).click();
}

/** Written. */
export async function appliedFixes(page: Page): Promise<void> {
  await previewFixes(page);
  await page.getByRole("button", { name: /^Apply/ }).click();
  await page.getByRole("button", { name: "Undo" }).waitFor();
}

/** Written, but for notes that could not be. */
export async function leftNotes(page: Page): Promise<void> {
  await previewFixes(page);
  await page.evaluate(() => {
    const { vault } = window.host.app;
    const process = vault.process.bind(vault);
    let count = 0;
    vault.process = (file, change, options) =>
      count++ % 4 === 0 ? Promise.reject(new Error("the disk is full")) : process(file, change, options);
  });
  await page.getByRole("button", { name: /^Apply/ }).click();
  await page.getByRole("button", { name: "Undo" }).waitFor();
}

/** Taken back again: all that was planned before is planned anew. */
export async function undoneFixes(page: Page): Promise<void> {
  await previewFixes(page);
  const planned = await page.getByText(/^Apply \d+ change/).innerText();
  await page.getByRole("button", { name: /^Apply/ }).click();
  await page.getByRole("button", { name: "Undo" }).click();
  await page.getByText(planned, { exact: true }).waitFor();
}

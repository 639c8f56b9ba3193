import type { Page } from "playwright-core";
import { showNote, source } from "./run.mts";

/** What is said of an underlined place of a note: of the first, or of the first with these words. */
export async function hoverProblem(page: Page, file?: string, words = ""): Promise<void> {
  await showNote(page, source, file);
  await page.locator(".cm-lintRange").filter({ hasText: words }).first().hover();
  await page.locator(".cm-tooltip").waitFor();
}

/** What is said of a line, beside it. */
export async function hoverMark(page: Page): Promise<void> {
  await showNote(page, source);
  await page.locator(".cm-lint-marker").first().hover();
  await page.locator(".cm-tooltip").waitFor();
}

/** What may be written at the cursor. */
export async function completions(page: Page, file: string): Promise<void> {
  await showNote(page, source, file);
  await page.locator(".cm-line", { hasText: "sketch" }).click();
  await page.keyboard.press("End");
  await page.keyboard.type("<li>[[");
  await page.locator(".suggestion-item").first().waitFor();
}

import type { Page } from "playwright-core";
import type { Device } from "../shots.mts";
import { livePreview, narrow, reading, run, showInTab, showNote } from "./run.mts";

/** The problems view, once the vault has been read. */
export async function openProblems(page: Page): Promise<void> {
  await run(page, "open-problems");
  await untilRead(page);
}

/** A list as long as it is wide. */
export async function problemsInTab(page: Page): Promise<void> {
  await showInTab(page, "linkage-problems");
  await untilRead(page);
}

/** As one works with it: on a desktop beside a note. */
export async function problemsBesideNote(page: Page, device: Device): Promise<void> {
  if (device === "desktop") await showNote(page, livePreview);
  await openProblems(page);
}

/** All problems by something else. */
export async function groupBy(page: Page, grouping: string): Promise<void> {
  await openProblems(page);
  await page.getByLabel("Group by").selectOption(grouping);
}

/** In the narrowest sidebar that people use. */
export async function narrowProblems(page: Page): Promise<void> {
  await openProblems(page);
  await narrow(page, ".linkage-problems", 200);
  await page.getByLabel("Group by").selectOption("note");
}

/** The problems of one note, with a row open below another. */
export async function filteredProblems(page: Page): Promise<void> {
  await showNote(page, { mode: "source", source: true });
  await page.locator(".cm-lintRange").first().waitFor();
  await page.locator(".status-bar-item").first().click();
  const row = page.getByRole("treeitem").nth(1);
  await row.waitFor();
  await row.press("ArrowRight");
}

/** Neither errors nor infos. */
export async function onlyWarnings(page: Page): Promise<void> {
  await openProblems(page);
  for (const name of [/^Show errors/, /^Show info/]) await page.getByRole("button", { name }).click();
}

/** The mouse over one row, the keyboard in another. */
export async function hoverProblemRow(page: Page): Promise<void> {
  await openProblems(page);
  await page.getByRole("treeitem").nth(4).hover();
}

/** Filters that nothing gets through. */
export async function noMatch(page: Page): Promise<void> {
  await openProblems(page);
  await page.getByLabel("Filter problems").fill("no such words");
  await page.locator(".linkage-problems .linkage-message").waitFor();
}

/** What can be done about a problem. */
export async function problemMenu(page: Page): Promise<void> {
  await openProblems(page);
  await page.getByLabel("Filter problems").fill("firmware shelf");
  await page.getByText("1 of ").waitFor();
  await page.getByRole("treeitem").last().click({ button: "right" });
  await page.getByRole("menuitem").first().waitFor();
}

/** By what the list can be filtered. */
export async function filterMenu(page: Page): Promise<void> {
  await openProblems(page);
  await page.getByRole("button", { name: /^Filter by/ }).click();
  await page.locator(".menu-item").first().waitFor();
}

/** What keeping a placeholder would write, before it is written. */
export async function keepPlaceholder(page: Page): Promise<void> {
  await problemMenu(page);
  await page.getByRole("menuitem", { name: /^Keep .* as a placeholder/ }).click();
  await page.locator(".linkage-change").waitFor();
}

/** Where all links to a target are to lead. */
export async function repairLinks(page: Page): Promise<void> {
  await problemMenu(page);
  await page.getByRole("menuitem", { name: /^Repair all links/ }).click();
  await page.locator(".prompt [role=option]").first().waitFor();
}

/** Which of a note's rules is to be explained. */
export async function chooseRule(page: Page): Promise<void> {
  await showNote(page, reading);
  await run(page, "explain-problem");
  await page.locator(".prompt [role=option]").first().waitFor();
}

/** What is to be known of a rule. */
export async function explainRule(page: Page): Promise<void> {
  await chooseRule(page);
  await page.locator(".prompt [role=option]").first().click();
  await page.locator(".linkage-rule").waitFor();
}

async function untilRead(page: Page): Promise<void> {
  await page.locator(".linkage-problems").waitFor();
  await page.waitForFunction(
    `!/Reading the vault/.test(document.querySelector(".linkage-problems").textContent)`,
  );
}

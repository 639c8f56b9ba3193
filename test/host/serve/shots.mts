import type { Page } from "playwright-core";
import {
  bench,
  cables,
  clean,
  empty,
  longest,
  longTitles,
  marked,
  rightToLeft,
  sample,
  thousands,
  withTypes,
  type VaultMaker,
} from "./shown-vaults.mts";

export type Device = "phone" | "desktop";
export type Theme = (typeof themes)[number];
export const themes = ["dark", "light"] as const;

/** One view in one state: how the page is opened, and what is done before it is looked at. */
export interface Shot {
  readonly name: string;
  /** Desktop only, if left out. */
  readonly on?: readonly Device[];
  readonly vault: VaultMaker;
  /** The app in a language that is written from right to left. */
  readonly isRightToLeft?: boolean;
  /** Has no element that another does not have, only more or narrower: axe finds nothing new in it. */
  readonly forEyes?: boolean;
  /** It is shown in the README, in this theme. */
  readonly readme?: Theme;
  readonly act: (page: Page, device: Device) => Promise<void>;
}

const note = "Notes/Tech_Journal/2026/the clock radio runs zephyr.md";
const both: readonly Device[] = ["desktop", "phone"];
const source = { mode: "source", source: true };
const livePreview = { mode: "source", source: false };
const reading = { mode: "preview" };

/** Every view and state that is looked at: by eye, and by axe. */
export const shots: readonly Shot[] = [
  { name: "problems", on: both, vault: sample, readme: "light", act: problemsBesideNote },
  { name: "problems-by-note", forEyes: true, vault: sample, act: (page) => groupBy(page, "note") },
  { name: "problems-by-rule", on: both, vault: sample, act: (page) => groupBy(page, "rule") },
  { name: "problems-filtered", vault: sample, act: filtered },
  { name: "problem-menu", on: both, vault: sample, act: problemMenu },
  { name: "problems-no-match", vault: sample, act: noMatch },
  { name: "problems-clean", on: both, vault: clean, act: openProblems },
  { name: "problems-empty", vault: empty, act: openProblems },
  { name: "problems-thousands", forEyes: true, vault: thousands, act: openProblems },
  {
    name: "problems-long",
    forEyes: true,
    on: both,
    vault: longTitles,
    act: (page) => groupBy(page, "target"),
  },
  { name: "problems-narrow", forEyes: true, vault: sample, act: narrow },
  { name: "problems-rtl", on: both, vault: rightToLeft, isRightToLeft: true, act: openProblems },
  { name: "fixes", on: both, vault: sample, act: previewFixes },
  { name: "fixes-narrow", forEyes: true, vault: sample, act: previewNarrowFixes },
  {
    name: "fixes-rtl",
    forEyes: true,
    on: both,
    vault: rightToLeft,
    isRightToLeft: true,
    act: previewFixes,
  },
  { name: "fixes-empty", on: both, vault: clean, act: previewNoFixes },
  { name: "exception", on: both, vault: sample, act: keepPlaceholder },
  { name: "exception-rtl", forEyes: true, vault: sample, isRightToLeft: true, act: keepPlaceholder },
  { name: "note-types", on: both, vault: sample, act: inferNoteTypes },
  { name: "note-types-rtl", forEyes: true, vault: sample, isRightToLeft: true, act: inferNoteTypes },
  { name: "new-note", on: both, vault: withTypes, act: (page) => newNote(page) },
  { name: "new-note-title", on: both, vault: withTypes, act: (page) => newNote(page, "TJ") },
  { name: "rule", on: both, vault: sample, act: explainRule },
  { name: "rule-rtl", forEyes: true, vault: sample, isRightToLeft: true, act: explainRule },
  { name: "tree", on: both, vault: sample, readme: "dark", act: (page) => openTree(page) },
  { name: "tree-narrow", forEyes: true, vault: sample, act: openNarrowTree },
  { name: "tree-empty", vault: clean, act: (page) => run(page, "linkage:open-tree") },
  { name: "tree-marks", vault: marked, act: (page) => openTree(page, bench) },
  { name: "tree-long", forEyes: true, on: both, vault: longTitles, act: (page) => openTree(page, longest) },
  {
    name: "tree-rtl",
    on: both,
    vault: rightToLeft,
    isRightToLeft: true,
    act: (page) => openTree(page, cables),
  },
  { name: "block", on: both, vault: marked, act: (page) => showNote(page, reading, bench) },
  { name: "block-live", vault: marked, act: (page) => showNote(page, livePreview, bench) },
  {
    name: "block-rtl",
    forEyes: true,
    vault: rightToLeft,
    isRightToLeft: true,
    act: (page) => showNote(page, reading, cables),
  },
  { name: "compare", on: both, vault: sample, act: compare },
  { name: "compare-rtl", forEyes: true, vault: sample, isRightToLeft: true, act: compare },
  { name: "editor", vault: sample, readme: "light", act: hoverProblem },
  { name: "editor-gutter", vault: sample, act: hoverMark },
  { name: "editor-rtl", forEyes: true, vault: sample, isRightToLeft: true, act: hoverProblem },
  {
    name: "editor-live-preview",
    forEyes: true,
    on: both,
    vault: sample,
    act: (page) => showNote(page, livePreview),
  },
  { name: "reading-view", forEyes: true, vault: sample, act: (page) => showNote(page, reading) },
  { name: "settings", on: both, vault: sample, act: (page) => openSettings(page) },
  {
    name: "settings-rtl",
    forEyes: true,
    on: both,
    vault: sample,
    isRightToLeft: true,
    act: (page) => openSettings(page),
  },
  { name: "settings-rules", vault: sample, act: (page) => openSettings(page, "Rules") },
  {
    name: "settings-rule",
    on: both,
    vault: sample,
    act: (page) => openSettings(page, "Rules", "unresolved-link"),
  },
  {
    name: "settings-rule-rtl",
    forEyes: true,
    vault: sample,
    isRightToLeft: true,
    act: (page) => openSettings(page, "Rules", "unresolved-link"),
  },
  {
    name: "settings-type",
    vault: withTypes,
    act: (page) => openSettings(page, "Note types", "Note type MR"),
  },
  {
    name: "settings-classes",
    forEyes: true,
    vault: withTypes,
    act: (page) => openSettings(page, "CSS classes"),
  },
];

/** The settings, and pages in them, each within the one before. */
async function openSettings(page: Page, ...pages: readonly string[]): Promise<void> {
  await page.evaluate("window.host.openSettings()");
  const dialog = page.getByRole("dialog", { name: "Settings" });
  await dialog.getByRole("button").first().waitFor();
  for (const name of pages) await dialog.getByRole("button", { name: new RegExp(`^${name}`) }).click();
}

async function openProblems(page: Page): Promise<void> {
  await run(page, "linkage:open-problems");
  await page.locator(".linkage-problems").waitFor();
  await page.waitForFunction(
    `!/Reading the vault/.test(document.querySelector(".linkage-problems").textContent)`,
  );
}

async function problemsBesideNote(page: Page, device: Device): Promise<void> {
  if (device === "desktop") await showNote(page, livePreview);
  await openProblems(page);
}

async function openTree(page: Page, file = note): Promise<void> {
  await showNote(page, livePreview, file);
  await run(page, "linkage:open-tree");
  await page.locator(".linkage-view [role=treeitem]").first().waitFor();
}

/** The narrowest sidebar that people use. */
async function openNarrowTree(page: Page): Promise<void> {
  await openTree(page);
  await page.addStyleTag({ content: ".linkage-view { inline-size: 200px !important }" });
  await page
    .getByRole("treeitem", { name: /^components for small machines/ })
    .first()
    .press("ArrowRight");
}

/** Run a command, once there is something for it to do. */
async function run(page: Page, command: string): Promise<void> {
  await page.waitForFunction(`window.host.app.commands.executeCommandById(${JSON.stringify(command)})`);
}

async function compare(page: Page): Promise<void> {
  await page.waitForFunction("window.host.app.metadataCache.isIdle()");
  await run(page, "linkage:compare-links");
  await page.locator(".linkage-compare [role=status]").waitFor();
}

async function groupBy(page: Page, grouping: string): Promise<void> {
  await openProblems(page);
  await page.getByLabel("Group by").selectOption(grouping);
}

/** The sidebar as narrow as the app lets it be. */
async function narrow(page: Page): Promise<void> {
  await groupBy(page, "note");
  await page.addStyleTag({ content: ".linkage-problems { inline-size: 200px }" });
}

async function filtered(page: Page): Promise<void> {
  await showNote(page, source);
  await openProblems(page);
  await page.locator(".status-bar-item").click();
  await page.getByRole("treeitem").first().waitFor();
  await page.keyboard.press("ArrowDown");
}

/** What all sure repairs of the vault would change, and of one note line by line. */
async function previewFixes(page: Page): Promise<void> {
  await run(page, "linkage:fix-vault");
  await page.locator(".linkage-fixes [role=treeitem]").first().click();
  // Away from the row, so that no tooltip covers the next.
  await page.mouse.move(0, 0);
}

/** A pane beside others. */
async function previewNarrowFixes(page: Page): Promise<void> {
  await previewFixes(page);
  await page.addStyleTag({ content: ".linkage-fixes { inline-size: 380px }" });
}

async function previewNoFixes(page: Page): Promise<void> {
  await run(page, "linkage:fix-vault");
  await page.getByText("No sure repairs").waitFor();
}

async function noMatch(page: Page): Promise<void> {
  await openProblems(page);
  await page.getByLabel("Filter problems").fill("no such words");
  await page.locator(".linkage-problems-message").waitFor();
}

async function problemMenu(page: Page): Promise<void> {
  await openProblems(page);
  await page.getByLabel("Filter problems").fill("firmware shelf");
  await page.waitForTimeout(500);
  await page.getByRole("treeitem").last().click({ button: "right" });
  await page.getByRole("menuitem").first().waitFor();
}

/** What keeping a placeholder would write, before it is written. */
async function keepPlaceholder(page: Page): Promise<void> {
  await problemMenu(page);
  await page.getByRole("menuitem", { name: /^Keep .* as a placeholder/ }).click();
  await page.locator(".linkage-change").waitFor();
}

async function inferNoteTypes(page: Page): Promise<void> {
  await run(page, "linkage:infer-note-types");
  await page.locator(".linkage-note-types").waitFor();
}

/** The types to choose from, or the question for the title of a note of one. */
async function newNote(page: Page, type?: string): Promise<void> {
  await run(page, "linkage:new-note");
  const choice = page.getByRole("option", { name: new RegExp(`^${type ?? ""}`) }).first();
  await choice.waitFor();
  if (type !== undefined) await choice.click();
}

async function explainRule(page: Page): Promise<void> {
  await showNote(page, reading);
  await run(page, "linkage:explain-problem");
  await page.getByRole("option").first().click();
  await page.locator(".linkage-rule").waitFor();
}

async function showNote(page: Page, state: Record<string, unknown>, file = note): Promise<void> {
  const asked = JSON.stringify({ type: "markdown", active: true, state: { ...state, file } });
  await page.evaluate(`window.host.app.workspace.getLeaf(false).setViewState(${asked})`);
}

async function hoverProblem(page: Page): Promise<void> {
  await showNote(page, source);
  await page.locator(".cm-lintRange").first().hover();
  await page.locator(".cm-tooltip").waitFor();
}

async function hoverMark(page: Page): Promise<void> {
  await showNote(page, source);
  await page.locator(".cm-lint-marker").first().hover();
  await page.locator(".cm-tooltip").waitFor();
}

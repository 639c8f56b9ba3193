import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { chromium, type Browser, type Page } from "playwright-core";
import { buildHost } from "./build.mts";
import { browserArguments, findBrowser } from "./find-browser.mts";
import { readVault, vaultOfTexts } from "./read-vault.mts";
import { serveHost, type Shown } from "./server.mts";

const built = "dist/host/page";
const folder = "dist/screenshots";
const note = "Notes/Tech_Journal/2026/the clock radio runs zephyr.md";

const block = "bench.md";

/** A note whose linkage block, and whose tree, show all that is said of links and tags. */
const marked = vaultOfTexts("marked", {
  [block]: `---
title: Bench notes
tags: [tools, silicon]
---
# Bench notes

*see also:* [[2025/parts]] · [[2026/parts]]

<div class="linkage-tree">
  <div class="linkage-tree-title">linkage tree</div>
  <ul>
    <li>tags
      <ul>
        <li>#tools</li>
        <li>#silicon valley</li>
        <li>#solder – no tag of this note</li>
      </ul>
    </li>
    <li>related
      <ul>
        <li>[[sketch]]</li>
        <li>[[a note that is not there and has a name which is rather long]]</li>
        <li>[[2025/parts|parts of last year]], chosen by hand</li>
      </ul>
    </li>
  </ul>
</div>

Words below.
`,
  "sketch.md": "---\ndraft: true\n---\nBack to [[bench]].\n",
  "2025/parts.md": "---\ntitle: Parts\n---\n",
  "2026/parts.md": "---\ntitle: parts\n---\n",
});

/** One picture: how the page is opened, and what is done before it is taken. */
interface Shot {
  readonly name: string;
  readonly device?: "phone" | "desktop";
  readonly vault?: Shown["vault"];
  readonly act: (page: Page) => Promise<void>;
}

const config = `site: quartz
classes: [wide-table, two-columns]
types:
  MR:
    tags: [market-news]
    folders: [Notes]
    required: [title, tags]
    linkage: required
    ending: "#"
`;
const withTypes = vaultOfTexts("types", { "linkage.yaml": config, "Notes/a.md": "# A\n" });

const shots: readonly Shot[] = [
  { name: "problems", act: openProblems },
  { name: "problems-by-note", act: (page) => groupBy(page, "note") },
  { name: "problems-by-rule", act: (page) => groupBy(page, "rule") },
  { name: "problems-filtered", act: filtered },
  { name: "problem-menu", act: problemMenu },
  { name: "problems-clean", vault: vaultOfTexts("clean", { "a.md": "# A\n" }), act: openProblems },
  { name: "problems-phone", device: "phone", act: openProblems },
  { name: "problems-narrow", act: narrow },
  { name: "editor-phone", device: "phone", act: (page) => showNote(page, { mode: "source", source: false }) },
  { name: "tree", act: (page) => openTree(page) },
  { name: "tree-narrow", act: openNarrowTree },
  { name: "tree-phone", device: "phone", act: (page) => openTree(page) },
  { name: "tree-marks", vault: marked, act: (page) => openTree(page, block) },
  { name: "block", vault: marked, act: (page) => showNote(page, { mode: "preview" }, block) },
  {
    name: "block-live",
    vault: marked,
    act: (page) => showNote(page, { mode: "source", source: false }, block),
  },
  {
    name: "block-phone",
    vault: marked,
    device: "phone",
    act: (page) => showNote(page, { mode: "preview" }, block),
  },
  { name: "compare", act: compare },
  { name: "editor", act: hoverProblem },
  { name: "editor-gutter", act: hoverMark },
  { name: "editor-live-preview", act: (page) => showNote(page, { mode: "source", source: false }) },
  { name: "reading-view", act: (page) => showNote(page, { mode: "preview" }) },
  { name: "settings", act: (page) => openSettings(page) },
  {
    name: "settings-type",
    vault: withTypes,
    act: (page) => openSettings(page, "Note types", "Note type MR"),
  },
  { name: "settings-classes", vault: withTypes, act: (page) => openSettings(page, "CSS classes") },
];

/** Take pictures of the views into `dist/screenshots`, dark and light; of those whose name holds a word that is given. */
async function main(words: readonly string[]): Promise<void> {
  const executablePath = findBrowser();
  if (executablePath === null) throw new Error("No Chromium or Chrome was found");
  mkdirSync(folder, { recursive: true });
  await buildHost(built);
  const browser = await chromium.launch({ executablePath, args: browserArguments });
  const meant = shots.filter(({ name }) => words.length === 0 || words.some((word) => name.includes(word)));
  for (const shot of meant) for (const theme of ["dark", "light"]) await take(shot, theme, browser);
  await browser.close();
}

async function take(
  { name, device = "desktop", vault, act }: Shot,
  theme: string,
  browser: Browser,
): Promise<void> {
  const served = await serveHost({ built, vault: vault ?? readVault("test/vaults/journal") });
  const viewport = device === "phone" ? { width: 360, height: 740 } : { width: 1280, height: 800 };
  const page = await browser.newPage({ viewport, hasTouch: device === "phone" });
  await page.goto(`${served.url}?device=${device}&theme=${theme}`);
  await page.waitForSelector("body[data-ready]");
  await act(page);
  await page.waitForTimeout(700);
  await page.screenshot({ path: join(folder, `${name}-${theme}.png`) });
  await page.close();
  await served.close();
}

/** The settings, and pages in them, each within the one before. */
async function openSettings(page: Page, ...pages: readonly string[]): Promise<void> {
  await page.evaluate("window.host.openSettings()");
  const dialog = page.getByRole("dialog", { name: "Settings" });
  for (const name of pages) await dialog.getByRole("button", { name: new RegExp(`^${name}`) }).click();
}

async function openProblems(page: Page): Promise<void> {
  await run(page, "linkage:open-problems");
  await page.locator(".linkage-problems").waitFor();
}

async function openTree(page: Page, file = note): Promise<void> {
  await showNote(page, { mode: "source", source: false }, file);
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

async function run(page: Page, command: string): Promise<void> {
  await page.evaluate(`window.host.app.commands.executeCommandById(${JSON.stringify(command)})`);
}

async function compare(page: Page): Promise<void> {
  await page.waitForFunction("window.host.app.metadataCache.isIdle()");
  await run(page, "linkage:compare-links");
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
  await showNote(page, { mode: "source", source: true });
  await openProblems(page);
  await page.locator(".status-bar-item").click();
  await page.getByRole("treeitem").first().waitFor();
  await page.keyboard.press("ArrowDown");
}

async function problemMenu(page: Page): Promise<void> {
  await openProblems(page);
  await page.getByLabel("Filter problems").fill("firmware shelf");
  await page.waitForTimeout(500);
  await page.getByRole("treeitem").last().click({ button: "right" });
}

async function showNote(page: Page, state: Record<string, unknown>, file = note): Promise<void> {
  const asked = JSON.stringify({ type: "markdown", active: true, state: { ...state, file } });
  await page.evaluate(`window.host.app.workspace.getLeaf(false).setViewState(${asked})`);
}

async function hoverProblem(page: Page): Promise<void> {
  await showNote(page, { mode: "source", source: true });
  await page.locator(".cm-lintRange").first().hover();
}

async function hoverMark(page: Page): Promise<void> {
  await showNote(page, { mode: "source", source: true });
  await page.locator(".cm-lint-marker").first().hover();
}

await main(process.argv.slice(2));

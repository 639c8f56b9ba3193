import type { Page } from "playwright-core";
import { vaultOfTexts } from "../host/serve/read-vault.mts";
import { openNote, runCommand, story } from "./story.ts";

const vault = vaultOfTexts("on-and-off", {
  "a.md":
    '---\ntags: one\n---\n# A\n\nSee [[nowhere]].\n\n<div class="linkage-tree"><ul><li>[[b]]</li></ul></div>\n\nWords.\n',
  "b.md": "[[lost]]\n",
});

/** Bytes: far less than one plugin that stays reachable would keep, whose rules and functions alone are more. */
const PLUGIN = 25_000;

/** What the page has of plugins: listeners to the app's events, editor extensions, elements. */
function countsIn(): Record<string, number> {
  const { app } = window.host;
  return {
    vault: app.vault.countListeners(),
    workspace: app.workspace.countListeners(),
    metadataCache: app.metadataCache.countListeners(),
    extensions: app.workspace.editorExtensions.length,
    styles: document.head.querySelectorAll("style").length,
    // The block is the note's own, the links in it are not.
    elements: document.body.querySelectorAll("[class*=linkage]:not(.linkage-tree), .linkage-tree a").length,
    commands: app.commands.available().length,
  };
}

/** What the browser keeps alive. */
interface Kept {
  /** To elements, documents and windows. */
  readonly listeners: number;
  /** Elements and texts, in the page or not. */
  readonly nodes: number;
  readonly bytes: number;
}

/** What the browser keeps alive, once what nobody can reach has been thrown away. */
async function keptAlive(page: Page): Promise<Kept> {
  const session = await page.context().newCDPSession(page);
  await session.send("Performance.enable");
  await session.send("HeapProfiler.enable");
  await session.send("HeapProfiler.collectGarbage");
  await session.send("HeapProfiler.collectGarbage");
  const { metrics } = await session.send("Performance.getMetrics");
  await session.detach();
  const valueOf = (name: string): number =>
    metrics.find((metric) => metric.name === name)?.value ?? Number.NaN;
  return {
    listeners: valueOf("JSEventListeners"),
    nodes: valueOf("Nodes"),
    bytes: valueOf("JSHeapUsedSize"),
  };
}

story("off and on 50 times leaves nothing behind, and it works after that", { vault }, async (page) => {
  // A linkage block in live preview, and all views.
  await openNote(page, "a.md", false);
  await page.locator(".cm-content .linkage-tree a").waitFor();
  await runCommand(page, "Fix problems in vault");
  await page.getByRole("tree", { name: "Changes to choose from" }).getByRole("treeitem").first().waitFor();
  await openNote(page, "b.md");
  await runCommand(page, "Open linkage tree");
  await page.getByRole("tree", { name: "Linkage tree" }).getByRole("treeitem").first().waitFor();
  await runCommand(page, "Open problems");
  const problems = page.getByRole("tree", { name: "Problems" }).getByRole("treeitem");
  await problems.first().waitFor();
  const off = (): Promise<void> =>
    page.evaluate(async () => {
      window.host.app.plugins.disable(window.host.pluginId);
      await new Promise((resolve) => window.setTimeout(resolve, 20));
    });
  const on = (): Promise<void> => page.evaluate(() => window.host.app.plugins.enable(window.host.pluginId));
  await off();
  const before = await page.evaluate(countsIn);
  const times = async (count: number): Promise<Kept> => {
    for (let time = 0; time < count; time += 1) {
      await on();
      // Every other time before it has read the vault.
      if (time % 2 === 0) await problems.first().waitFor();
      await off();
    }
    return keptAlive(page);
  };
  // The first times fill what is kept once, such as compiled code.
  const early = await times(10);
  const late = await times(40);
  // What were left each time, or each time that the vault was read, would be 20 at least.
  expect(late.listeners - early.listeners).toBeLessThan(20);
  expect(late.nodes - early.nodes).toBeLessThan(20);
  // Code that the browser compiles anew each time stays for a while: some kilobytes.
  expect(late.bytes - early.bytes).toBeLessThan(40 * PLUGIN);
  expect(await page.evaluate(countsIn)).toEqual(before);
  expect(before["elements"]).toBe(0);

  await on();
  await page.locator(".cm-lintRange", { hasText: "[[lost]]" }).waitFor();
  await problems.first().waitFor();
  await page.getByRole("searchbox", { name: "Filter problems" }).fill("nowhere");
  await problems.filter({ hasText: "unresolved-link" }).first().waitFor();
});

import type { Page } from "playwright-core";
import { vaultOfTexts } from "../host/serve/read-vault.mts";
import { openNote, runCommand, story } from "./story.ts";

const vault = vaultOfTexts("on-and-off", { "a.md": "# A\n\nSee [[nowhere]].\n", "b.md": "[[lost]]\n" });

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
    elements: document.body.querySelectorAll("[class*=linkage]").length,
    commands: app.commands.available().length,
  };
}

/** What the browser keeps alive, once what nobody can reach has been thrown away: listeners to elements, and bytes. */
async function keptAlive(page: Page): Promise<{ readonly listeners: number; readonly bytes: number }> {
  const session = await page.context().newCDPSession(page);
  await session.send("Performance.enable");
  await session.send("HeapProfiler.enable");
  await session.send("HeapProfiler.collectGarbage");
  await session.send("HeapProfiler.collectGarbage");
  const { metrics } = await session.send("Performance.getMetrics");
  await session.detach();
  const valueOf = (name: string): number =>
    metrics.find((metric) => metric.name === name)?.value ?? Number.NaN;
  return { listeners: valueOf("JSEventListeners"), bytes: valueOf("JSHeapUsedSize") };
}

story("off and on 50 times leaves nothing behind, and it works after that", { vault }, async (page) => {
  await openNote(page, "a.md");
  await runCommand(page, "Open problems");
  await page.getByRole("treeitem").first().waitFor();
  const off = (): Promise<void> =>
    page.evaluate(async () => {
      window.host.app.plugins.disable(window.host.pluginId);
      await new Promise((resolve) => window.setTimeout(resolve, 20));
    });
  const on = (): Promise<void> => page.evaluate(() => window.host.app.plugins.enable(window.host.pluginId));
  await off();
  const before = await page.evaluate(countsIn);
  const times = async (count: number): Promise<Awaited<ReturnType<typeof keptAlive>>> => {
    for (let time = 0; time < count; time += 1) {
      await on();
      await off();
    }
    return keptAlive(page);
  };
  // The first times fill what is kept once, such as compiled code.
  const early = await times(10);
  const late = await times(40);
  expect(late.listeners).toBe(early.listeners);
  expect(late.bytes - early.bytes).toBeLessThan(40 * PLUGIN);
  expect(await page.evaluate(countsIn)).toEqual(before);
  expect(before["elements"]).toBe(0);

  await on();
  await page.locator(".cm-lintRange", { hasText: "[[nowhere]]" }).waitFor();
  await page
    .getByRole("treeitem", { name: /"nowhere"/ })
    .first()
    .waitFor();
});

import { vaultOfTexts } from "../host/serve/read-vault.mts";
import { openNote, runCommand, story } from "./story.ts";

const vault = vaultOfTexts("on-and-off", { "a.md": "# A\n\nSee [[nowhere]].\n", "b.md": "[[lost]]\n" });

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
  for (let time = 0; time < 50; time += 1) {
    await on();
    await off();
  }
  expect(await page.evaluate(countsIn)).toEqual(before);
  expect(before["elements"]).toBe(0);

  await on();
  await page.locator(".cm-lintRange", { hasText: "[[nowhere]]" }).waitFor();
  await page
    .getByRole("treeitem", { name: /"nowhere"/ })
    .first()
    .waitFor();
});

import type { Page } from "playwright-core";
import { linkage } from "../cli/command-line.ts";
import { readVault, vaultOfTexts } from "../host/serve/read-vault.mts";
import { runCommand, story } from "./story.ts";

const sample = readVault("test/vaults/journal");
const small = vaultOfTexts("small", { "a.md": "# A\n\nSee [[nowhere]].\n", "b.md": "<div>[[a]]</div>\n" });

/** Wait until the app has read all notes and resolved their links. */
async function whenIndexed(page: Page): Promise<void> {
  await page.waitForFunction(() => window.host.app.metadataCache.isIdle());
}

story("our links and the app's are the same in the sample vault", { vault: sample }, async (page) => {
  await whenIndexed(page);
  await runCommand(page, "Compare with the app");
  const status = page.getByRole("dialog").getByRole("status");
  await status.waitFor();
  const lines = await status.locator("div").allTextContents();
  expect(lines[0]).toMatch(/^No differences in \d+ notes$/);
  expect(lines.join("\n")).not.toContain("has not indexed");
});

story("the app's command line prints what the terminal prints", { vault: sample }, async (page) => {
  const printed = await page.evaluate(() => window.host.runCli("linkage:lint", { format: "json" }));
  const { out } = await linkage(["lint", "test/vaults/journal", "--format", "json"], { cwd: process.cwd() });
  const problems = (json: string): unknown => (JSON.parse(json) as { problems: unknown }).problems;
  expect(problems(printed)).toEqual(problems(out));
});

/** How many records there are in all databases of the page. */
async function recordsKept(): Promise<number> {
  const done = <T>(request: IDBRequest<T>): Promise<T> =>
    new Promise((resolve, reject) => {
      request.onsuccess = () => {
        resolve(request.result);
      };
      request.onerror = () => {
        reject(request.error ?? new Error("The database cannot be read"));
      };
    });
  let count = 0;
  for (const { name = "" } of await window.indexedDB.databases()) {
    const database = await done(window.indexedDB.open(name));
    for (const store of database.objectStoreNames)
      count += await done(database.transaction(store).objectStore(store).count());
    database.close();
  }
  return count;
}

story("the next start has the facts of the last one and reads no note", { vault: small }, async (page) => {
  const lint = async (): Promise<string | null> => {
    await runCommand(page, "Lint vault");
    await page.getByRole("treeitem").first().waitFor();
    return page.locator(".linkage-problems-counts").textContent();
  };
  const first = await lint();
  while ((await page.evaluate(recordsKept)) < 2) await new Promise((resolve) => setTimeout(resolve, 20));
  await page.goto(`${page.url()}&plugin=off`);
  await page.waitForSelector("body[data-ready]");
  await whenIndexed(page);
  await page.evaluate(async () => {
    const { app, pluginId } = window.host;
    app.vault.cachedRead = () => Promise.reject(new Error("A note was read again"));
    await app.plugins.enable(pluginId);
  });
  expect(await lint()).toBe(first);
});

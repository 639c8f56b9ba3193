import { readVault } from "../host/serve/read-vault.mts";
import { runCommand, story } from "./story.ts";

const sample = readVault("test/vaults/journal");

story(
  "note types inferred on first use, and written when the writer says so",
  { vault: sample },
  async (page) => {
    await runCommand(page, "Open problems");
    await page.getByRole("button", { name: "Infer note types…" }).click();
    const dialog = page.locator(".modal").last();
    await dialog.getByRole("row", { name: /^TJ 29 class tech-journal/ }).waitFor();
    const isThere = (): Promise<boolean> =>
      page.evaluate(() => window.host.app.vault.adapter.exists("linkage.yaml"));
    expect(await isThere()).toBe(false);

    await dialog.getByRole("button", { name: "Write" }).click();
    await page.locator(".notice", { hasText: '"linkage.yaml" was changed' }).waitFor();
    expect(await isThere()).toBe(true);
    await page.getByRole("button", { name: "Infer note types…" }).waitFor({ state: "hidden" });
  },
);

for (const device of ["desktop", "phone"] as const)
  story(`what was found is read from its first line, ${device}`, { vault: sample, device }, async (page) => {
    await page.waitForFunction(() => {
      const { app, pluginId } = window.host;
      return app.commands.executeCommandById(`${pluginId}:infer-note-types`);
    });
    const content = page.locator(".modal-content").last();
    await content.locator(".linkage-note-types").waitFor();
    expect(await content.evaluate(({ scrollTop }) => scrollTop)).toBe(0);
  });

import { vaultOfTexts } from "../host/serve/read-vault.mts";
import { openNote, runCommand, story } from "./story.ts";

const config = "# Ours, by hand.\nrules:\n  unresolved-link: error # strict\n";

const vault = vaultOfTexts("settings", { "a.md": "# A\n\nSee [[nowhere]].\n", "linkage.yaml": config });

story(
  "a rule is turned off in the settings: linkage.yaml keeps its comments, the editor follows",
  { vault },
  async (page) => {
    await openNote(page, "a.md");
    const underlined = page.locator(".cm-lintRange-error", { hasText: "[[nowhere]]" });
    await underlined.waitFor();
    await runCommand(page, "Open settings");
    const dialog = page.getByRole("dialog", { name: "Settings" });
    await dialog.getByRole("button", { name: /^Rules/ }).click();
    await dialog.getByRole("button", { name: /^unresolved-link/ }).click();
    await dialog.getByLabel("Severity").selectOption({ label: "Off" });
    await underlined.waitFor({ state: "detached" });
    const written = await page.evaluate(() => window.host.app.vault.adapter.read("linkage.yaml"));
    expect(written).toBe(config.replace("error", "off"));
  },
);

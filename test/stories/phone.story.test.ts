import { vaultOfTexts } from "../host/serve/read-vault.mts";
import { selectionIn, story } from "./story.ts";

const vault = vaultOfTexts("phone", { "a.md": "# A\n\nSee [[nowhere]].\n", "b.md": "[[lost]]\n" });

story(
  "a phone: a tap on a problem closes the drawer and lands on its range",
  { vault, device: "phone" },
  async (page) => {
    await page.evaluate(() => {
      const { app, pluginId } = window.host;
      app.commands.executeCommandById(`${pluginId}:open-problems`);
    });
    const problem = page.getByRole("treeitem", { name: /"nowhere"/ }).last();
    await problem.waitFor();
    const box = await problem.boundingBox();
    expect(box?.height).toBeGreaterThanOrEqual(40);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
    await problem.tap();
    expect(await selectionIn(page)).toMatchObject({ path: "a.md", text: "[[nowhere]]" });
    await page.locator(".workspace-drawer.mod-right").waitFor({ state: "hidden" });
    expect(await page.locator(".status-bar-item").count()).toBe(0);
  },
);

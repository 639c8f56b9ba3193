import { vaultOfTexts } from "../host/serve/read-vault.mts";
import { thousands } from "../host/serve/shown-vaults.mts";
import { openProblems } from "../host/serve/states/problems.mts";
import { openNote, selectionIn, story } from "./story.ts";

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

story(
  "a phone: counts in the thousands stand beside the grouping, which is wide enough for its name",
  { vault: thousands(), device: "phone" },
  async (page) => {
    await openProblems(page);
    const controls = page.locator(".linkage-problems-controls");
    await controls
      .getByText(/^\d,\d{3}$/)
      .first()
      .waitFor();
    const select = controls.getByRole("combobox");
    expect((await controls.boundingBox())?.height).toBeLessThan(60);
    const given = await select.boundingBox();
    await page.addStyleTag({ content: ".linkage-problems-controls > select { flex: none !important }" });
    const wanted = await select.boundingBox();
    expect(given?.width).toBeGreaterThanOrEqual(wanted?.width ?? Infinity);
  },
);

const grave = vaultOfTexts("grave", { "a.md": "---\nup: [[x]\n---\n[[nowhere]] ![[a.md|x]] [[lost]]\n" });

story(
  "a phone: the note's action counts each severity in its colour, large enough for a finger",
  { vault: grave, device: "phone" },
  async (page) => {
    await openNote(page, "a.md");
    const action = page.locator(".linkage-note-action");
    await action.getByText("2").waitFor();
    expect(await action.getAttribute("aria-label")).toMatch(/^1 error, 2 warnings.* in this note$/);
    const box = await action.boundingBox();
    expect(Math.min(box?.height ?? 0, box?.width ?? 0)).toBeGreaterThanOrEqual(44);
    const colours = await action
      .locator(".linkage-status-icon")
      .evaluateAll((icons) => icons.map((icon) => getComputedStyle(icon).color));
    expect(new Set(colours).size).toBe(colours.length);
  },
);

const repairs = vaultOfTexts("repairs", {
  "a.md": "---\ntags: one\n---\nTo [[b]].\n",
  "b.md": "---\ntags: two\n---\nTo [[a]].\n",
});

story(
  "a phone: a batch is looked through, chosen, applied and undone by taps",
  { vault: repairs, device: "phone" },
  async (page) => {
    const said = (path: string): Promise<string> =>
      page.evaluate((at) => window.host.app.vault.adapter.read(at), path);
    await page.evaluate(() => {
      const { app, pluginId } = window.host;
      app.commands.executeCommandById(`${pluginId}:fix-vault`);
    });
    const rows = page.getByRole("tree", { name: "Changes to choose from" }).getByRole("treeitem");
    await rows.and(page.getByLabel("a, 1 change")).tap();
    const lines = page.getByRole("region", { name: "What would change" });
    await lines.getByText("tags: [one]").waitFor();
    expect(await lines.getByText("tags: [two]").count()).toBe(0);
    await rows.and(page.getByLabel("b, 1 change")).locator(".linkage-check").tap();
    await page.getByRole("button", { name: "Apply 1 change", exact: true }).tap();
    await page.getByText("Changed 1 note").waitFor();
    expect([await said("a.md"), await said("b.md")].map((text) => text.split("\n")[1])).toEqual([
      "tags: [one]",
      "tags: two",
    ]);
    await page.getByRole("button", { name: "Undo", exact: true }).tap();
    await page.getByRole("button", { name: "Apply 1 change", exact: true }).waitFor();
    expect(await said("a.md")).toContain("tags: one\n");
  },
);

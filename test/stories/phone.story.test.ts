import { vaultOfTexts } from "../host/serve/read-vault.mts";
import { openProblems } from "../host/serve/states/problems.mts";
import type { Locator, Page } from "playwright-core";
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

/** So many errors in each of four notes, and 1,600 problems of each other severity in all. */
function thousands(errors: number): ReturnType<typeof vaultOfTexts> {
  return vaultOfTexts("thousands", {
    "linkage.yaml": "rules: {unresolved-subpath: error, unresolved-link: warning, link-to-draft: info}\n",
    "draft.md": "---\ndraft: true\n---\n",
    ...Object.fromEntries(
      ["a", "b", "c", "d"].map((name) => [
        `${name}.md`,
        `${"[[#none]] ".repeat(errors)}${"[[nowhere]] [[draft]] ".repeat(400)}`,
      ]),
    ),
  });
}

story(
  "a phone: counts in the thousands stand beside the grouping, which is wide enough for its name",
  { vault: thousands(150), device: "phone" },
  async (page) => {
    await openProblems(page);
    const controls = page.locator(".linkage-problems-controls");
    await controls.getByText("1,600").nth(1).waitFor();
    const select = controls.getByRole("combobox");
    expect((await controls.boundingBox())?.height).toBeLessThan(60);
    const given = await select.boundingBox();
    await page.addStyleTag({ content: ".linkage-problems-controls > select { flex: none !important }" });
    const wanted = await select.boundingBox();
    expect(given?.width).toBeGreaterThanOrEqual(wanted?.width ?? Infinity);
  },
);

story(
  "a phone: three counts in the thousands stand in one line, below the grouping in all its width",
  { vault: thousands(400), device: "phone" },
  async (page) => {
    await openProblems(page);
    const controls = page.locator(".linkage-problems-controls");
    await controls.getByText("1,600").nth(2).waitFor();
    const boxes = await Promise.all(
      (await controls.getByRole("button").all()).map((each) => each.boundingBox()),
    );
    expect(new Set(boxes.map((box) => box?.y)).size).toBe(1);
    const [around, select] = [
      await controls.boundingBox(),
      await controls.getByRole("combobox").boundingBox(),
    ];
    expect(select?.width).toBe(around?.width);
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
    const colours = await action.evaluate((el) =>
      [...el.querySelectorAll(".linkage-status-icon")].map((icon) => getComputedStyle(icon).color),
    );
    expect(colours).toHaveLength(3);
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

/** A finger rests on a row: the app makes a context menu event of it, as the mouse's other button does. */
async function longPress(page: Page, row: Locator): Promise<void> {
  await row.click({ button: "right" });
  await page.getByRole("menuitem").first().waitFor();
}

async function runOn(page: Page, command: string): Promise<void> {
  await page.waitForFunction((name) => {
    const { app, pluginId } = window.host;
    return app.commands.executeCommandById(`${pluginId}:${name}`);
  }, command);
}

story("a phone: a long press on a problem makes an exception", { vault, device: "phone" }, async (page) => {
  await runOn(page, "open-problems");
  await longPress(page, page.getByRole("treeitem", { name: /"nowhere"/ }).last());
  await page.getByRole("menuitem", { name: /^Ignore unresolved-link in this note/ }).tap();
  await page.getByRole("button", { name: "Write" }).tap();
  await page.waitForFunction(async () =>
    (await window.host.app.vault.adapter.read("a.md")).includes("linkage-disable"),
  );
});

story(
  "a phone: what the menus of rows open is not left behind the drawer",
  { vault, device: "phone" },
  async (page) => {
    const drawer = page.locator(".workspace-drawer.mod-right");
    const opened = (): Promise<string | undefined> =>
      page.evaluate(() => window.host.app.workspace.getActiveFile()?.path);
    for (const [entry, path] of [
      ["Open", "a.md"],
      ["Open in new tab", "a.md"],
      ['Create the note "nowhere"', "nowhere.md"],
    ] as const) {
      await runOn(page, "open-problems");
      await longPress(page, page.getByRole("treeitem", { name: /"nowhere"/ }).last());
      await page.getByRole("menuitem", { name: entry, exact: true }).tap();
      await drawer.waitFor({ state: "hidden", timeout: 10_000 });
      expect(await opened()).toBe(path);
    }
    for (const entry of ["Open", "Open in new tab"]) {
      await runOn(page, "open-tree");
      await longPress(page, page.getByRole("treeitem", { name: /^a\b/ }).last());
      await page.getByRole("menuitem", { name: entry, exact: true }).tap();
      await drawer.waitFor({ state: "hidden", timeout: 10_000 });
      expect(await opened()).toBe("a.md");
      await openNote(page, "nowhere.md");
    }
  },
);

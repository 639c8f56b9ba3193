import { vaultOfTexts } from "../host/serve/read-vault.mts";
import { openNote, story } from "./story.ts";

const vault = vaultOfTexts("tree", {
  "home.md": "# Home\n\nTo [[two]] and [[gone]].\n",
  "two.md": "Back to the [[home]] where it began.\n",
  "three.md": "Nothing yet.\n",
});

const open = (): void => {
  const { app, pluginId } = window.host;
  app.commands.executeCommandById(`${pluginId}:open-tree`);
};

story("the linkage tree follows what is written and where one goes", { vault }, async (page) => {
  await openNote(page, "home.md");
  await page.evaluate(open);
  const tree = page.getByRole("tree", { name: "Linkage tree" });
  const rows = async (): Promise<readonly string[]> => tree.getByRole("treeitem").allInnerTexts();
  const said = async (text: string): Promise<void> => tree.getByText(text).first().waitFor();
  await said("Back to the [[home]] where it began.");
  expect((await rows()).map((row) => row.replaceAll(/\s+/g, " ").trim())).toEqual([
    "links 1",
    "two",
    "backlinks 1",
    "twoBack to the [[home]] where it began.",
    "unresolved 1",
    "gone",
  ]);

  await tree.getByRole("treeitem", { name: "two", exact: true }).locator(".linkage-list-twisty").click();
  await page.locator(".cm-content").click();
  await page.keyboard.press("Control+End");
  await page.keyboard.type("And [[three]].");
  await tree.getByRole("treeitem", { name: "three" }).waitFor();
  expect(await tree.getByRole("treeitem", { name: "two", exact: true }).getAttribute("aria-expanded")).toBe(
    "true",
  );

  await tree.getByRole("treeitem", { name: "three" }).click();
  await page.locator(".linkage-view-title", { hasText: "three" }).waitFor();
  await tree.getByRole("treeitem", { name: /^home/ }).waitFor();
});

story("by the keyboard alone one gets into the tree and to another note", { vault }, async (page) => {
  await openNote(page, "home.md");
  await page.evaluate(open);
  const tree = page.getByRole("tree", { name: "Linkage tree" });
  await tree.getByRole("treeitem").first().waitFor();
  await tree.focus();
  await page.keyboard.press("t");
  const active = tree.locator("[aria-selected=true]");
  expect(await active.innerText()).toContain("two");
  expect(await tree.getAttribute("aria-activedescendant")).toBe(await active.getAttribute("id"));
  await page.keyboard.press("Enter");
  await page.locator(".linkage-view-title", { hasText: "two" }).waitFor();
});

story(
  "a phone: rows are large enough, and a tap closes the drawer",
  { vault, device: "phone" },
  async (page) => {
    await openNote(page, "home.md");
    await page.evaluate(open);
    const row = page.getByRole("treeitem", { name: "two", exact: true });
    await row.waitFor();
    expect((await row.boundingBox())?.height).toBeGreaterThanOrEqual(40);
    await row.tap();
    await page.locator(".workspace-drawer.mod-right").waitFor({ state: "hidden" });
    expect(await page.evaluate(() => window.host.app.workspace.getActiveFile()?.path)).toBe("two.md");
  },
);

import type { Page } from "playwright-core";
import { vaultOfTexts } from "../host/serve/read-vault.mts";
import { openNote, runCommand, selectionIn, story } from "./story.ts";

const vault = vaultOfTexts("windows", { "a.md": "# A\n\nSee [[nowhere]].\n", "b.md": "[[lost]]\n" });

/** Do something that opens a window; gives the window. */
async function popout(page: Page, open: () => Promise<unknown>): Promise<Page> {
  const [window] = await Promise.all([page.context().waitForEvent("page"), open()]);
  return window;
}

story("a note in a window of its own is underlined there, too", { vault }, async (page) => {
  const window = await popout(page, () =>
    page.evaluate(async () => {
      const { vault: files, workspace } = globalThis.window.host.app;
      const file = files.getFileByPath("a.md");
      if (file) await workspace.openPopoutLeaf().openFile(file, { state: { mode: "source", source: true } });
    }),
  );
  await window.locator(".cm-lintRange", { hasText: "[[nowhere]]" }).waitFor();
  await window.locator(".cm-content").click();
  await window.keyboard.press("Control+End");
  await window.keyboard.type("[[gone]] ");
  await window.locator(".cm-lintRange", { hasText: "[[gone]]" }).waitFor();
});

story("the problems view works in a window of its own", { vault }, async (page) => {
  await openNote(page, "b.md");
  await runCommand(page, "Open problems");
  await page.getByRole("treeitem").first().waitFor();
  const window = await popout(page, () =>
    page.evaluate(() => {
      const { workspace } = globalThis.window.host.app;
      const [leaf] = workspace.getLeavesOfType("linkage-problems");
      if (leaf) workspace.moveLeafToPopout(leaf);
    }),
  );
  const tree = window.getByRole("tree", { name: "Problems" });
  await tree
    .getByRole("treeitem", { name: /"lost"/ })
    .last()
    .click({ button: "right" });
  await window.getByRole("menuitem", { name: "Open", exact: true }).click();
  expect(await selectionIn(page)).toMatchObject({ path: "b.md", text: "[[lost]]" });
});

story("a view in a tab that is not seen is loaded when it is shown", { vault }, async (page) => {
  const deferred = await page.evaluate(async () => {
    const { workspace } = globalThis.window.host.app;
    await workspace.changeLayout({
      left: [],
      main: [{ type: "empty" }],
      right: [{ type: "file-explorer" }, { type: "linkage-problems", state: { grouping: "note" } }],
    });
    return workspace.getLeavesOfType("linkage-problems").map((leaf) => leaf.isDeferred);
  });
  expect(deferred).toEqual([true]);
  await runCommand(page, "Open problems");
  await page.getByRole("treeitem").first().waitFor();
  expect(await page.getByLabel("Group by").inputValue()).toBe("note");
});

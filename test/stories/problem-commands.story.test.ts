import type { Page } from "playwright-core";
import { vaultOfTexts } from "../host/serve/read-vault.mts";
import { openNote, selectionIn, story } from "./story.ts";

const text = "---\ntitle: A\ntags: one\n---\n# A\n\nSee [[Harbor]] and [[nowhere]].\n";

const vault = vaultOfTexts("commands", { "a.md": text, "Harbour.md": "[[a]]\n" });

/** Run a command as a hotkey does, when it is there. */
async function press(page: Page, command: string): Promise<void> {
  await page.waitForFunction((id) => {
    const { app, pluginId } = window.host;
    return app.commands.executeCommandById(`${pluginId}:${id}`);
  }, command);
}

/** Show the note in another way: as it is read, or written in live preview. */
async function show(page: Page, mode: "preview" | "source"): Promise<void> {
  await openNote(page, "a.md", false);
  await page.evaluate(async (wanted) => {
    const leaf = window.host.app.workspace.getLeaf(false);
    const viewState = leaf.getViewState();
    await leaf.setViewState({ ...viewState, state: { ...viewState.state, mode: wanted } });
  }, mode);
}

for (const mode of ["preview", "source"] as const) {
  story(
    `from ${mode === "preview" ? "reading view" : "the problems view"} the next problem is reached, one notice at a time`,
    { vault },
    async (page) => {
      await show(page, mode);
      if (mode === "source") {
        await press(page, "open-problems");
        await page.getByRole("treeitem").first().click({ button: "right" });
        await page.keyboard.press("Escape");
      }
      await press(page, "next-problem");
      expect((await selectionIn(page)).text).toBe("one");
      await page.locator(".cm-selectionBackground").first().waitFor();
      await press(page, "next-problem");
      await page.waitForFunction(
        () => window.host.app.workspace.activeEditor?.editor?.getSelection() !== "one",
      );
      expect((await selectionIn(page)).text).toBe("[[Harbor]]");
      expect(await page.locator(".notice").count()).toBe(1);
    },
  );
}

story("in reading view, what is explained is chosen from all problems", { vault }, async (page) => {
  await show(page, "preview");
  await press(page, "explain-problem");
  await page.getByRole("option", { name: "unresolved-link" }).click();
  await page.getByRole("dialog").getByText("A link leads to a file").waitFor();
});

story("a suggestion is chosen and applied by keyboard", { vault }, async (page) => {
  await show(page, "source");
  await press(page, "next-problem");
  await selectionIn(page);
  await press(page, "next-problem");
  await page.waitForFunction(
    () => window.host.app.workspace.activeEditor?.editor?.getSelection() === "[[Harbor]]",
  );
  await press(page, "fix-problem");
  await page.getByRole("option", { name: 'Link to "Harbour"' }).waitFor();
  await page.keyboard.press("Enter");
  await page.waitForFunction(() =>
    window.host.app.workspace.activeEditor?.editor?.getValue().includes("[[Harbour]]"),
  );
});

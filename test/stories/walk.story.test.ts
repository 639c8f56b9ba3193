import type { Page } from "playwright-core";
import { vaultOfTexts } from "../host/serve/read-vault.mts";
import { openNote, story } from "./story.ts";

const vault = vaultOfTexts("walk", {
  "one.md": "On to [[two]].\n",
  "two.md": "On to [[three]].\n",
  "three.md": "On to [[four]].\n",
  "four.md": "The end.\n",
});

/** Where the keyboard is: the row that is the active one of the tree that has the focus. */
function activeRow(page: Page): Promise<string> {
  return page.evaluate(() => {
    const id = document.activeElement?.getAttribute("aria-activedescendant") ?? "";
    const row = document.getElementById(id);
    return `${row?.getAttribute("aria-level") ?? "?"} ${row?.querySelector(".linkage-list-label")?.textContent ?? ""}`;
  });
}

story(
  "by keyboard from one note to the fourth and back, without leaving the tree",
  { vault },
  async (page) => {
    await openNote(page, "one.md");
    await page.evaluate(() => {
      const { app, pluginId } = window.host;
      app.commands.executeCommandById(`${pluginId}:open-tree`);
    });
    const tree = page.getByRole("tree", { name: "Linkage tree" });
    await tree.getByRole("treeitem").first().waitFor();
    await tree.focus();
    const walk = async (...keys: readonly string[]): Promise<string> => {
      for (const key of keys) await page.keyboard.press(key);
      return activeRow(page);
    };
    expect(await walk("t")).toBe("2 two");
    // In: expand a note, go to its group, and to the next note.
    expect(await walk("ArrowRight", "ArrowRight", "ArrowRight", "ArrowRight")).toBe("4 three");
    expect(await walk("ArrowRight", "ArrowRight", "ArrowRight", "ArrowRight")).toBe("6 four");
    // Out again, the way that one came.
    const left = ["ArrowLeft", "ArrowLeft", "ArrowLeft"];
    expect(await walk(...left)).toBe("4 three");
    expect(await walk("ArrowLeft", ...left)).toBe("2 two");

    // And there: the fourth note is opened, and the tree becomes that of the fourth.
    const right = ["ArrowRight", "ArrowRight", "ArrowRight"];
    expect(await walk(...right, ...right, "ArrowRight")).toBe("6 four");
    await walk("Enter");
    await page.locator(".linkage-view-title", { hasText: "four" }).waitFor();
    expect(await page.evaluate(() => window.host.app.workspace.getActiveFile()?.path)).toBe("four.md");
  },
);

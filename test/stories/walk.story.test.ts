import type { Page } from "playwright-core";
import { vaultOfTexts } from "../host/serve/read-vault.mts";
import { openNote, runCommand, story } from "./story.ts";

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

/** Wait until the keyboard is in the tree of a note. */
async function whenIn(page: Page, note: string): Promise<void> {
  await page.locator(".linkage-view-title", { hasText: note }).waitFor();
  await page.waitForFunction(() => document.activeElement?.matches(".linkage-view [role=tree]") === true);
}

/** Wait until a note is the active one. */
async function whenActive(page: Page, path: string): Promise<void> {
  await page.waitForFunction((wanted) => window.host.app.workspace.getActiveFile()?.path === wanted, path);
}

story("by keyboard from one note to the fourth and back", { vault }, async (page) => {
  await openNote(page, "one.md");
  await runCommand(page, "Open linkage tree");
  await whenIn(page, "one");
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
  await whenActive(page, "four.md");

  // And back, by what links to each.
  for (const [from, to] of [
    ["four", "three"],
    ["three", "two"],
    ["two", "one"],
  ] as const) {
    await runCommand(page, "Open linkage tree");
    await whenIn(page, from);
    expect(await walk("Home", ...(from === "four" ? [] : ["End", "ArrowLeft"]))).toBe("1 backlinks");
    expect(await walk("ArrowRight", "ArrowDown")).toBe(`2 ${to}`);
    await walk("Enter");
    await whenActive(page, `${to}.md`);
  }
});

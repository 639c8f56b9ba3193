import type { Page } from "playwright-core";
import { vaultOfTexts } from "../host/serve/read-vault.mts";
import { openNote, runCommand, story } from "./story.ts";

const vault = vaultOfTexts("right-to-left", {
  "בית.md": "---\ntags: [ים, נמל, ים]\n---\nעל [[נמל]] ועל [[אין כזה]].\n",
  "נמל.md": "חזרה אל [[בית]].\n",
});

/** Where the first and the last character of what an element says stand, and the element's edges, in pixels from the left. */
interface Extent {
  readonly first: number;
  readonly last: number;
  readonly end: number;
  readonly from: number;
  readonly to: number;
}

function extentOf(page: Page, selector: string): Promise<Extent> {
  return page
    .locator(selector)
    .first()
    .evaluate((el) => {
      const text = document.createTreeWalker(el, NodeFilter.SHOW_TEXT).nextNode();
      const length = text?.textContent?.length ?? 0;
      if (!text || length === 0) throw new Error("It says nothing");
      const rectAt = (offset: number): DOMRect => {
        const range = document.createRange();
        range.setStart(text, offset);
        range.setEnd(text, offset + 1);
        return range.getBoundingClientRect();
      };
      const { left: from, right: to } = el.getBoundingClientRect();
      const last = rectAt(length - 1);
      return { first: rectAt(0).left, last: last.left, end: last.right, from, to };
    });
}

/** An English sentence reads from its first character to its full stop, and stands at the right. */
async function expectSentence(page: Page, selector: string): Promise<void> {
  const { first, last, end, from, to } = await extentOf(page, selector);
  expect(first).toBeLessThan(last);
  expect(to - end).toBeLessThan(first - from);
}

story(
  "the app goes from right to left, and what is said in English reads from left to right",
  { vault, isRightToLeft: true },
  async (page) => {
    await openNote(page, "בית.md");
    await runCommand(page, "Linkage: Open problems");
    await page.locator(".linkage-problems [role=treeitem]").first().waitFor();
    await expectSentence(page, ".linkage-problems-counts");

    await runCommand(page, "Linkage: Lint this note");
    await page.locator(".notice-message").first().waitFor();
    const notice = await extentOf(page, ".notice-message");
    expect(notice.first).toBeLessThan(notice.last);

    await runCommand(page, "Linkage: Fix problems in vault");
    await page.locator(".linkage-fixes [role=treeitem]").first().waitFor();
    expect(await page.locator(".linkage-fixes-status[role=status]").innerText()).toBe("1 change in 1 note");
    await expectSentence(page, ".linkage-fixes-status[role=status]");

    await page.evaluate("window.host.openSettings()");
    const description = ".linkage-settings .setting-item-description:not(:empty)";
    await page.locator(description).first().waitFor();
    await expectSentence(page, description);
  },
);

const way = vaultOfTexts("way", {
  "one.md": "On to [[two]].\n",
  "two.md": "On to [[three]].\n",
  "three.md": "",
});

story(
  "the arrow to the left leads into a row where the app goes from right to left",
  { vault: way, isRightToLeft: true },
  async (page) => {
    await openNote(page, "one.md");
    await runCommand(page, "Linkage: Open linkage tree");
    const tree = page.getByRole("tree", { name: "Linkage tree" });
    const row = tree.getByRole("treeitem", { name: /^two/ });
    await row.waitFor();
    const twisty = await row.locator(".linkage-list-twisty").boundingBox();
    const label = await row.locator(".linkage-list-text").boundingBox();
    expect(twisty?.x).toBeGreaterThanOrEqual((label?.x ?? 0) + (label?.width ?? 0));
    await tree.focus();
    await page.keyboard.press("t");
    await page.keyboard.press("ArrowLeft");
    expect(await row.getAttribute("aria-expanded")).toBe("true");
    await page.keyboard.press("ArrowRight");
    expect(await row.getAttribute("aria-expanded")).toBe("false");
  },
);

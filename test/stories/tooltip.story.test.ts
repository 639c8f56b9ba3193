import type { Locator, Page } from "playwright-core";
import { vaultOfTexts } from "../host/serve/read-vault.mts";
import { openNote, story } from "./story.ts";

const name =
  "A very long name of a note about the clock radio and everything that it has ever been told to do";

const vault = vaultOfTexts("tooltip", {
  "a.md": `# A\n\nSee [[${name.toLowerCase().replaceAll(" ", "-")}]].\n`,
  [`${name}.md`]: "[[a]]\n",
});

/** The colours of an element's text and of what is behind it. */
function coloursOf(el: Locator): Promise<readonly string[]> {
  return el.evaluate((node) => {
    const { color, backgroundColor } = getComputedStyle(node);
    return [color, backgroundColor];
  });
}

const places = [
  ["over the text", (page: Page) => page.locator(".cm-lintRange").first()],
  ["beside the gutter's mark", (page: Page) => page.locator(".cm-lint-marker").first()],
] as const;

for (const [where, placeIn] of places) {
  for (const theme of ["dark", "light"] as const) {
    story(
      `the ${theme} theme, ${where}: a problem is told in its colours`,
      { vault, theme },
      async (page) => {
        await openNote(page, "a.md");
        await placeIn(page).hover();
        const tooltip = page.locator(".cm-tooltip");
        await tooltip.waitFor();
        const expected = await page.evaluate(() => {
          const style = "color: var(--text-normal); background-color: var(--background-secondary)";
          const el = document.body.createDiv({ attr: { style } });
          const { color, backgroundColor } = getComputedStyle(el);
          return [color, backgroundColor];
        });
        expect(await coloursOf(tooltip)).toEqual(expected);
        const box = await tooltip.boundingBox();
        const action = await tooltip.locator(".cm-diagnosticAction").first().boundingBox();
        if (!box || !action) throw new Error("The tooltip has no size");
        expect(action.x + action.width).toBeLessThanOrEqual(box.x + box.width);
        await page.getByRole("button", { name: "unresolved-link" }).click();
        await page.getByRole("dialog").waitFor();
        expect(await tooltip.count()).toBe(0);
      },
    );
  }
}

import { readVault, vaultOfTexts } from "../host/serve/read-vault.mts";
import { openNote, runCommand, selectionIn, story } from "./story.ts";

const sample = readVault("test/vaults/journal");
const note = "Notes/Tech_Journal/2026/the clock radio runs zephyr.md";

story("the first lint of the sample vault", { vault: sample }, async (page) => {
  await openNote(page, note);
  await page.locator(".cm-lintRange").first().waitFor();

  await runCommand(page, "Lint vault");
  const tree = page.getByRole("tree", { name: "Problems" });
  await tree.getByRole("treeitem").first().waitFor();
  expect(await page.locator(".notice").last().textContent()).toMatch(/^\d+ problems in \d+ of \d+ notes/);

  await page.getByRole("searchbox", { name: "Filter problems" }).fill("firmware shelf");
  const problem = tree.getByRole("treeitem", { name: /No file matches "firmware shelf".*zephyr/ });
  await problem.click();
  expect(await selectionIn(page)).toMatchObject({ path: note, text: "[[firmware shelf]]" });
});

story(
  "a click lands on the exact range, also in a note that is not open",
  { vault: vaultOfTexts("small", { "a.md": "# A\n\nSee [[nowhere]] and [[b]].\n", "b.md": "" }) },
  async (page) => {
    await runCommand(page, "Lint vault");
    await page
      .getByRole("treeitem", { name: /No file matches "nowhere"/ })
      .last()
      .click();
    await page.locator(".cm-lintRange").first().waitFor();
    expect(await selectionIn(page)).toEqual({ path: "a.md", from: 9, to: 20, text: "[[nowhere]]" });
    expect(await page.locator(".cm-lintRange").first().textContent()).toBe("[[nowhere]]");
  },
);

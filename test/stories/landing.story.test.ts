import { vaultOfTexts } from "../host/serve/read-vault.mts";
import { openNote, runCommand, selectionIn, story } from "./story.ts";

const text = `---
title: A
tags: one
---
# A

See [[nowhere]].

<div class="linkage-tree">
<ul><li>[[lost]]</li></ul>
</div>
`;

const vault = vaultOfTexts("landing", { "a.md": text, "b.md": "" });

/** What a problem says, and what of the text it is about. */
const places = [
  ["the text", 'No file matches "nowhere"', "[[nowhere]]"],
  ["the frontmatter, which live preview shows as properties", '"tags" is a single value', "one"],
  ["an HTML block, which live preview draws", 'No file matches "lost"', "[[lost]]"],
] as const;

for (const [where, said, expected] of places) {
  story(`a problem in ${where}: a click lands there, in sight`, { vault }, async (page) => {
    await openNote(page, "a.md", false);
    await runCommand(page, "Open problems");
    await page.getByRole("treeitem", { name: said }).last().click();
    expect((await selectionIn(page)).text).toBe(expected);
    await page.locator(".cm-selectionBackground").first().waitFor();
    await page.locator(".cm-lintRange", { hasText: expected }).first().waitFor();
  });
}

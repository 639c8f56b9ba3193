import type { Locator, Page } from "playwright-core";
import { vaultOfTexts } from "../host/serve/read-vault.mts";
import { openNote, story } from "./story.ts";

const vault = vaultOfTexts("block", {
  "home.md": `# Home

<div class="linkage-tree">
<ul>
<li>tags<ul><li>#silicon</li></ul></li>
<li>related<ul><li>[[two#Part|the second]]</li><li>[[gone]]</li><li><code>[[code]]</code></li></ul></li>
</ul>
</div>

Words.
`,
  "two.md": "# Part\n\nHere.\n",
});

/** What of the block is a link, where it is shown, and whether it looks unresolved. */
async function links(shown: Locator): Promise<readonly string[]> {
  await shown.locator("a.is-unresolved").waitFor();
  const all = await shown.locator("a").all();
  return Promise.all(
    all.map(async (link) => `${(await link.getAttribute("class")) ?? ""}: ${await link.innerText()}`),
  );
}

const expected = ["tag: #silicon", "internal-link: the second", "internal-link is-unresolved: gone"];

async function activeNote(page: Page): Promise<string | undefined> {
  return page.evaluate(() => window.host.app.workspace.getActiveFile()?.path);
}

story("links in a linkage block open in reading view", { vault }, async (page) => {
  await page.evaluate(async () => {
    const { vault: files, workspace } = window.host.app;
    const file = files.getFileByPath("home.md");
    if (file) await workspace.getLeaf(false).openFile(file, { state: { mode: "preview" } });
  });
  const block = page.locator(".markdown-preview-view .linkage-tree");
  expect(await links(block)).toEqual(expected);
  await block.locator("a", { hasText: "the second" }).click();
  await page.waitForFunction(() => window.host.app.workspace.getActiveFile()?.path === "two.md");
});

story(
  "links in a linkage block open in live preview, and the source stays as it is",
  { vault },
  async (page) => {
    await openNote(page, "home.md", false);
    const block = page.locator(".cm-content .linkage-tree");
    expect(await links(block)).toEqual(expected);
    await page.evaluate(async () => {
      const { vault: files } = window.host.app;
      const file = files.getFileByPath("gone.md") ?? (await files.create("gone.md", ""));
      return file.path;
    });
    await block.locator("a.is-unresolved").waitFor({ state: "detached" });
    const before = await page.evaluate(() => window.host.app.workspace.activeEditor?.editor?.getValue());
    await block.locator("a", { hasText: "the second" }).click();
    await page.waitForFunction(() => window.host.app.workspace.getActiveFile()?.path === "two.md");
    await openNote(page, "home.md", false);
    expect(await activeNote(page)).toBe("home.md");
    expect(await page.evaluate(() => window.host.app.workspace.activeEditor?.editor?.getValue())).toBe(
      before,
    );
  },
);

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

const folders = vaultOfTexts("folders", {
  "a/home.md":
    '# Home\n\n<div class="linkage-tree">\n<ul>\n<li>[[./two]]</li>\n<li>[[./three]]</li>\n</ul>\n</div>\n\nWords.\n',
  "a/two.md": "Here.\n",
  "b/three.md": "There.\n",
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

story("links in live preview go with the plugin, and open when it is back", { vault }, async (page) => {
  await openNote(page, "home.md", false);
  const block = page.locator(".cm-content .linkage-tree");
  expect(await links(block)).toEqual(expected);
  await page.evaluate(() => {
    window.host.app.plugins.disable(window.host.pluginId);
  });
  expect(await block.locator("a").count()).toBe(0);
  expect(await block.innerText()).toContain("[[two#Part|the second]]");
  await page.evaluate(() => window.host.app.plugins.enable(window.host.pluginId));
  expect(await links(block)).toEqual(expected);
  await block.locator("a", { hasText: "the second" }).click();
  await page.waitForFunction(() => window.host.app.workspace.getActiveFile()?.path === "two.md");
});

story("a block in live preview follows its note to another folder", { vault: folders }, async (page) => {
  await openNote(page, "a/home.md", false);
  const block = page.locator(".cm-content .linkage-tree");
  await block.locator("a:not(.is-unresolved)", { hasText: "two" }).waitFor();
  await page.evaluate(async () => {
    const { vault: files, fileManager } = window.host.app;
    const file = files.getFileByPath("a/home.md");
    if (file) await fileManager.renameFile(file, "b/home.md");
  });
  await block.locator("a.is-unresolved", { hasText: "two" }).waitFor();
  await block.locator("a:not(.is-unresolved)", { hasText: "three" }).click();
  await page.waitForFunction(() => window.host.app.workspace.getActiveFile()?.path === "b/three.md");
});

const hand = `---
tags: [silicon, tools]
---
# Bench

On [[two]] and [[home]].

<div class="linkage-tree">
<ul>
  <!-- what it is filed under -->
  <li>tags
    <ul>
      <li>#silicon</li> <!-- since 2020 -->
    </ul>
  </li>
  <li>related
    <ul>
      <li>[[two]]</li>
      <!-- more to come -->
    </ul>
  </li>
</ul>
</div>
`;

story(
  "a block by hand is completed, and one step takes it back",
  { vault: vaultOfTexts("hand", { "bench.md": hand, "two.md": "Two.\n", "home.md": "Home.\n" }) },
  async (page) => {
    await openNote(page, "bench.md", false);
    const text = (): Promise<string | undefined> =>
      page.evaluate(() => window.host.app.workspace.activeEditor?.editor?.getValue());
    await page.waitForFunction(() => {
      const { app, pluginId } = window.host;
      return app.commands.executeCommandById(`${pluginId}:update-block`);
    });
    await page.getByText("Added to the linkage block: 1 tag and 1 link").waitFor();
    expect(await text()).toBe(
      hand
        .replace("since 2020 -->\n", "since 2020 -->\n      <li>#tools</li>\n")
        .replace("[[two]]</li>\n", "[[two]]</li>\n      <li>[[home]]</li>\n"),
    );
    await page.locator(".cm-content .linkage-tree a", { hasText: "home" }).waitFor();
    await page.locator(".cm-content").focus();
    await page.keyboard.press("ControlOrMeta+z");
    await page.waitForFunction(
      (before) => window.host.app.workspace.activeEditor?.editor?.getValue() === before,
      hand,
    );
  },
);

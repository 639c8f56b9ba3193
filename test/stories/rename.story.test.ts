import type { Page } from "playwright-core";
import { vaultOfTexts } from "../host/serve/read-vault.mts";
import { runCommand, story } from "./story.ts";

const block = (name: string): string =>
  `# Home\n\nSee [[${name}]].\n\n<div class="linkage-tree">\n<ul>\n<li>[[${name}#Part|the radio]]</li>\n<li>[[Other]]</li>\n</ul>\n</div>\n`;
const texts = {
  "home.md": block("Clock radio"),
  "a/Other.md": "<p>[[a/Clock radio]]</p>\n",
  "a/Clock radio.md": "# Part\n\n<ul><li>[[./Other]]</li></ul>\n",
};
const always = vaultOfTexts("always", { ...texts, ".obsidian/app.json": '{"alwaysUpdateLinks":true}' });
const asking = vaultOfTexts("asking", texts);

/** Rename as the file explorer does; the app asks in a dialog of its own unless it always updates links. */
async function rename(page: Page, from: string, to: string): Promise<void> {
  await page.evaluate(
    ([old, now]) => {
      const { vault, fileManager } = window.host.app;
      const file = vault.getAbstractFileByPath(old);
      if (file) void fileManager.renameFile(file, now);
    },
    [from, to] as const,
  );
}

async function said(page: Page, path: string): Promise<string> {
  return page.evaluate((at) => window.host.app.vault.adapter.read(at), path);
}

story(
  "links in linkage blocks follow a renamed note, and one command takes that back",
  { vault: always },
  async (page) => {
    await runCommand(page, "Lint vault");
    await page.getByRole("treeitem").first().waitFor();
    await rename(page, "a/Clock radio.md", "Radio.md");
    await page.getByText("Updated 3 links in the HTML of 3 notes").waitFor();
    expect(await said(page, "home.md")).toBe(block("Radio"));
    expect(await said(page, "a/Other.md")).toBe("<p>[[Radio]]</p>\n");
    expect(await said(page, "Radio.md")).toBe("# Part\n\n<ul><li>[[./a/Other]]</li></ul>\n");
    await runCommand(page, "Undo last batch");
    await page.getByText('Undid "rename"').waitFor();
    expect(await said(page, "a/Other.md")).toBe(texts["a/Other.md"]);
  },
);

story("where the app asks, Linkage does so in a notice", { vault: asking }, async (page) => {
  await runCommand(page, "Lint vault");
  await page.getByRole("treeitem").first().waitFor();
  await rename(page, "a/Clock radio.md", "a/Radio.md");
  const notice = page.getByText("2 links in the HTML of 2 notes lead elsewhere since files were renamed");
  await notice.waitFor();
  expect(await said(page, "a/Other.md")).toBe(texts["a/Other.md"]);
  await page.keyboard.press("Escape");
  const list = page.getByRole("tree");
  await list.focus();
  await page.getByRole("button", { name: "Update links" }).click();
  expect(await list.evaluate((el) => el === document.activeElement)).toBe(true);
  await page.getByText("Updated 2 links in the HTML of 2 notes").waitFor();
  expect(await said(page, "a/Other.md")).toBe("<p>[[a/Radio]]</p>\n");
});

import type { Page } from "playwright-core";
import { vaultOfTexts } from "../host/serve/read-vault.mts";
import { runCommand, story } from "./story.ts";

const vault = vaultOfTexts("triage", {
  "a.md": "---\ntags: one\n---\n# A\n\nSee [[some day]], [[nowhere]] and [[b]].\n",
  "b.md": "Back to [[a]], and [[some day]] to [[lost]].\n",
  "linkage.yaml": "# Ours, by hand.\nrules: {}\n",
});

const read = (page: Page, path: string): Promise<string> =>
  page.evaluate((asked) => window.host.app.vault.adapter.read(asked), path);

/** Choose from the menu of the first row that says something. */
async function choose(page: Page, said: RegExp, item: RegExp): Promise<void> {
  await page.getByRole("treeitem", { name: said }).first().click({ button: "right" });
  await page.getByRole("menuitem", { name: item }).click();
}

/** Write what has been shown line by line. */
async function write(page: Page, line: string): Promise<void> {
  const dialog = page.locator(".modal").last();
  await dialog.locator(".linkage-change-added", { hasText: line }).first().waitFor();
  await dialog.getByRole("button", { name: "Write" }).click();
}

story(
  "triage: a sure repair, a placeholder kept, the rest ignored, nothing left",
  { vault },
  async (page) => {
    await runCommand(page, "Open problems");
    await page.getByLabel("Group by").selectOption("note");
    const rows = page.getByRole("tree", { name: "Problems" }).getByRole("treeitem");
    await rows.first().waitFor();

    await choose(page, /^\w+: "tags" is a single value/, /^Write tags:/);
    await rows.filter({ hasText: '"tags" is' }).waitFor({ state: "detached" });
    expect(await read(page, "a.md")).toContain("tags: [one]");

    await choose(page, /"some day"/, /^Keep "some day" as a placeholder/);
    await write(page, "some day");
    await rows.filter({ hasText: "some day" }).first().waitFor({ state: "detached" });

    await choose(page, /"nowhere"/, /^Ignore unresolved-link in this note/);
    await write(page, "unresolved-link");
    await choose(page, /"lost"/, /^Ignore unresolved-link in this note/);
    await write(page, "unresolved-link");
    await page.getByText("No problems in 2 notes").waitFor();
    expect(await read(page, "linkage.yaml")).toMatch(/^# Ours, by hand\.\n/);
  },
);

import type { Locator, Page } from "playwright-core";
import { vaultOfTexts } from "../host/serve/read-vault.mts";
import { openNote, runCommand, story } from "./story.ts";

const shots = process.env["SHOTS"];

async function shoot(page: Page, name: string): Promise<void> {
  if (shots !== undefined) await page.screenshot({ path: `${shots}/${name}.png` });
}

/** What the file at `path` says. */
function said(page: Page, path: string): Promise<string> {
  return page.evaluate((notePath) => window.host.app.vault.adapter.read(notePath), path);
}

/** What the editor of the first tab with a note shows. */
function editorText(page: Page): Promise<string> {
  return page.evaluate(() => {
    const { workspace } = window.host.app;
    const [leaf] = workspace.getLeavesOfType("markdown");
    if (leaf) workspace.setActiveLeaf(leaf);
    return workspace.activeEditor?.editor?.getValue() ?? "";
  });
}

/** The row that starts with these words. */
function row(page: Page, words: RegExp): Locator {
  return page.getByRole("treeitem", { name: words }).first();
}

const crlf = "---\r\ntitle: B\r\ntags: one\r\n---\r\n# B\r\n\r\nSee [[linear regression]] and [[A]].\r\n";
const texts = {
  "Notes/A.md":
    "---\ntitle: A\ntags: one # the only one\n---\n# A\n\nSee [[Linear Regression]], [[Nowhere]] and [[B]].\n",
  "Notes/B.md": crlf,
  "Notes/Linear-Regression.md":
    "---\ntitle: Linear regression\ntags: two\n---\n# Linear regression\n\n[[A]]\n",
  "Inbox/C.md": "---\ntitle: C\n---\n# C\n\n[[A]] [[Nowhere]] [[Linear Regression]]\n",
  "Somewhere.md": "---\ntitle: Somewhere\n---\n# Somewhere\n\n[[A]] [[C]]\n",
};
const vault = vaultOfTexts("fixes", texts);

story("a batch is chosen, applied and undone", { vault }, async (page) => {
  await openNote(page, "Notes/A.md");
  await runCommand(page, "Fix problems in vault");
  const tree = page.getByRole("tree", { name: "Changes to choose from" });
  await tree.getByRole("treeitem").first().waitFor();
  await shoot(page, "fixes-dark");
  await page
    .getByRole("treeitem", { name: /^unresolved-link/ })
    .locator(".linkage-check")
    .click();
  await shoot(page, "fixes-partly");
  await page
    .getByRole("treeitem", { name: /^unresolved-link/ })
    .locator(".linkage-check")
    .click();
  await page.getByRole("button", { name: /^Apply/ }).click();
  await page.getByText(/^Changed \d notes/).waitFor();
  await page.getByText("No sure repairs").waitFor();
  await shoot(page, "fixes-applied");
  // The open note is written in its editor, which the app saves; the other in its file, line ends and all.
  expect(await said(page, "Notes/B.md")).toContain("tags: [one]\r\n");
  await page.getByRole("button", { name: "Undo", exact: true }).click();
  while ((await said(page, "Notes/B.md")) !== crlf) await page.waitForTimeout(50);
  // The open note has its old text in its editor.
  expect(await editorText(page)).toBe(texts["Notes/A.md"]);
});

story("applied by keyboard, and taken back by the command", { vault }, async (page) => {
  const whenFocused = (selector: string): Promise<unknown> =>
    page.waitForFunction((wanted) => document.activeElement?.matches(wanted) === true, selector);
  await runCommand(page, "Fix problems in vault");
  const tree = page.getByRole("tree", { name: "Changes to choose from" });
  await tree.getByRole("treeitem").first().waitFor();
  // A button that has nothing to do any more leads the keyboard to the changes.
  await page.getByRole("button", { name: "Choose none" }).press("Enter");
  await whenFocused("[role=tree]");
  await row(page, /^property-type/)
    .locator(".linkage-check")
    .click();
  await page.getByRole("button", { name: /^Apply/ }).press("Enter");
  await page.getByText(/^Changed \d notes/).waitFor();
  await whenFocused("[role=tree]");
  const undo = page.getByRole("button", { name: "Undo", exact: true });
  expect(await undo.count()).toBe(1);
  await runCommand(page, "Undo last batch");
  await page.getByText('Undid "fix"').waitFor();
  // It has been undone: nothing here says otherwise, nor offers to do so once more.
  await undo.waitFor({ state: "hidden" });
  await page.getByText(/^Changed \d notes/).waitFor({ state: "hidden" });
});

for (const [name, more] of [
  ["light", { theme: "light" }],
  ["narrow", { size: { width: 520, height: 700 } }],
  ["phone", { device: "phone" }],
] as const)
  story(`the preview, ${name}`, { vault, ...more }, async (page) => {
    await page.waitForFunction(() => {
      const { app, pluginId } = window.host;
      return app.commands.executeCommandById(`${pluginId}:fix-vault`);
    });
    await page.getByRole("treeitem").first().waitFor();
    await page.getByRole("treeitem").nth(1).click();
    await shoot(page, `fixes-${name}`);
    // A repair is cut only where nothing is left of what is said behind it.
    for (const text of await page.locator("[aria-level='3'] .linkage-list-text").all())
      expect(
        await text.evaluate((el) => {
          const [label, where] = el.children;
          if (!label || !where || label.scrollWidth <= label.clientWidth) return true;
          return where.getBoundingClientRect().top >= el.getBoundingClientRect().bottom;
        }),
      ).toBe(true);
  });

story(
  "a note that is edited meanwhile is shown as it is now, and what was left out stays so",
  { vault },
  async (page) => {
    await openNote(page, "Notes/A.md");
    await runCommand(page, "Fix this note");
    await row(page, /^Write/)
      .locator(".linkage-check")
      .click();
    await page.evaluate(() => {
      const [leaf] = window.host.app.workspace.getLeavesOfType("markdown");
      if (leaf) window.host.app.workspace.setActiveLeaf(leaf);
      window.host.app.workspace.activeEditor?.editor?.replaceRange("\nAlso [[linear regression]].\n", {
        line: 7,
        ch: 0,
      });
    });
    await page.locator(".workspace-tab-header").filter({ hasText: "Fixes" }).click();
    await page.getByText("2 of 3 changes in 1 note chosen").waitFor();
    await page.getByRole("region", { name: "What would change" }).getByText("Also").first().waitFor();
    await page.getByRole("button", { name: "Apply 2 changes" }).click();
    await page.getByText("Changed 1 note").waitFor();
    expect(await editorText(page)).toBe(
      "---\ntitle: A\ntags: one # the only one\n---\n# A\n\nSee [[Linear-Regression|Linear Regression]], [[Nowhere]] and [[B]].\n" +
        "\nAlso [[Linear-Regression|linear regression]].\n",
    );
  },
);

story("all links to a missing target are led to a note that is searched for", { vault }, async (page) => {
  await openNote(page, "Notes/A.md");
  await page.evaluate(() => {
    const { editor } = window.host.app.workspace.activeEditor ?? {};
    editor?.setCursor(editor.offsetToPos(editor.getValue().indexOf("Nowhere")));
  });
  await runCommand(page, "Repair all links to this target");
  await page.keyboard.type("somewh");
  await page.getByRole("option", { name: "Somewhere.md" }).waitFor();
  await page.keyboard.press("Enter");
  await page.getByText('Links to "Nowhere" lead to "Somewhere"').waitFor();
  await shoot(page, "fixes-target");
  await page.getByRole("button", { name: "Apply 2 changes" }).click();
  await page.getByText("Changed 2 notes").waitFor();
  expect(await said(page, "Inbox/C.md")).toContain("[[Somewhere|Nowhere]]");
});

story("all links to a missing target become plain text, from the problems view", { vault }, async (page) => {
  await runCommand(page, "Open problems");
  await page
    .getByRole("treeitem", { name: /unresolved-link/ })
    .first()
    .press("ArrowRight");
  await page
    .getByRole("treeitem", { name: /Nowhere/ })
    .first()
    .click({ button: "right" });
  await page.getByText('Repair all links to "Nowhere"').click();
  await page.keyboard.type("As plain");
  await page.keyboard.press("Enter");
  await page.getByRole("button", { name: "Apply 2 changes" }).click();
  await page.getByText("Changed 2 notes").waitFor();
  expect(await said(page, "Inbox/C.md")).toContain("[[A]] Nowhere [[Linear Regression]]");
});

story("where nothing can be kept for an undo, it is asked first", { vault }, async (page) => {
  await page.evaluate(() => {
    IDBFactory.prototype.open = () => {
      throw new Error("There is no database");
    };
  });
  await runCommand(page, "Fix problems in vault");
  await page.getByRole("button", { name: "Apply 6 changes" }).click();
  await page.getByRole("dialog").getByText("What can be undone cannot be kept").waitFor();
  await page.getByRole("dialog").getByRole("button", { name: "Cancel" }).click();
  await page.getByRole("button", { name: "Apply 6 changes" }).waitFor();
  expect(await said(page, "Notes/B.md")).toBe(crlf);
  await page.getByRole("button", { name: "Apply 6 changes" }).click();
  await page.getByRole("button", { name: "Apply without undo" }).click();
  await page.getByText("Changed 4 notes").waitFor();
  expect(await said(page, "Notes/B.md")).toContain("tags: [one]\r\n");
  expect(await page.getByRole("button", { name: "Undo", exact: true }).count()).toBe(0);
});

story("a note that is open twice is changed in both editors, each in one step", { vault }, async (page) => {
  await page.evaluate(async () => {
    const { vault: files, workspace } = window.host.app;
    const file = files.getFileByPath("Notes/A.md");
    for (const leaf of [workspace.getLeaf("tab"), workspace.getLeaf("split")])
      if (file) await leaf.openFile(file, { state: { mode: "source", source: true } });
  });
  await runCommand(page, "Fix problems in vault");
  await page.getByRole("button", { name: "Apply 6 changes" }).click();
  await page.getByText("Changed 4 notes").waitFor();
  const shown = await page.evaluate(() =>
    window.host.app.workspace.getLeavesOfType("markdown").map((leaf) => {
      const { workspace } = window.host.app;
      workspace.setActiveLeaf(leaf);
      const { editor } = workspace.activeEditor ?? {};
      const after = editor?.getValue() ?? "";
      editor?.undo();
      return [after, editor?.getValue() ?? ""];
    }),
  );
  const after = texts["Notes/A.md"]
    .replace("tags: one", "tags: [one]")
    .replace("[[Linear Regression]]", "[[Linear-Regression|Linear Regression]]");
  expect(shown).toEqual([
    [after, texts["Notes/A.md"]],
    [after, texts["Notes/A.md"]],
  ]);
});

story("what is typed in the moment of applying is left as it is, and told", { vault }, async (page) => {
  await openNote(page, "Notes/A.md");
  await runCommand(page, "Fix problems in vault");
  await page.getByRole("button", { name: "Apply 6 changes" }).waitFor();
  const typed = await page.evaluate(() => {
    const [leaf] = window.host.app.workspace.getLeavesOfType("markdown");
    if (leaf) window.host.app.workspace.setActiveLeaf(leaf);
    const { editor } = window.host.app.workspace.activeEditor ?? {};
    editor?.replaceRange("Typed\n", { line: 7, ch: 0 });
    const apply = [...document.querySelectorAll("button")].find(
      (each) => each.textContent === "Apply 6 changes",
    );
    apply?.click();
    return editor?.getValue();
  });
  await page.locator(".workspace-tab-header").filter({ hasText: "Fixes" }).click();
  await page.getByText("Changed 3 notes").waitFor();
  await page.getByText("Left 1 note: It has changed meanwhile").waitFor();
  expect(await editorText(page)).toBe(typed);
});

story(
  "a phone: from the problems' menu, the preview is not left behind the drawer",
  { vault, device: "phone" },
  async (page) => {
    await page.waitForFunction(() => {
      const { app, pluginId } = window.host;
      return app.commands.executeCommandById(`${pluginId}:open-problems`);
    });
    await page.getByRole("treeitem").first().click({ button: "right" });
    await page.getByText("Fix these problems…").click();
    await page.getByRole("button", { name: /^Apply/ }).waitFor();
    await page.locator(".workspace-drawer.mod-right").waitFor({ state: "hidden", timeout: 5000 });
  },
);

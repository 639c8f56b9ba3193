import type { Page } from "playwright-core";
import { vaultOfTexts } from "../host/serve/read-vault.mts";
import { openNote, runCommand, selectionIn, story } from "./story.ts";

const vault = vaultOfTexts("windows", { "a.md": "# A\n\nSee [[nowhere]].\n", "b.md": "[[lost]]\n" });

/** Do something that opens a window; gives the window. */
async function popout(page: Page, open: () => Promise<unknown>): Promise<Page> {
  const [window] = await Promise.all([page.context().waitForEvent("page"), open()]);
  return window;
}

story("a note in a window of its own is underlined there, too", { vault }, async (page) => {
  const window = await popout(page, () =>
    page.evaluate(async () => {
      const { vault: files, workspace } = globalThis.window.host.app;
      const file = files.getFileByPath("a.md");
      if (file) await workspace.openPopoutLeaf().openFile(file, { state: { mode: "source", source: true } });
    }),
  );
  await window.locator(".cm-lintRange", { hasText: "[[nowhere]]" }).waitFor();
  await window.locator(".cm-content").click();
  await window.keyboard.press("Control+End");
  await window.keyboard.type("[[gone]] ");
  await window.locator(".cm-lintRange", { hasText: "[[gone]]" }).waitFor();
});

const views = [
  { type: "linkage-problems", command: "Open problems", label: "Problems" },
  { type: "linkage-tree", command: "Open linkage tree", label: "Linkage tree" },
  { type: "linkage-fixes", command: "Fix problems in vault", label: "Changes to choose from" },
] as const;

const linked = vaultOfTexts("linked", {
  "a.md": "---\ntags: one\n---\n# A\n\nSee [[nowhere]] and [[b]].\n",
  "b.md": "---\ntags: two\n---\nBack to [[a]], and [[lost]].\n",
  "Tide-Tables.md": "# Tide tables\n\n[[b]]\n",
  "Harbour-Lights.md": "# Harbour lights\n\n[[b]]\n",
});

/** Go through a tree by keyboard and mouse, in the window that it is in. */
async function use(window: Page, label: string): Promise<void> {
  const tree = window.getByRole("tree", { name: label });
  await tree.focus();
  const active = tree.locator("[role=treeitem][aria-selected=true]");
  await window.keyboard.press("End");
  const last = await active.getAttribute("id");
  await window.keyboard.press("Home");
  expect(await active.getAttribute("id")).not.toBe(last);
  expect(await tree.getAttribute("aria-activedescendant")).toBe(await active.getAttribute("id"));
  const isExpanded = await active.getAttribute("aria-expanded");
  await active.locator(".linkage-list-twisty").click();
  expect(await active.getAttribute("aria-expanded")).toBe(isExpanded === "true" ? "false" : "true");
  await active.locator(".linkage-list-twisty").click();
  await window.keyboard.press("End");
  await window.keyboard.press("Shift+F10");
  await window.getByRole("menu").waitFor();
  await window.keyboard.press("Escape");
  await window.getByRole("menu").waitFor({ state: "detached" });
}

/** Write a link in the note, which is in the main window; the view has it wherever that is. */
async function write(page: Page, link: string, window: Page, label: string): Promise<void> {
  await page.locator(".cm-content").click();
  await page.keyboard.press("Control+End");
  await page.keyboard.type(`And [[${link}]]. `);
  await window.getByRole("tree", { name: label }).getByText(link).first().waitFor();
}

for (const { type, command, label } of views)
  story(
    `"${label}" is moved to a window of its own and back, and works there and here`,
    { vault: linked },
    async (page) => {
      await openNote(page, "a.md");
      await runCommand(page, command);
      await page.getByRole("tree", { name: label }).getByRole("treeitem").first().waitFor();
      // The note's tab must be seen, also where the view has come in front of it.
      await page.evaluate(async () => {
        const { workspace } = globalThis.window.host.app;
        const [leaf] = workspace.getLeavesOfType("markdown");
        if (leaf) await workspace.revealLeaf(leaf);
      });
      const window = await popout(page, () =>
        page.evaluate((wanted) => {
          const { workspace } = globalThis.window.host.app;
          const [leaf] = workspace.getLeavesOfType(wanted);
          if (leaf) workspace.moveLeafToPopout(leaf);
        }, type),
      );
      await use(window, label);
      await write(page, "Tide Tables", window, label);

      await page.evaluate((wanted) => {
        const { workspace } = globalThis.window.host.app;
        const [leaf] = workspace.getLeavesOfType(wanted);
        if (leaf) workspace.dragToMain(leaf);
      }, type);
      await use(page, label);
      await write(page, "Harbour Lights", page, label);
    },
  );

story("a problem is opened from the problems view in a window of its own", { vault }, async (page) => {
  await openNote(page, "b.md");
  await runCommand(page, "Open problems");
  await page.getByRole("treeitem").first().waitFor();
  const window = await popout(page, () =>
    page.evaluate(() => {
      const { workspace } = globalThis.window.host.app;
      const [leaf] = workspace.getLeavesOfType("linkage-problems");
      if (leaf) workspace.moveLeafToPopout(leaf);
    }),
  );
  const tree = window.getByRole("tree", { name: "Problems" });
  await tree
    .getByRole("treeitem", { name: /"lost"/ })
    .last()
    .click({ button: "right" });
  await window.getByRole("menuitem", { name: "Open", exact: true }).click();
  expect(await selectionIn(page)).toMatchObject({ path: "b.md", text: "[[lost]]" });
});

story("a view in a tab that is not seen is loaded when it is shown", { vault }, async (page) => {
  const deferred = await page.evaluate(async () => {
    const { workspace } = globalThis.window.host.app;
    await workspace.changeLayout({
      left: [],
      main: [{ type: "empty" }],
      right: [{ type: "file-explorer" }, { type: "linkage-problems", state: { grouping: "note" } }],
    });
    return workspace.getLeavesOfType("linkage-problems").map((leaf) => leaf.isDeferred);
  });
  expect(deferred).toEqual([true]);
  await runCommand(page, "Open problems");
  await page.getByRole("treeitem").first().waitFor();
  expect(await page.getByLabel("Group by").inputValue()).toBe("note");
});

const many = vaultOfTexts("many", {
  "a.md": Array.from({ length: 40 }, (_, at) => `[[missing ${String(at)}]]\n`).join(""),
});

story(
  "a list that is moved to a window of its own is drawn to the window's end",
  { vault: many },
  async (page) => {
    await openNote(page, "a.md");
    await runCommand(page, "Linkage: Open problems");
    await page.locator(".linkage-problems [role=treeitem]").first().waitFor();
    const window = await popout(page, () =>
      page.evaluate(() => {
        const { workspace } = globalThis.window.host.app;
        const [leaf] = workspace.getLeavesOfType("linkage-problems");
        if (leaf) workspace.moveLeafToPopout(leaf);
      }),
    );
    await window.waitForFunction(() => {
      const list = document.querySelector(".linkage-problems .linkage-list");
      const rows = [...(list?.querySelectorAll("[role=treeitem]") ?? [])];
      const end = Math.max(...rows.map((row) => row.getBoundingClientRect().bottom));
      return list !== null && list.clientHeight > 0 && end >= list.getBoundingClientRect().bottom;
    });
  },
);

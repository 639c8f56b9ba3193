import type { Page } from "playwright-core";
import { vaultOfTexts } from "../host/serve/read-vault.mts";
import { openNote, runCommand, story } from "./story.ts";

/** A plugin as somebody else would write it, as the body of its main.js: the host must do for it what the app does. */
function visitor(
  this: unknown,
  require: (id: string) => Record<string, never>,
  module: { exports: unknown },
): void {
  interface Tab {
    plugin: Visitor;
  }
  interface Visitor {
    app: unknown;
    settings: Record<string, unknown>;
    loadData(): Promise<Record<string, unknown> | null>;
    addSettingTab(tab: unknown): void;
    addCommand(command: object): void;
    registerMarkdownPostProcessor(process: (el: HTMLElement) => void): void;
    registerCliHandler(name: string, description: string, flags: null, run: (params: object) => string): void;
  }
  const obsidian = require("obsidian") as unknown as {
    Plugin: new () => Visitor;
    PluginSettingTab: new (app: unknown, plugin: unknown) => Tab;
    ConfirmationModal: new (app: unknown) => {
      setTitle(title: string): void;
      addButton(
        make: (button: { setButtonText(text: string): { onClick(run: () => void): void } }) => void,
      ): void;
      addCancelButton(): void;
      open(): void;
    };
    Notice: new (message: string) => unknown;
  };
  class VisitorTab extends obsidian.PluginSettingTab {
    getSettingDefinitions(): object[] {
      return [
        { name: "Live", desc: "Lint while writing", control: { type: "toggle", key: "live" } },
        {
          name: "Delay",
          visible: () => this.plugin.settings["live"] === true,
          control: {
            type: "number",
            key: "delay",
            validate: (value: number) => (value < 0 ? "Less than nothing, expected 0 or more" : undefined),
          },
        },
        {
          type: "page",
          name: "More",
          items: [{ type: "list", heading: "Ignored", emptyState: "Nothing is ignored", items: [] }],
        },
      ];
    }
  }
  module.exports = {
    default: class extends obsidian.Plugin {
      async onload(): Promise<void> {
        this.settings = (await this.loadData()) ?? { live: false, delay: 300 };
        this.addSettingTab(new VisitorTab(this.app, this));
        this.addCommand({
          id: "ask",
          name: "Ask",
          callback: () => {
            const modal = new obsidian.ConfirmationModal(this.app);
            modal.setTitle("Sure?");
            modal.addButton((button) => {
              button.setButtonText("Yes").onClick(() => {
                new obsidian.Notice("Yes it is");
              });
            });
            modal.addCancelButton();
            modal.open();
          },
        });
        this.registerMarkdownPostProcessor((el) => {
          for (const div of el.querySelectorAll("div.mark")) div.setAttribute("data-seen", "true");
        });
        this.registerCliHandler("visitor:echo", "Echo", null, (params) => JSON.stringify(params));
      }
    },
  };
}

/** Switch the visitor on in the page. */
async function invite(page: Page): Promise<void> {
  const manifest = { id: "visitor", name: "Visitor", version: "1.0.0", minAppVersion: "1.13.0" };
  await page.evaluate(
    async ([body, said]) => {
      const { plugins } = window.host.app;
      plugins.install({ manifest: said, css: "", main: `(${body})(require, module, exports);` });
      await plugins.enable("visitor");
    },
    [visitor.toString(), manifest] as const,
  );
}

const text = `# One

See [[b]] and [[gone]], #tag. %% not shown %%

<div class="mark" onclick="alert(1)">
[[b]] <b>bold</b>
<script>alert(1)</script>
</div>

| a | b |
|---|---|
| [[b\\|shown]] | x |
`;

const vault = vaultOfTexts("host", { "a.md": text, "b.md": "# Page of b\n" });

story("settings are drawn as declared, checked and kept", { vault }, async (page) => {
  await invite(page);
  await runCommand(page, "Open settings");
  await page.getByRole("tab", { name: "Visitor" }).click();
  const delay = page.getByLabel("Delay");
  expect(await delay.isVisible()).toBe(false);
  await page.getByLabel("Live").check();
  await delay.waitFor();
  await delay.fill("-1");
  await page.getByRole("alert").waitFor();
  expect(await page.getByRole("alert").textContent()).toBe("Less than nothing, expected 0 or more");
  await delay.fill("20");
  await page.getByRole("alert").waitFor({ state: "detached" });
  await page.getByRole("dialog").getByRole("button", { name: /^More/ }).click({ timeout: 5000 });
  await page.getByText("Nothing is ignored").waitFor();
  const kept = await page.evaluate(() =>
    window.host.app.vault.adapter.read(".obsidian/plugins/visitor/data.json"),
  );
  expect(JSON.parse(kept)).toEqual({ live: true, delay: 20 });
});

story("a confirmation is answered by keyboard", { vault }, async (page) => {
  await invite(page);
  await runCommand(page, "Ask");
  await page.getByRole("dialog", { name: "Sure?" }).waitFor();
  await page.getByRole("button", { name: "Yes" }).focus();
  await page.keyboard.press("Enter");
  await page.getByText("Yes it is").waitFor();
  expect(await page.getByRole("dialog").count()).toBe(0);
  expect(await page.evaluate(() => window.host.runCli("visitor:echo", { path: "a" }))).toBe('{"path":"a"}');
});

story("reading view: links, tags, tables, cleaned HTML without Markdown in it", { vault }, async (page) => {
  await invite(page);
  await page.evaluate(async () => {
    const leaf = window.host.app.workspace.getLeaf(false);
    await leaf.setViewState({ type: "markdown", active: true, state: { file: "a.md", mode: "preview" } });
  });
  const view = page.locator(".workspace-leaf .markdown-preview-view");
  await view.locator("h1", { hasText: "One" }).waitFor();
  expect(await view.locator("a.internal-link.is-unresolved").allTextContents()).toEqual(["gone"]);
  expect(await view.locator("td a.internal-link").textContent()).toBe("shown");
  expect(await view.locator("a.tag").textContent()).toBe("#tag");
  expect(await view.getByText("not shown").count()).toBe(0);
  const html = view.locator("div.mark");
  expect(await html.textContent()).toContain("[[b]] bold");
  expect(await html.locator("a, script").count()).toBe(0);
  expect(await html.getAttribute("onclick")).toBeNull();
  expect(await html.getAttribute("data-seen")).toBe("true");

  await page.keyboard.down("Control");
  await view.locator("p a.internal-link", { hasText: "b" }).hover();
  await page.keyboard.up("Control");
  await page.locator(".hover-popover h1", { hasText: "Page of b" }).waitFor();
  await view.locator("p a.internal-link", { hasText: "b" }).click();
  await view.locator("h1", { hasText: "Page of b" }).waitFor();
});

story("files: a menu, a new tab, and links that follow a rename", { vault }, async (page) => {
  await page
    .locator(".nav-file-title", { hasText: "a" })
    .first()
    .click({ modifiers: ["Control"] });
  await page.locator('.workspace-tab-header[aria-label="a"]').waitFor();
  await page.evaluate(async () => {
    const { vault: files, fileManager, metadataCache } = window.host.app;
    while (!metadataCache.isIdle()) await new Promise((resolve) => window.setTimeout(resolve, 10));
    await files.adapter.mkdir(".obsidian");
    await files.adapter.write(".obsidian/app.json", JSON.stringify({ alwaysUpdateLinks: true }));
    const file = files.getFileByPath("b.md");
    if (file) await fileManager.renameFile(file, "c.md");
  });
  const written = await page.evaluate(() => window.host.app.vault.adapter.read("a.md"));
  expect(written).toBe(text.replace("See [[b]]", "See [[c]]").replace("[[b\\|shown]]", "[[c\\|shown]]"));
});

const misspelt = vaultOfTexts("misspelt", { "a.md": "# A\n\nSee [[nowhere]].\n" });

story("the palette has first what is called as it is typed", { vault: misspelt }, async (page) => {
  await openNote(page, "a.md");
  // At a problem, so that "Explain this problem", which has the letters as well, can be run.
  await page.evaluate(() => {
    window.host.app.workspace.activeEditor?.editor?.setCursor({ line: 2, ch: 7 });
  });
  await page.keyboard.press("Control+p");
  await page.keyboard.type("Next problem");
  await page.getByRole("option", { name: "Explain this problem" }).waitFor();
  expect(await page.getByRole("option").first().textContent()).toBe("Linkage: Next problem");
});

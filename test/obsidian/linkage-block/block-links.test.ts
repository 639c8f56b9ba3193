/** @jest-environment jsdom */
import { Plugin } from "obsidian-test-mocks/obsidian";
import type { MarkdownPostProcessorContext } from "obsidian";
import { BlockLinks, blocksIn } from "../../../src/obsidian/linkage-block/block-links.ts";
import type { LiveVault } from "../../../src/obsidian/live-vault.ts";
import { appOf, liveVaultOf, nextChange } from "../app.ts";
import { enable } from "../enabled-plugin.ts";
import { settle } from "../list-view.ts";

/** A block as the app renders it, with these items. */
function rendered(...items: readonly (string | HTMLElement)[]): HTMLElement {
  const el = createDiv();
  const list = el.createDiv("linkage-tree").createEl("ul");
  for (const item of items) list.createEl("li").append(item);
  return el;
}

/** What is shown: links in brackets, a `!` before those that look unresolved. */
function drawn(el: HTMLElement): string {
  const copy = el.cloneNode(true) as HTMLElement;
  for (const link of Array.from(copy.querySelectorAll("a")))
    link.replaceWith(`${link.hasClass("is-unresolved") ? "!" : ""}[${link.textContent}]`);
  return Array.from(copy.querySelectorAll("li"), ({ textContent }) => textContent).join("\n");
}

async function show(el: HTMLElement, vault: LiveVault, path = "home.md"): Promise<BlockLinks> {
  const [block] = blocksIn(el);
  if (!block) throw new RangeError("There is no block");
  const links = new BlockLinks(block, () => path, vault);
  links.load();
  await vault.ready;
  return links;
}

test("what is written in brackets becomes links, and follows what the vault has", async () => {
  const app = appOf({ "home.md": "", "two.md": "" });
  const vault = await liveVaultOf(app);
  const el = rendered("[[two|Second]] and [[three]]", "#tag", "words");
  await show(el, vault);
  expect(drawn(el)).toBe("[Second] and ![three]\n[#tag]\nwords");
  const change = nextChange(vault);
  await app.vault.create("three.md", "");
  await change;
  expect(drawn(el)).toBe("[Second] and [three]\n[#tag]\nwords");
});

test("what a draft and an unknown tag are stands behind them, as long as they are", async () => {
  const items = ["[[two]]", "#ai act", "#gone – why", "#c++"];
  const block = `<div class="linkage"><ul>${items.map((item) => `<li>${item}</li>`).join("")}</ul></div>`;
  const app = appOf({
    "home.md": `---\ntags: [ai, c++]\n---\n${block}\n`,
    "two.md": "---\ndraft: true\n---\n",
  });
  const vault = await liveVaultOf(app);
  const el = rendered(...items);
  await show(el, vault);
  expect(drawn(el)).toBe("[two]draft\n[#ai] act\n[#gone]unknown tag – why\n[#c]++");
  const problems = Array.from(
    el.querySelectorAll(".linkage-flair-problem"),
    ({ textContent }) => textContent,
  );
  expect(problems).toEqual(["unknown tag"]);
  const change = nextChange(vault);
  vault.setText("two.md", "");
  vault.setText("home.md", `---\ntags: [ai, c++, Gone]\n---\n${block}\n`);
  await change;
  expect(drawn(el)).toBe("[two]\n[#ai] act\n[#gone] – why\n[#c]++");
});

test("links and code that are there already stay, and text is never markup", async () => {
  const vault = await liveVaultOf(appOf({ "home.md": "" }));
  const code = createEl("code", { text: "[[two]]" });
  const el = rendered(code, createEl("a", { text: "[[two]]" }), "[[<img src=x onerror=alert(1)>|<b>]]");
  await show(el, vault);
  expect(code.querySelector("a")).toBeNull();
  expect(el.querySelectorAll("a a, img, b")).toHaveLength(0);
  expect(drawn(el)).toContain("![<b>]");
});

test("of a block within another there is one", () => {
  const el = rendered("[[two]]");
  el.querySelector("li")?.createDiv("linkage");
  expect(blocksIn(el)).toHaveLength(1);
});

test.each([
  [true, 1],
  [false, 0],
])("what reading view renders is completed: %s", async (blockLinks, expected) => {
  const registered = jest.spyOn(Plugin.prototype, "registerMarkdownPostProcessor");
  const plugin = enable(appOf({ "home.md": "" }), { blockLinks });
  await settle();
  const children: unknown[] = [];
  const context = { sourcePath: "home.md", addChild: (child: unknown) => children.push(child) };
  const [process] = registered.mock.calls[0] ?? [];
  void process?.(rendered("[[two]]"), context as unknown as MarkdownPostProcessorContext);
  expect(process).toBeDefined();
  expect(children).toHaveLength(expected);
  plugin.unload();
});

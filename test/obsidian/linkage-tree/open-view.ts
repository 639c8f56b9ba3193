import type { App, TFile } from "obsidian-test-mocks/obsidian";
import { LinkageView } from "../../../src/obsidian/linkage-tree/linkage-view.ts";
import type { TreeSource } from "../../../src/obsidian/linkage-tree/tree-source.ts";
import { TreeMemory } from "../../../src/obsidian/linkage-tree/tree-memory.ts";
import { fileAt, liveVaultOf, original } from "../app.ts";
import { click, one, openInPage, press, settledAfter, treeItems } from "../list-view.ts";
import type { LiveVault } from "../../../src/obsidian/live-vault.ts";

/** A linkage tree view that tests open and look into. */
export class OpenTree extends LinkageView {
  start(state: Readonly<Record<string, unknown>>): Promise<void> {
    return openInPage(this, () => this.onOpen(), state);
  }

  /** Have the tree be wanted otherwise, as its menu does. */
  changeState(said: Readonly<Record<string, unknown>>): void {
    this["change"](said);
  }

  get tree(): HTMLElement {
    return one(this.contentEl, "[role=tree]");
  }

  get title(): string {
    return this.one(".linkage-view-root").textContent;
  }

  get message(): string {
    return this.one("[role=status]").textContent;
  }

  one(selector: string): HTMLElement {
    return one(this.contentEl, selector);
  }

  rows(): readonly HTMLElement[] {
    return treeItems(this.contentEl);
  }

  /** What the rows say, indented by level; `>` before the active one, `+` before one that can be expanded. */
  drawn(): string {
    const lines = this.rows().map((row) => {
      const text = Array.from(
        row.querySelectorAll(".linkage-list-text > *, .linkage-view-mark, .linkage-list-count"),
      );
      const mark = row.getAttribute("aria-selected") === "true" ? "> " : "";
      const plus = row.getAttribute("aria-expanded") === "false" ? "+ " : "";
      const indent = "  ".repeat(Number(row.getAttribute("aria-level")) - 1);
      return indent + mark + plus + text.map((each) => each.textContent).join(" · ");
    });
    return lines.join("\n");
  }

  /** The first row whose label is `text`. */
  row(text: string): HTMLElement {
    const row = this.rows().find((each) => each.querySelector(".linkage-list-label")?.textContent === text);
    if (!row) throw new RangeError(`No row says "${text}", but ${this.drawn()}`);
    return row;
  }

  /** The button with this name. */
  button(label: string): HTMLElement {
    return this.one(`button[aria-label="${label}"]`);
  }

  async search(text: string): Promise<void> {
    const input = this.contentEl.querySelector("input");
    if (!input) throw new RangeError("The view has no search");
    input.value = text;
    input.dispatchEvent(new Event("input"));
    await settledAfter(180);
  }

  /** Press keys one after another; `Mod-` and `Shift-` go before a key's name. */
  press(...keys: readonly string[]): void {
    press(this.tree, keys);
  }

  click(el: HTMLElement, type?: string, said?: MouseEventInit): void {
    click(el, type, said);
  }

  /** Expand or collapse a row by the mouse. */
  twist(text: string): void {
    const twisty = this.row(text).querySelector<HTMLElement>(".linkage-list-twisty");
    if (twisty) this.click(twisty);
  }
}

/** What the trees of an app remember: it lasts longer than its views. */
export function memoryOf(app: App): TreeMemory {
  let memory = memories.get(app);
  if (!memory) {
    memories.set(app, (memory = new TreeMemory(original(app))));
    memory.load();
  }
  return memory;
}

/** The plugin begins anew, with what was kept. */
export function restart(app: App): void {
  memories.delete(app);
}

const memories = new Map<App, TreeMemory>();

/** An open view in an app whose active file is at `active`. */
export async function openTree(
  app: App,
  active: string | null,
  state: Readonly<Record<string, unknown>> = {},
  source?: TreeSource,
): Promise<OpenTree> {
  activate(app, active);
  const view = new OpenTree(
    app.workspace.getLeaf("tab").asOriginalType3__(),
    source ?? (await liveVaultOf(app)),
    memoryOf(app),
  );
  await view.start(state);
  return view;
}

/** A view and the vault that it shows. */
export async function openTreeOf(
  app: App,
  active: string,
  state: Readonly<Record<string, unknown>> = {},
): Promise<{ readonly view: OpenTree; readonly vault: LiveVault }> {
  const vault = await liveVaultOf(app);
  return { vault, view: await openTree(app, active, state, vault) };
}

/** Make a file the active one, or none, and tell of it. */
export function activate(app: App, path: string | null): void {
  const file: TFile | null = path === null ? null : fileAt(app, path);
  jest.spyOn(app.workspace, "getActiveFile").mockReturnValue(file);
  app.workspace.trigger("file-open", file);
}

/** Longer than changes are gathered. */
export function afterUpdate(): Promise<void> {
  return settledAfter(80);
}

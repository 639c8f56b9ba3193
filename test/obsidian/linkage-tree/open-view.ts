import type { App, TFile } from "obsidian-test-mocks/obsidian";
import type { ViewStateResult } from "obsidian";
import { LinkageView } from "../../../src/obsidian/linkage-tree/linkage-view.ts";
import type { TreeSource } from "../../../src/obsidian/linkage-tree/tree-source.ts";
import { TreeMemory } from "../../../src/obsidian/linkage-tree/tree-memory.ts";
import { fileAt, liveVaultOf, original } from "../app.ts";
import { settle } from "../problems/open-view.ts";
import type { LiveVault } from "../../../src/obsidian/live-vault.ts";

/** A linkage tree view that tests open and look into. */
export class OpenTree extends LinkageView {
  async start(state: Readonly<Record<string, unknown>> = {}): Promise<void> {
    document.body.append(this.containerEl);
    this.load();
    await this.onOpen();
    const result: ViewStateResult = { history: false };
    await this.setState(state, result);
    await settle();
  }

  /** Have the tree be wanted otherwise, as its menu does. */
  changeState(said: Readonly<Record<string, unknown>>): void {
    this["change"](said);
  }

  get tree(): HTMLElement {
    return this.one("[role=tree]");
  }

  get title(): string {
    return this.one(".linkage-view-root").textContent;
  }

  get message(): string {
    return this.one("[role=status]").textContent;
  }

  one(selector: string): HTMLElement {
    const el = this.contentEl.querySelector<HTMLElement>(selector);
    if (!el) throw new RangeError(`The view has no ${selector}`);
    return el;
  }

  rows(): readonly HTMLElement[] {
    return Array.from(this.contentEl.querySelectorAll<HTMLElement>("[role=treeitem]"));
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
    await wait(180);
  }

  /** Press keys one after another; `Mod-` and `Shift-` go before a key's name. */
  press(...keys: readonly string[]): void {
    this.tree.focus();
    for (const said of keys) {
      const key = said.replace(/^(?:Mod|Shift)-/, "");
      const modifiers = { ctrlKey: said.startsWith("Mod-"), shiftKey: said.startsWith("Shift-") };
      const event = new KeyboardEvent("keydown", { key, ...modifiers, bubbles: true, cancelable: true });
      this.tree.dispatchEvent(event);
    }
  }

  click(el: HTMLElement, type = "click", said: MouseEventInit = {}): void {
    el.dispatchEvent(new MouseEvent(type, { bubbles: true, cancelable: true, ...said }));
  }

  /** Expand or collapse a row by the mouse. */
  twist(text: string): void {
    const twisty = this.row(text).querySelector<HTMLElement>(".linkage-list-twisty");
    if (twisty) this.click(twisty);
  }
}

const views: OpenTree[] = [];

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
  views.push(view);
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
export async function afterUpdate(): Promise<void> {
  await wait(80);
  await settle();
}

async function wait(milliseconds: number): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, milliseconds));
}

afterEach(() => {
  for (const view of views.splice(0)) {
    view.unload();
    view.containerEl.remove();
  }
});

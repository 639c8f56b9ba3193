import {
  type App,
  ButtonComponent,
  DropdownComponent,
  MarkdownView,
  Menu,
  Notice,
  SearchComponent,
  type TFile,
  type WorkspaceLeaf as Leaf,
  WorkspaceLeaf,
} from "obsidian-test-mocks/obsidian";
import type { ViewStateResult } from "obsidian";
import type { Diagnostic } from "../../../src/lint/diagnostic.ts";
import type { ProblemsSource } from "../../../src/obsidian/problems/problems-source.ts";
import { VaultProblems } from "../../../src/obsidian/problems/vault-problems.ts";
import { ProblemsView } from "../../../src/obsidian/problems/problems-view.ts";
import { vaultOf } from "../../vault/vault-of.ts";

/** How many pixels of the list are in sight: ten rows. */
const HEIGHT = 280;

Object.defineProperty(HTMLElement.prototype, "clientHeight", { get: () => HEIGHT });

// In the app these answer to what happens to their elements.
ButtonComponent.prototype.onClick = function (
  this: ButtonComponent,
  callback: (event: MouseEvent) => unknown,
) {
  this.buttonEl.addEventListener("click", callback);
  return this;
};
DropdownComponent.prototype.onChange = function (
  this: DropdownComponent,
  callback: (value: string) => unknown,
) {
  this.selectEl.addEventListener("change", () => callback(this.selectEl.value));
  return this;
};
SearchComponent.prototype.onChange = function (this: SearchComponent, callback: (value: string) => unknown) {
  this.inputEl.addEventListener("input", () => callback(this.inputEl.value));
  return this;
};

/** A problems view that tests open and look into. */
export class OpenView extends ProblemsView {
  async start(state: Readonly<Record<string, unknown>> = {}): Promise<void> {
    document.body.append(this.containerEl);
    this.load();
    await this.onOpen();
    const result: ViewStateResult = { history: false };
    await this.setState(state, result);
    await settle();
  }

  get tree(): HTMLElement {
    return this.one("[role=tree]");
  }

  get status(): string {
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

  /** What the rows say, without what their icons say; `>` before the active one. */
  said(): readonly string[] {
    return this.rows().map((row) => {
      const text = Array.from(
        row.querySelectorAll("[class$=-label], [class$=-detail], [class$=-place], [class$=-count]"),
      );
      const mark = row.getAttribute("aria-selected") === "true" ? "> " : "";
      return mark + text.map((each) => each.textContent).join(" ");
    });
  }

  /** The row whose text holds `text`. */
  row(text: string): HTMLElement {
    const row = this.rows().find((each) => each.textContent.includes(text));
    if (!row) throw new RangeError(`No row says "${text}", but ${this.said().join("; ")}`);
    return row;
  }

  /** Give a field or a choice another value, as the user does. */
  enter(selector: "input" | "select", value: string): void {
    const el = this.contentEl.querySelector(selector);
    if (!el) throw new RangeError(`The view has no ${selector}`);
    el.value = value;
    el.dispatchEvent(new Event(selector === "input" ? "input" : "change"));
  }

  /** Press keys one after another; `Mod-` and `Shift-` go before a key's name. */
  press(...keys: readonly string[]): void {
    this.tree.focus();
    for (const said of keys) {
      const key = said.replace(/^(?:Mod|Shift)-/, "");
      const modifiers = { ctrlKey: said.startsWith("Mod-"), shiftKey: said.startsWith("Shift-") };
      this.tree.dispatchEvent(
        new KeyboardEvent("keydown", { key, ...modifiers, bubbles: true, cancelable: true }),
      );
    }
  }

  click(row: HTMLElement, type = "click", said: MouseEventInit = {}): void {
    row.dispatchEvent(new MouseEvent(type, { bubbles: true, cancelable: true, ...said }));
  }
}

const views: OpenView[] = [];

/** An open view on the problems of `source`. */
export async function openView(
  app: App,
  source: ProblemsSource,
  state: Readonly<Record<string, unknown>> = {},
): Promise<OpenView> {
  const view = new OpenView(app.workspace.getLeaf("tab").asOriginalType3__(), source, () =>
    Promise.resolve(),
  );
  views.push(view);
  await view.start(state);
  return view;
}

// Work is cut into slices by the clock; where it stands still, nothing depends on how busy the machine is.
beforeEach(() => {
  jest.spyOn(performance, "now").mockReturnValue(0);
});

afterEach(() => {
  jest.restoreAllMocks();
  for (const view of views.splice(0)) {
    view.unload();
    view.containerEl.remove();
  }
});

/** Let all that does not wait for time come to its end. */
export async function settle(): Promise<void> {
  for (let turn = 0; turn < 5; turn++) await new Promise((resolve) => setTimeout(resolve, 0));
}

/** Longer than changes are gathered. */
export async function afterUpdate(): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, 260));
  await settle();
}

/** A vault that has these problems, and can be given others. */
export class Problems implements ProblemsSource {
  readonly index = vaultOf({});
  readonly configText = null;
  readonly ready: Promise<void>;
  private byPath = new Map<string, Diagnostic[]>();
  private readonly listeners = new Set<(affected: ReadonlySet<string>) => void>();
  readonly found = new VaultProblems(this);

  constructor(diagnostics: readonly Diagnostic[], ready: Promise<void> = Promise.resolve()) {
    this.ready = ready;
    this.found.load();
    this.give(diagnostics);
  }

  /** Have these problems from now on. */
  give(diagnostics: readonly Diagnostic[]): void {
    const affected = new Set(this.byPath.keys());
    this.byPath = new Map();
    for (const diagnostic of diagnostics) {
      const all = this.byPath.get(diagnostic.path) ?? [];
      this.byPath.set(diagnostic.path, [...all, diagnostic]);
      affected.add(diagnostic.path);
    }
    for (const listener of this.listeners) listener(affected);
  }

  diagnostics(path: string): readonly Diagnostic[] {
    return this.byPath.get(path) ?? [];
  }

  configMistakes(): readonly Diagnostic[] {
    return [];
  }

  linted(): Iterable<string> {
    return this.byPath.keys();
  }

  setText(): void {
    throw new RangeError("These problems have no text");
  }

  lookAtConfig(): void {
    throw new RangeError("These problems have no config");
  }

  onChange(listener: (affected: ReadonlySet<string>) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }
}

/** Have leaves open notes in an editor, as the app does: with LF for each line end. Each test's leaves forget it. */
export function withEditors(app: App): { readonly opened: () => MarkdownView | null } {
  let opened: MarkdownView | null = null;
  jest.spyOn(WorkspaceLeaf.prototype, "openFile").mockImplementation(async function (
    this: Leaf,
    file: TFile,
  ) {
    const view = MarkdownView.create2__(this);
    view.file = file;
    view.editor.setValue((await app.vault.read(file)).replaceAll(/\r\n?/g, "\n"));
    await this.setViewState({ type: "markdown" });
    this.view = view.asOriginalType7__();
    opened = view;
  });
  return { opened: () => opened };
}

/** What notices say from now on. */
export function heardNotices(): readonly string[] {
  const heard: string[] = [];
  jest.spyOn(Notice.prototype, "constructor__").mockImplementation((message) => {
    heard.push(typeof message === "string" ? message : message.textContent);
  });
  return heard;
}

/** The menus that are shown from now on. */
export function shownMenus(): readonly Menu[] {
  const shown: Menu[] = [];
  const show = function (this: Menu): Menu {
    shown.push(this);
    return this;
  };
  jest.spyOn(Menu.prototype, "showAtMouseEvent").mockImplementation(show);
  jest.spyOn(Menu.prototype, "showAtPosition").mockImplementation(show);
  return shown;
}

/** The titles of a menu's items. */
export function titlesOf(menu: Menu | undefined): readonly string[] {
  return (menu?.menuItems__ ?? []).map(({ title__ }) => (typeof title__ === "string" ? title__ : ""));
}

/** Choose the item of a menu with this title. */
export function choose(menu: Menu | undefined, title: string): void {
  const item = menu?.menuItems__.find(({ title__ }) => title__ === title);
  if (!item?.onClick__) throw new RangeError(`No item "${title}", but ${titlesOf(menu).join(", ")}`);
  item.onClick__(new MouseEvent("click"));
}

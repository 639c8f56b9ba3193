import {
  type App,
  MarkdownView,
  type TFile,
  type WorkspaceLeaf as Leaf,
  WorkspaceLeaf,
} from "obsidian-test-mocks/obsidian";
import type { Diagnostic } from "../../../src/lint/diagnostic.ts";
import type { ProblemsSource } from "../../../src/obsidian/problems/problems-source.ts";
import { VaultProblems } from "../../../src/obsidian/problems/vault-problems.ts";
import { ProblemsView } from "../../../src/obsidian/problems/problems-view.ts";
import { vaultOf } from "../../vault/vault-of.ts";
import { click, one, openInPage, press, settledAfter, treeItems } from "../list-view.ts";

/** A problems view that tests open and look into. */
export class OpenView extends ProblemsView {
  start(state: Readonly<Record<string, unknown>>): Promise<void> {
    return openInPage(this, () => this.onOpen(), state);
  }

  get tree(): HTMLElement {
    return one(this.contentEl, "[role=tree]");
  }

  get status(): string {
    return one(this.contentEl, "[role=status]").textContent;
  }

  one(selector: string): HTMLElement {
    return one(this.contentEl, selector);
  }

  rows(): readonly HTMLElement[] {
    return treeItems(this.contentEl);
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
    press(this.tree, keys);
  }

  click(row: HTMLElement, type?: string, said?: MouseEventInit): void {
    click(row, type, said);
  }
}

/** An open view on the problems of `source`. */
export async function openView(
  app: App,
  source: ProblemsSource,
  state: Readonly<Record<string, unknown>> = {},
): Promise<OpenView> {
  const view = new OpenView(app.workspace.getLeaf("tab").asOriginalType3__(), source, () =>
    Promise.resolve(),
  );
  await view.start(state);
  return view;
}

/** Longer than changes are gathered. */
export function afterUpdate(): Promise<void> {
  return settledAfter(260);
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

import { prepareFuzzySearch } from "obsidian-test-mocks/obsidian";
import type { App } from "../app/app.ts";
import { Modal } from "./modal.ts";
import { renderMatches } from "./search-results.ts";

type UserEvent = MouseEvent | KeyboardEvent;

/** Ids of elements must differ between all dialogs. */
let prompts = 0;

/** A dialog with a field and suggestions below it: by mouse, or by arrow keys and Enter. */
export abstract class SuggestModal<T> extends Modal {
  limit = 100;
  emptyStateText = "No results found.";
  readonly inputEl: HTMLInputElement;
  readonly resultContainerEl: HTMLElement;
  private shown: readonly T[] = [];
  private selected = 0;
  private asked = 0;

  constructor(app: App) {
    super(app);
    this.modalEl.addClass("prompt");
    this.modalEl.empty();
    const field = this.modalEl.createDiv("prompt-input-container");
    this.inputEl = field.createEl("input", {
      cls: "prompt-input",
      type: "text",
      attr: { role: "combobox", "aria-expanded": true, autocapitalize: "off", spellcheck: "false" },
    });
    this.resultContainerEl = this.modalEl.createDiv({ cls: "prompt-results", attr: { role: "listbox" } });
    this.resultContainerEl.id = `prompt-results-${String(prompts++)}`;
    this.inputEl.setAttr("aria-controls", this.resultContainerEl.id);
    this.inputEl.addEventListener("input", () => {
      this.update();
    });
    this.scope.register([], "ArrowDown", () => this.move(1));
    this.scope.register([], "ArrowUp", () => this.move(-1));
    this.scope.register(null, "Enter", (event) => {
      this.selectActiveSuggestion(event);
      return false;
    });
  }

  override open(): void {
    super.open();
    this.inputEl.focus();
    this.update();
  }

  setPlaceholder(placeholder: string): void {
    this.inputEl.placeholder = placeholder;
    this.inputEl.setAttr("aria-label", placeholder);
  }

  setInstructions(instructions: readonly { readonly command: string; readonly purpose: string }[]): void {
    this.modalEl.querySelector(".prompt-instructions")?.remove();
    const el = this.modalEl.createDiv("prompt-instructions");
    for (const { command, purpose } of instructions) {
      const each = el.createDiv("prompt-instruction");
      each.createSpan({ cls: "prompt-instruction-command", text: command });
      each.createSpan({ text: purpose });
    }
  }

  onNoSuggestion(): void {
    this.resultContainerEl.empty();
    this.resultContainerEl.createDiv({ cls: "suggestion-empty", text: this.emptyStateText });
  }

  selectSuggestion(value: T, event: UserEvent): void {
    this.close();
    this.onChooseSuggestion(value, event);
  }

  selectActiveSuggestion(event: UserEvent): void {
    const value = this.shown[this.selected];
    if (value !== undefined) this.selectSuggestion(value, event);
  }

  abstract getSuggestions(query: string): T[] | Promise<T[]>;
  abstract renderSuggestion(value: T, el: HTMLElement): void;
  abstract onChooseSuggestion(item: T, event: UserEvent): void;

  private update(): void {
    const asked = ++this.asked;
    const found = this.getSuggestions(this.inputEl.value);
    if (!(found instanceof Promise)) this.show(found);
    else
      void found.then((values) => {
        if (asked === this.asked) this.show(values);
      });
  }

  private show(values: readonly T[]): void {
    this.shown = this.limit > 0 ? values.slice(0, this.limit) : values;
    this.resultContainerEl.empty();
    if (this.shown.length === 0) {
      this.onNoSuggestion();
      return;
    }
    for (const [index, value] of this.shown.entries()) {
      const el = this.resultContainerEl.createDiv({ cls: "suggestion-item", attr: { role: "option" } });
      this.renderSuggestion(value, el);
      el.addEventListener("mousemove", () => {
        this.select(index);
      });
      el.addEventListener("click", (event) => {
        this.selectSuggestion(value, event);
      });
    }
    this.select(0);
  }

  private move(step: number): false {
    this.select((this.selected + step + this.shown.length) % Math.max(1, this.shown.length));
    return false;
  }

  private select(index: number): void {
    this.selected = index;
    for (const [at, el] of [...this.resultContainerEl.children].entries()) {
      el.toggleClass("is-selected", at === index);
      el.setAttr("aria-selected", at === index);
      if (at === index) el.scrollIntoView({ block: "nearest" });
    }
  }
}

interface FuzzyMatch<T> {
  readonly item: T;
  readonly match: { readonly score: number; readonly matches: readonly [number, number][] };
}

/** Suggests what matches the field letter by letter, the best first. */
export abstract class FuzzySuggestModal<T> extends SuggestModal<FuzzyMatch<T>> {
  getSuggestions(query: string): FuzzyMatch<T>[] {
    const search = prepareFuzzySearch(query.trim());
    const found = this.getItems().flatMap((item) => {
      const match = search(this.getItemText(item));
      return match ? [{ item, match }] : [];
    });
    if (query.trim() === "") return found;
    // The mocks take the first place of each letter, so that words as they are typed may count less than letters here and
    // there: what holds them comes first. They count a good match below zero.
    const words = query.trim().toLowerCase();
    const isApart = ({ item }: FuzzyMatch<T>): number =>
      this.getItemText(item).toLowerCase().includes(words) ? 0 : 1;
    return found.sort((a, b) => isApart(a) - isApart(b) || a.match.score - b.match.score);
  }

  renderSuggestion({ item, match }: FuzzyMatch<T>, el: HTMLElement): void {
    renderMatches(el, this.getItemText(item), match.matches);
  }

  onChooseSuggestion({ item }: FuzzyMatch<T>, event: UserEvent): void {
    this.onChooseItem(item, event);
  }

  abstract getItems(): T[];
  abstract getItemText(item: T): string;
  abstract onChooseItem(item: T, event: UserEvent): void;
}

import { FuzzySuggestModal, type App } from "obsidian";

/** Something to choose, by what is said of it. */
export interface Choice {
  readonly text: string;
  /** Is called when it is chosen. */
  readonly take: () => void;
}

/** Offers a choice, by mouse or by keyboard; nothing happens where it is closed without one. */
export class ChooseModal extends FuzzySuggestModal<Choice> {
  private readonly choices: readonly Choice[];

  /** @param question what is to be chosen, in a few words */
  constructor(app: App, question: string, choices: readonly Choice[]) {
    super(app);
    this.choices = choices;
    this.setPlaceholder(question);
    for (const el of [this.modalEl, this.inputEl, this.resultContainerEl]) el.setAttr("aria-label", question);
  }

  override getItems(): Choice[] {
    return [...this.choices];
  }

  override getItemText({ text }: Choice): string {
    return text;
  }

  override onChooseItem({ take }: Choice): void {
    take();
  }
}

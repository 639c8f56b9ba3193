import { Modal, Setting, type App, type TextComponent } from "obsidian";
import { texts } from "../texts.ts";

/** What is asked for. */
export interface Question {
  readonly title: string;
  /** What to write, in a few words. */
  readonly detail: string;
  /** What stands in the field at first; without it the field is empty, and must not stay so. */
  readonly now?: string;
  /** What its button says. */
  readonly button: string;
  /** What is wrong with an answer; null if nothing is. */
  readonly validate: (answer: string) => string | null;
  /** Is given an answer with nothing wrong. */
  readonly take: (answer: string) => void;
}

/** Asks for one line of text. What is wrong with it stands below the field, and it is not taken before nothing is. */
export class AskText extends Modal {
  private readonly question: Question;
  private readonly field: Setting;
  private input: TextComponent | null = null;

  constructor(app: App, question: Question) {
    super(app);
    this.question = question;
    this.setTitle(question.title);
    this.field = new Setting(this.contentEl).setName(question.detail).addText((input) => {
      this.input = input.setValue(question.now ?? "");
      input.inputEl.setAttr("aria-label", question.detail);
      input.onChange(() => {
        this.field.setErrorMessage(null);
      });
      input.inputEl.addEventListener("keydown", (event) => {
        if (event.key !== "Enter" || event.isComposing) return;
        event.preventDefault();
        this.submit();
      });
    });
    new Setting(this.contentEl).addButton((button) =>
      button
        .setButtonText(question.button)
        .setCta()
        .onClick(() => {
          this.submit();
        }),
    );
  }

  override onOpen(): void {
    this.input?.inputEl.focus();
  }

  private submit(): void {
    const answer = this.input?.getValue().trim() ?? "";
    const { now, validate } = this.question;
    const wrong = answer === "" && now === undefined ? texts.settings.notEmpty : validate(answer);
    this.field.setErrorMessage(wrong);
    if (wrong !== null) return;
    this.close();
    this.question.take(answer);
  }
}

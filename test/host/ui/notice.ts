/** How long a notice stays if nobody says, in milliseconds. */
const STAYS = 5000;

/** A message in the corner of the window. Duration 0: until it is clicked or hidden. */
export class Notice {
  readonly containerEl: HTMLElement;
  readonly noticeEl: HTMLElement;
  readonly messageEl: HTMLElement;
  private timer = 0;

  constructor(message: string | DocumentFragment, duration: number = STAYS) {
    const { body } = activeDocument;
    const container = body.querySelector<HTMLElement>(".notice-container");
    this.containerEl = container ?? body.createDiv({ cls: "notice-container", attr: { role: "status" } });
    this.noticeEl = this.containerEl.createDiv("notice");
    this.messageEl = this.noticeEl.createDiv("notice-message");
    this.setMessage(message);
    this.noticeEl.addEventListener("click", () => {
      this.hide();
    });
    if (duration > 0)
      this.timer = window.setTimeout(() => {
        this.hide();
      }, duration);
  }

  setMessage(message: string | DocumentFragment): this {
    this.messageEl.setText(message);
    return this;
  }

  hide(): void {
    window.clearTimeout(this.timer);
    this.noticeEl.remove();
    if (this.containerEl.childElementCount === 0) this.containerEl.remove();
  }
}

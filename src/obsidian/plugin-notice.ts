import { ButtonComponent, Notice } from "obsidian";

/**
 * What the plugin tells for a moment, at the edge of the screen. Its sentences read from left to right in an app that goes from right
 * to left, too, unless they begin with a name that does not.
 */
export class PluginNotice extends Notice {
  /** What had the focus before a button of the notice got it. */
  private before: HTMLElement | null = null;

  /** @param duration in milliseconds; 0 stays until it is clicked, and none is as long as the app finds right */
  constructor(message: string, duration?: number) {
    super(message, duration);
    this.messageEl.dir = "auto";
  }

  /** Add a button. If it has the focus when the notice goes, what had that before gets it back: whoever uses keys goes on there. */
  addButton(text: string, act: () => void): void {
    const { buttonEl } = new ButtonComponent(this.messageEl).setButtonText(text).onClick(act);
    buttonEl.onfocus = ({ relatedTarget }) => {
      const { defaultView } = buttonEl.doc;
      if (defaultView !== null && relatedTarget instanceof defaultView.HTMLElement)
        this.before = relatedTarget;
    };
  }

  override hide(): void {
    const { messageEl, before } = this;
    if (messageEl.contains(messageEl.doc.activeElement)) before?.focus({ preventScroll: true });
    super.hide();
  }
}

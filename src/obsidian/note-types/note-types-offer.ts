import { ButtonComponent, setIcon, type App } from "obsidian";
import { mayHaveTypes } from "../../inference/may-have-types.ts";
import { inferNoteTypes, type InferenceSource } from "./infer-note-types.ts";
import { texts } from "../texts.ts";

/** Kept on the device for the vault once the offer has been declined. */
const DECLINED_KEY = "linkage-note-types-declined";

/**
 * One line that offers to infer note types, in a vault that has no `linkage.yaml` and may have types. Who declines is not
 * asked again on this device.
 */
export class NoteTypesOffer {
  private readonly el: HTMLElement;
  private readonly app: App;
  private readonly source: InferenceSource;
  /** Known once the vault has been read. */
  private isWorthwhile: boolean | null = null;

  constructor(parent: HTMLElement, app: App, source: InferenceSource) {
    this.app = app;
    this.source = source;
    this.el = parent.createDiv({ cls: "linkage-problems-offer" });
    this.el.hide();
    new ButtonComponent(this.el).setButtonText(texts.noteTypes.infer).onClick(() => {
      void inferNoteTypes(app, source);
    });
    const decline = this.el.createEl("button", {
      cls: "clickable-icon",
      attr: { "aria-label": texts.noteTypes.notNow },
    });
    setIcon(decline, "x");
    decline.onClickEvent(() => {
      app.saveLocalStorage(DECLINED_KEY, "yes");
      this.el.hide();
    });
  }

  /** Show the line if there is something to offer. @param isRead whether the vault has been read */
  update(isRead: boolean): void {
    this.el.toggle(isRead && this.source.configText === null && !this.isDeclined() && this.mayHaveTypes());
  }

  private isDeclined(): boolean {
    return this.app.loadLocalStorage(DECLINED_KEY) === "yes";
  }

  private mayHaveTypes(): boolean {
    return (this.isWorthwhile ??= mayHaveTypes(this.source.index));
  }
}

import { ButtonComponent } from "obsidian";
import type { FirstLook } from "../first-look.ts";
import type { LinkageModel } from "./linkage-model.ts";
import { texts } from "../texts.ts";
import { initialState, type TreeState } from "./tree-state.ts";

/** What stands in the tree's place where it has no rows: why, and a button for what one can do about it. */
export class TreeMessage {
  private readonly el: HTMLElement;
  private readonly change: (said: Partial<TreeState>) => void;
  private said: string | null = null;

  constructor(parent: HTMLElement, change: (said: Partial<TreeState>) => void) {
    this.el = parent.createDiv({ cls: "linkage-message", attr: { role: "status" } });
    this.change = change;
  }

  /** Say what there is to say. Gives whether there is anything. */
  update(look: FirstLook, model: LinkageModel): boolean {
    const said = reasonFor(look, model);
    this.el.toggle(said !== null);
    // The same text again would be read out again.
    if (said !== this.said) this.draw(said, look, model);
    this.said = said;
    return said !== null;
  }

  private draw(said: string | null, look: FirstLook, { root, state }: LinkageModel): void {
    this.el.empty();
    if (said === null) return;
    this.el.createDiv({ text: said });
    if (look.kind !== "ready") return;
    const isLess = state.text !== "" || state.groups.length < initialState.groups.length;
    if (root && isLess) this.addButton(texts.linkageTree.showAll, { text: "", groups: initialState.groups });
    if (!root && state.pinned) this.addButton(texts.linkageTree.unpin, { pinned: false });
  }

  private addButton(title: string, change: Partial<TreeState>): void {
    new ButtonComponent(this.el).setButtonText(title).onClick(() => {
      this.change(change);
    });
  }
}

/** Why there are no rows; null where there are. */
function reasonFor(look: FirstLook, { rows, root, state }: LinkageModel): string | null {
  if (look.kind === "reading") return texts.shared.reading;
  if (look.kind === "failed") return texts.shared.unreadable(look.reason);
  if (state.note === null) return texts.linkageTree.noNote;
  if (root === null) return texts.shared.gone(state.note);
  if (rows.length > 0) return null;
  return root.children().length > 0 ? texts.linkageTree.noMatch : texts.linkageTree.nothing;
}

import { ButtonComponent, Component, DropdownComponent } from "obsidian";
import type { BatchReport } from "../../report/batch-report.ts";
import { listLeftNotes } from "../batch/undo-command.ts";
import { fixGroupings, type FixGrouping, type FixRequest } from "./fix-request.ts";
import type { FixPhase } from "./fix-run.ts";
import { requestText } from "./request-text.ts";
import { texts } from "../texts.ts";

/** What the header shows. */
export interface HeaderState {
  readonly request: FixRequest;
  readonly phase: FixPhase;
  readonly chosen: number;
  readonly all: number;
  readonly notes: number;
  readonly unread: number;
  /** What has come of the batch that was applied last. */
  readonly report: BatchReport | null;
  readonly canUndo: boolean;
}

/** What the header's controls do. */
export interface HeaderActions {
  readonly group: (grouping: FixGrouping) => void;
  readonly chooseAll: (isChosen: boolean) => void;
  readonly apply: () => void;
  readonly cancel: () => void;
  readonly again: () => void;
  readonly undo: () => void;
  /** Take the focus from a control that has been hidden or disabled. Gives whether there is something to take it. */
  readonly takeFocus: () => boolean;
}

/** Above the changes: what is to be repaired, how much of it is chosen, and what has come of it. */
export class FixesHeader extends Component {
  private readonly titleEl: HTMLElement;
  private readonly statusEl: HTMLElement;
  private readonly hintEl: HTMLElement;
  private readonly progressEl: HTMLProgressElement;
  private readonly grouping: DropdownComponent;
  private readonly buttons: Readonly<Record<"all" | "none" | "apply" | "cancel" | "again", ButtonComponent>>;
  private readonly outcomeEl: HTMLElement;
  private readonly actions: HeaderActions;
  private readonly el: HTMLElement;
  private report: BatchReport | null = null;
  private undo: ButtonComponent | null = null;

  constructor(parent: HTMLElement, actions: HeaderActions) {
    super();
    this.actions = actions;
    const el = parent.createDiv({ cls: "linkage-header" });
    this.el = el;
    this.titleEl = el.createDiv({ cls: "linkage-fixes-title", attr: { role: "heading", "aria-level": "2" } });
    this.statusEl = el.createDiv({ cls: "linkage-fixes-status", attr: { role: "status" } });
    this.hintEl = el.createDiv({ cls: "linkage-fixes-status", text: texts.fixes.nothingSure });
    this.progressEl = el.createEl("progress", {
      cls: "linkage-fixes-progress",
      attr: { max: "1", "aria-label": texts.fixes.progress },
    });
    const controls = el.createDiv({ cls: "linkage-fixes-controls" });
    this.grouping = new DropdownComponent(controls);
    const button = (text: string, act: () => void): ButtonComponent =>
      new ButtonComponent(controls).setButtonText(text).onClick(act);
    this.buttons = {
      all: button(texts.fixes.all, () => {
        actions.chooseAll(true);
      }),
      none: button(texts.fixes.none, () => {
        actions.chooseAll(false);
      }),
      again: button(texts.fixes.again, actions.again),
      cancel: button(texts.shared.cancel, actions.cancel),
      apply: button(texts.fixes.apply, actions.apply).setCta(),
    };
    this.outcomeEl = el.createDiv({ cls: "linkage-fixes-outcome", attr: { role: "status" } });
  }

  override onload(): void {
    for (const each of fixGroupings) this.grouping.addOption(each, texts.fixes.groupings[each]);
    this.grouping.selectEl.setAttr("aria-label", texts.shared.groupBy);
    this.grouping.onChange((value) => {
      const grouping = fixGroupings.find((each) => each === value);
      if (grouping) this.actions.group(grouping);
    });
  }

  /** Show the state of now. What is the same stays, so that nothing is read aloud twice. */
  update(state: HeaderState): void {
    const { phase, request, chosen, all } = state;
    const isBusy = phase.kind === "busy";
    setText(this.titleEl, requestText(request));
    setText(this.statusEl, statusText(state));
    const isEmpty = phase.kind === "ready" && all === 0 && state.report === null;
    this.hintEl.toggle(isEmpty && request.repair.kind === "sure");
    this.progressEl.toggle(isBusy);
    if (isBusy) this.progressEl.value = phase.part;
    if (this.grouping.getValue() !== request.grouping) this.grouping.setValue(request.grouping);
    const isShown = !isBusy && all > 0;
    this.grouping.selectEl.toggle(isShown);
    this.buttons.all.setDisabled(chosen === all).buttonEl.toggle(isShown);
    this.buttons.none.setDisabled(chosen === 0).buttonEl.toggle(isShown);
    this.buttons.apply
      .setButtonText(chosen === 0 ? texts.fixes.apply : texts.fixes.applyChanges(chosen))
      .setDisabled(chosen === 0)
      .buttonEl.toggle(isShown);
    this.buttons.cancel.buttonEl.toggle(isBusy);
    this.buttons.again.buttonEl.toggle(phase.kind === "stopped");
    this.showOutcome(state);
  }

  /**
   * Lead the keyboard on, where the control that had it can no longer be used: to the button that cancels while something is
   * done, then to the changes, or to the button that undoes them where none are left.
   */
  keepFocus(): void {
    const { activeElement } = this.el.doc;
    if (!this.el.contains(activeElement) || !activeElement?.instanceOf(HTMLElement)) return;
    if (activeElement.isShown() && !activeElement.matches(":disabled")) return;
    const { buttonEl } = this.buttons.cancel;
    if (buttonEl.isShown()) buttonEl.focus();
    else if (!this.actions.takeFocus()) this.undo?.buttonEl.focus();
  }

  private showOutcome(state: HeaderState): void {
    if (state.report !== this.report) this.drawOutcome(state.report);
    this.undo?.buttonEl.toggle(state.canUndo);
  }

  private drawOutcome(report: BatchReport | null): void {
    this.report = report;
    this.undo = null;
    this.outcomeEl.empty();
    if (!report) return;
    this.outcomeEl.toggleClass("linkage-fixes-some-left", report.left.length > 0);
    this.outcomeEl.createSpan({ text: texts.fixes.written(report.written.length) });
    if (report.written.length > 0)
      this.undo = new ButtonComponent(this.outcomeEl)
        .setButtonText(texts.fixes.undo)
        .onClick(this.actions.undo);
    if (report.left.length > 0)
      listLeftNotes(this.outcomeEl.createDiv({ cls: "linkage-fixes-left" }), report.left);
  }
}

function statusText({ phase, request, chosen, all, notes, unread }: HeaderState): string {
  if (phase.kind !== "ready") return phase.said;
  const said = all === 0 ? nothingText(request) : texts.fixes.counts(chosen, all, notes);
  return unread === 0 ? said : texts.fixes.withUnread(said, unread);
}

function nothingText({ repair }: FixRequest): string {
  return repair.kind === "sure" ? texts.fixes.nothing : texts.fixes.nothingLinked;
}

function setText(el: HTMLElement, text: string): void {
  if (el.textContent !== text) el.setText(text);
}

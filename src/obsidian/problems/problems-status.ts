import { ButtonComponent, setIcon } from "obsidian";
import type { FirstLook } from "../first-look.ts";
import { texts } from "../texts.ts";
import type { ProblemCounts } from "./shown-problems.ts";

/** What the status speaks of. */
export interface StatusFacts {
  readonly phase: FirstLook;
  readonly counts: ProblemCounts;
  /** How many notes and other files have been linted; asked for only where nothing was found. */
  readonly linted: () => number;
}

/** What stands above the tree in words, read out when it changes, and what stands in its place where it has no rows. */
export class ProblemsStatus {
  private readonly line: HTMLElement;
  private readonly message: HTMLElement;
  private readonly clearFilters: () => void;

  /**
   * @param line where the words go
   * @param clearFilters shows all problems again
   */
  constructor(line: HTMLElement, parent: HTMLElement, clearFilters: () => void) {
    this.line = line;
    this.line.setAttrs({ role: "status", "aria-live": "polite" });
    this.message = parent.createDiv({ cls: "linkage-message" });
    this.clearFilters = clearFilters;
  }

  /** @param hasRows whether the tree has rows, so that nothing stands in its place */
  update(facts: StatusFacts, hasRows: boolean): void {
    const said = textOf(facts);
    // The same text again would be read out again.
    if (this.line.textContent !== said) this.line.setText(said);
    this.message.toggle(!hasRows);
    if (!hasRows) this.drawMessage(facts);
  }

  private drawMessage({ phase, counts, linted }: StatusFacts): void {
    const el = this.message;
    el.empty();
    if (phase.kind !== "ready") return;
    if (counts.total > 0) {
      new ButtonComponent(el).setButtonText(texts.problems.clearFilters).onClick(this.clearFilters);
      return;
    }
    if (linted() === 0) {
      el.createDiv({ text: texts.problems.noNotesYet });
      return;
    }
    setIcon(el.createDiv({ cls: "linkage-problems-clean", attr: { "aria-hidden": "true" } }), "check");
    el.createDiv({ text: texts.problems.allClean });
  }
}

function textOf({ phase, counts, linted }: StatusFacts): string {
  if (phase.kind === "reading") return texts.shared.reading;
  if (phase.kind === "failed") return texts.shared.unreadable(phase.reason);
  if (counts.total === 0) return texts.problems.noProblems(linted());
  return counts.shown === 0 ? texts.problems.noMatch : texts.problems.counts(counts);
}

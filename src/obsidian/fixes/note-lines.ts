import type { MarkedLine } from "../../report/marked-diff.ts";
import { texts } from "../texts.ts";

/** How many lines of one note are shown at a time: more come when they are asked for. */
const LINES_AT_ONCE = 400;

/** The lines of a note that would change, hunk by hunk, with a button for those that are not shown yet. */
export class NoteLines {
  private readonly parent: HTMLElement;
  private readonly hunks: readonly (readonly MarkedLine[])[];
  /** How many lines are shown. */
  shown = 0;
  private hunkEl: HTMLElement | null = null;
  /** Null when all lines are shown. */
  moreEl: HTMLElement | null = null;

  /**
   * @param parent what is drawn is put at its end
   * @param least how many lines are to be shown at least
   */
  constructor(parent: HTMLElement, hunks: readonly (readonly MarkedLine[])[], least: number) {
    this.parent = parent;
    this.hunks = hunks;
    this.showMore(Math.max(least, LINES_AT_ONCE));
  }

  /** Show the next lines. */
  showMore(count = LINES_AT_ONCE): void {
    this.moreEl?.remove();
    const [start, end] = [this.shown, this.shown + count];
    let at = 0;
    for (const lines of this.hunks) {
      const next = lines.slice(Math.max(0, start - at), Math.max(0, end - at));
      if (next.length > 0) this.drawLines(next, at >= start);
      at += lines.length;
    }
    this.shown = Math.min(at, end);
    const left = at - this.shown;
    this.moreEl =
      left === 0
        ? null
        : this.parent.createEl("button", { cls: "linkage-diff-rest", text: texts.fixes.moreLines(left) });
  }

  private drawLines(lines: readonly MarkedLine[], isNewHunk: boolean): void {
    if (isNewHunk) this.hunkEl = this.parent.createDiv({ cls: "linkage-diff-hunk" });
    if (this.hunkEl) for (const line of lines) drawLine(this.hunkEl, line);
  }
}

const tags = { removed: "del", added: "ins", same: "span" } as const;
const signs = { removed: "−", added: "+", same: " " } as const;

function drawLine(hunk: HTMLElement, { kind, text, number, marks, isUnended }: MarkedLine): void {
  const line = hunk.createDiv({ cls: `linkage-diff-line linkage-diff-${kind}` });
  line.createSpan({ cls: "linkage-diff-number", text: String(number), attr: { "aria-hidden": "true" } });
  line.createSpan({ cls: "linkage-diff-sign", text: signs[kind] });
  const said = line.createEl(tags[kind], { cls: "linkage-diff-text", attr: { dir: "auto" } });
  let done = 0;
  for (const { from, to } of marks) {
    said.appendText(text.slice(done, from));
    said.createEl("mark", { cls: "linkage-diff-mark", text: text.slice(from, to) });
    done = to;
  }
  said.appendText(text.slice(done).replace(/\r$/, ""));
  if (isUnended && kind !== "same")
    line.createSpan({
      cls: "linkage-diff-unended",
      text: "∅",
      attr: { role: "img", "aria-label": texts.fixes.unended },
    });
}

import { Component } from "obsidian";
import type { NoteFix } from "../../lint/note-fix.ts";
import { markedDiff } from "../../report/marked-diff.ts";
import { texts } from "../texts.ts";
import { NoteLines } from "./note-lines.ts";

/** How many notes are shown at a time: more come when they are asked for. */
const NOTES_AT_ONCE = 10;

/** What the pane asks of the view that it is in. */
export interface DiffHost {
  /** What is chosen of a note; null for one that nothing is planned for. */
  readonly fixOf: (path: string) => NoteFix | null;
  readonly open: (path: string, event: MouseEvent) => void;
}

/** A note as it is drawn, and what it was drawn from. */
interface DrawnNote {
  readonly el: HTMLElement;
  readonly fix: NoteFix | null;
  readonly lines: NoteLines | null;
}

/** What would change in notes, line by line. What notes say becomes text nodes, never markup. */
export class DiffPane extends Component {
  readonly el: HTMLElement;
  private readonly host: DiffHost;
  private paths: readonly string[] = [];
  private drawn: ReadonlyMap<string, DrawnNote> = new Map();
  private moreEl: HTMLElement | null = null;

  constructor(parent: HTMLElement, host: DiffHost) {
    super();
    this.host = host;
    this.el = parent.createDiv({
      cls: "linkage-diff",
      // It scrolls, so that keys must reach it.
      attr: { tabindex: "0", role: "region", "aria-label": texts.fixes.diff },
    });
  }

  override onload(): void {
    this.registerDomEvent(this.el, "click", (event) => {
      const target = event.targetNode;
      if (!target?.instanceOf(HTMLElement)) return;
      const path = target.closest("[data-path]")?.getAttribute("data-path") ?? null;
      const lines = this.drawn.get(path ?? "")?.lines ?? null;
      if (target === this.moreEl) this.showMore();
      else if (lines && target === lines.moreEl) this.showMoreLines(lines);
      else if (path !== null && target.closest("button")) this.host.open(path, event);
    });
  }

  /**
   * Show these notes. What is in sight and has the keyboard stays so where it is of the same notes: of these only what would
   * change otherwise is drawn anew.
   */
  show(paths: readonly string[]): void {
    const isSame = paths.length === this.paths.length && paths.every((path, at) => path === this.paths[at]);
    const count = isSame ? Math.max(this.drawn.size, NOTES_AT_ONCE) : NOTES_AT_ONCE;
    this.paths = paths;
    this.keepingFocus(() => {
      this.draw(count);
    });
    if (!isSame) this.el.scrollTop = 0;
  }

  private showMore(): void {
    const first = this.drawn.size;
    this.draw(first + NOTES_AT_ONCE);
    this.buttonOf(this.paths[first])?.focus();
  }

  private showMoreLines(lines: NoteLines): void {
    lines.showMore();
    (lines.moreEl ?? this.el).focus({ preventScroll: true });
  }

  /** Have the first notes drawn, in order. An element that stays where it is keeps the keyboard. */
  private draw(count: number): void {
    const drawn = new Map(
      this.paths.slice(0, count).map((path) => [path, this.noteOf(path, this.host.fixOf(path))]),
    );
    for (const [path, { el }] of this.drawn) if (drawn.get(path)?.el !== el) el.remove();
    this.drawn = drawn;
    let next = this.el.firstElementChild;
    for (const { el } of drawn.values()) {
      if (el === next) next = el.nextElementSibling;
      else this.el.insertBefore(el, next);
    }
    this.moreEl?.remove();
    const left = this.paths.length - drawn.size;
    this.moreEl =
      left === 0
        ? null
        : this.el.createEl("button", { cls: "linkage-diff-more", text: texts.shared.moreNotes(left) });
  }

  /** The note as it was drawn before, if it would be drawn no otherwise. */
  private noteOf(path: string, fix: NoteFix | null): DrawnNote {
    const old = this.drawn.get(path);
    return old && old.fix === fix ? old : { ...drawNote(this.el, path, fix, old?.lines?.shown ?? 0), fix };
  }

  /** Where what had the keyboard is no longer there, the same note's button has it then, or else all that is shown. */
  private keepingFocus(change: () => void): void {
    const { activeElement } = this.el.doc;
    const isHere = this.el.contains(activeElement);
    const path = activeElement?.closest("[data-path]")?.getAttribute("data-path");
    const isMore = activeElement === this.moreEl;
    change();
    if (!isHere || this.el.contains(this.el.doc.activeElement)) return;
    ((isMore ? this.moreEl : this.buttonOf(path)) ?? this.el).focus({ preventScroll: true });
  }

  private buttonOf(path: string | null | undefined): HTMLElement | null {
    return this.drawn.get(path ?? "")?.el.querySelector("button") ?? null;
  }
}

/** @param lines how many are to be shown at least */
function drawNote(
  parent: HTMLElement,
  path: string,
  fix: NoteFix | null,
  lines: number,
): Omit<DrawnNote, "fix"> {
  const note = parent.createEl("section", {
    cls: "linkage-diff-note",
    attr: { "data-path": path, "aria-label": path },
  });
  note.createEl("button", { cls: "linkage-diff-path", text: path, attr: { title: texts.fixes.openNote } });
  if (!fix) return { el: note, lines: null };
  for (const text of saidOf(fix)) note.createDiv({ cls: "linkage-diff-said", text });
  return { el: note, lines: new NoteLines(note, markedDiff(fix.before, fix.after, fix.edits), lines) };
}

/** Why there is no change to see in a note, if there is none. */
function saidOf({ obstacle, before, after, done, refused }: NoteFix): readonly string[] {
  if (obstacle !== null) return [texts.fixes.alone(obstacle)];
  if (before !== after) return [];
  if (done.length > 0 || refused.length === 0) return [texts.fixes.leftAsItIs];
  return [...new Set(refused.map(({ reason }) => texts.fixes.refused(reason)))];
}

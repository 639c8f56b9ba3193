import { Menu, type App, type PaneType } from "obsidian";
import type { Diagnostic } from "../../lint/diagnostic.ts";
import { askForTarget, titleForTarget } from "../new-note/ask-for-note.ts";
import { reasonOf } from "../read-note.ts";
import { createNote, type MissingNote } from "./create-note.ts";
import { chooseTarget } from "../fixes/choose-target.ts";
import type { OpenFixes } from "../fixes/open-fixes.ts";
import type { Exception } from "./exceptions.ts";
import { exportList } from "./export-list.ts";
import { makeException } from "./make-exception.ts";
import { openProblem } from "./open-problem.ts";
import { addRowItems, type MenuActions } from "./problem-menus.ts";
import { problemMarkdown, problemsMarkdown, exportedNote, type MarkdownPlaces } from "./problems-markdown.ts";
import type { ProblemsSource } from "./problems-source.ts";
import { linedFilesOf } from "./row-text.ts";
import type { ProblemNode } from "./problems-tree.ts";
import type { Renames } from "./renames.ts";
import { repairsFor, type Repair } from "./repair-problem.ts";
import { showMenu } from "./show-menu.ts";
import { texts } from "../texts.ts";
import { PluginNotice } from "../plugin-notice.ts";

/** What can be done with problems that are listed. The world's failures end here, in a notice. */
export class ProblemActions implements MenuActions {
  private readonly app: App;
  private readonly renames: Renames;
  private readonly source: ProblemsSource;
  private readonly showFixes: OpenFixes;
  /** Show with other filters. */
  readonly change: MenuActions["change"];

  /**
   * @param renames since the problems were listed
   * @param showFixes shows what sure repairs would change
   */
  constructor(
    app: App,
    source: ProblemsSource,
    renames: Renames,
    showFixes: OpenFixes,
    change: MenuActions["change"],
  ) {
    this.renames = renames;
    this.showFixes = showFixes;
    this.app = app;
    this.source = source;
    this.change = change;
  }

  /** Go to a problem's range in an editor. */
  open(diagnostic: Diagnostic, pane: PaneType | boolean): void {
    run(openProblem(this.found(diagnostic), diagnostic.path, pane, this.app, this.source));
  }

  repair(repair: Repair): void {
    run(repair.apply());
  }

  /** Show what an exception would write, and write it once that is confirmed. */
  makeException(exception: Exception): void {
    run(makeException(exception, this.app, this.source));
  }

  /** Make a note that links are missing, and open it. */
  createNote(missing: MissingNote): void {
    run(createNote(missing, this.app));
  }

  /** Make it as one of a type, which may have to be asked for. */
  createTyped(missing: MissingNote): void {
    run(askForTarget(missing, this.app, this.source));
  }

  typedTitle(missing: MissingNote): string | null {
    return titleForTarget(missing, this.source);
  }

  openFixes(wanted: Parameters<OpenFixes>[0]): void {
    run(this.showFixes(wanted));
  }

  chooseTarget(target: string): void {
    chooseTarget(target, this.app, { vault: this.source.index }, this.showFixes);
  }

  /** Show what can be done about a row, where the mouse is or below an element. */
  openMenu(node: ProblemNode, at: MouseEvent | HTMLElement): void {
    run(this.showMenu(node, at));
  }

  /** Copy problems as Markdown. */
  copy(diagnostics: readonly Diagnostic[], clipboard: Clipboard): void {
    const [first, ...rest] = diagnostics;
    if (!first) return;
    const places = this.places();
    const text = rest.length === 0 ? problemMarkdown(first, places) : problemsMarkdown(diagnostics, places);
    run(copyText(text, clipboard, texts.problems.copied(diagnostics.length)));
  }

  /** Write problems into a new note, and open it. */
  exportAll(diagnostics: readonly Diagnostic[]): void {
    if (diagnostics.length === 0) new PluginNotice(texts.problems.nothingToExport);
    else run(exportList(exportedNote(diagnostics, linedFilesOf(this.source), new Date()), this.app));
  }

  /** A listed problem under the path that its note has by now, if that is another. */
  private found(listed: Diagnostic): Diagnostic {
    if (this.app.vault.getFileByPath(listed.path)) return listed;
    const path = this.renames.now(listed.path);
    return path === listed.path ? listed : { ...listed, path };
  }

  private places(): MarkdownPlaces {
    return { index: linedFilesOf(this.source), linkTo: (path) => this.linkTo(path) };
  }

  /** A problem's repairs need the text of its note, which may have to be read first. */
  private async showMenu(node: ProblemNode, at: MouseEvent | HTMLElement): Promise<void> {
    const repairs =
      node.kind === "problem" ? await repairsFor(this.found(node.diagnostic), this.app, this.source) : [];
    const menu = new Menu();
    addRowItems(menu, node, repairs, this, at.win.navigator.clipboard);
    showMenu(menu, at);
  }

  /** A link as the user's settings want it. */
  private linkTo(path: string): string {
    const file = this.app.vault.getFileByPath(path);
    return file ? this.app.fileManager.generateMarkdownLink(file, "") : `\`${path}\``;
  }
}

async function copyText(text: string, clipboard: Clipboard, done: string): Promise<void> {
  await clipboard.writeText(text);
  new PluginNotice(done);
}

function run(work: Promise<void>): void {
  work.catch((error: unknown) => {
    new PluginNotice(texts.shared.failed(reasonOf(error)));
  });
}

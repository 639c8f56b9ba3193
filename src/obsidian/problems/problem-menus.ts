import type { App, Menu, PaneType } from "obsidian";
import type { Diagnostic } from "../../lint/diagnostic.ts";
import { folderOf, isNotePath } from "../../vault/names.ts";
import { missingNote, type MissingNote } from "./create-note.ts";
import { exceptionsFor, type Exception } from "./exceptions.ts";
import { missingTargetRules } from "../../rules/missing-target-rules.ts";
import type { ProblemsState } from "./problems-state.ts";
import { fixItemsFor } from "../fixes/fix-items.ts";
import type { FixRequest } from "../fixes/fix-request.ts";
import { texts } from "../texts.ts";
import { problemsOf, type ProblemNode } from "./problems-tree.ts";
import type { Repair } from "./repair-problem.ts";

/** What the items of a menu do. */
export interface MenuActions {
  open(diagnostic: Diagnostic, pane: PaneType | boolean): void;
  repair(repair: Repair): void;
  makeException(exception: Exception): void;
  createNote(missing: MissingNote): void;
  /** Make the missing note as one of a type. */
  createTyped(missing: MissingNote): void;
  /** What that is called; null if there are no types. */
  typedTitle(missing: MissingNote): string | null;
  /** Show what sure repairs would change. */
  openFixes(wanted: Partial<FixRequest>): void;
  /** Ask where all links to a missing target shall lead. */
  chooseTarget(target: string): void;
  copy(diagnostics: readonly Diagnostic[], clipboard: Clipboard): void;
  /** Show with other filters. */
  readonly change: (said: Partial<ProblemsState>) => void;
}

/** Add what can be done about a row: with one problem, or with all it stands for. */
export function addRowItems(
  menu: Menu,
  node: ProblemNode,
  repairs: readonly Repair[],
  actions: MenuActions,
  clipboard: Clipboard,
): void {
  if (node.kind === "problem") {
    const { diagnostic } = node;
    item(menu, "open", texts.shared.open, "file-text", () => {
      actions.open(diagnostic, false);
    });
    item(menu, "open", texts.shared.openInNewTab, "file-plus", () => {
      actions.open(diagnostic, "tab");
    });
    for (const repair of repairs) {
      item(menu, "repair", repair.title, "wand", () => {
        actions.repair(repair);
      });
    }
  }
  const missing = missingNote(node);
  if (missing) {
    item(menu, "repair", texts.problems.createNote(missing.target), "file-plus-2", () => {
      actions.createNote(missing);
    });
  }
  const typed = missing && actions.typedTitle(missing);
  if (missing && typed !== null) {
    item(menu, "repair", typed, "file-plus-2", () => {
      actions.createTyped(missing);
    });
  }
  const target = missingTarget(node);
  if (target !== null) {
    item(menu, "repair", texts.fixes.repairLinks(target), "replace-all", () => {
      actions.chooseTarget(target);
    });
  }
  for (const { title, wanted } of fixItemsFor(node)) {
    item(menu, "fix", title, "wand-2", () => {
      actions.openFixes(wanted);
    });
  }
  for (const exception of exceptionsFor(node)) {
    item(menu, "ignore", texts.shared.asked(exception.title), "eye-off", () => {
      actions.makeException(exception);
    });
  }
  for (const [title, said] of filtersFor(node)) {
    item(menu, "filter", title, "list-filter", () => {
      actions.change(said);
    });
  }
  item(menu, "copy", texts.shared.copyAsMarkdown, "copy", () => {
    actions.copy(problemsOf(node), clipboard);
  });
}

/** Add the filters by the open note, its folder, and rule; what is on is checked and can be turned off. */
export function addFilterItems(
  menu: Menu,
  { workspace }: App,
  state: ProblemsState,
  rules: readonly string[],
  change: MenuActions["change"],
): void {
  const add = (section: string, title: string, key: "note" | "folder" | "rule", value: string): void => {
    const isOn = state[key] === value;
    menu.addItem((each) =>
      each
        .setSection(section)
        .setTitle(title)
        .setChecked(isOn)
        .onClick(() => {
          change({ [key]: isOn ? null : value });
        }),
    );
  };
  const path = workspace.getActiveFile()?.path ?? "";
  if (isNotePath(path)) add("place", texts.problems.onlyNote, "note", path);
  const folder = folderOf(path);
  if (folder !== "") add("place", texts.problems.onlyFolder, "folder", folder);
  for (const rule of rules) add("rule", rule, "rule", rule);
}

/** What all links of a row are to, if no file has that name. */
function missingTarget(node: ProblemNode): string | null {
  if (node.kind !== "problem" && node.kind !== "target") return null;
  const [first] = problemsOf(node);
  return first && missingTargetRules.includes(first.rule) ? first.target : null;
}

function filtersFor(node: ProblemNode): readonly (readonly [string, Partial<ProblemsState>])[] {
  const [first] = problemsOf(node);
  if (!first) return [];
  const byRule = [texts.problems.onlyThisRule, { rule: first.rule }] as const;
  if (node.kind === "rule" || node.kind === "target") return [byRule];
  const folder = folderOf(first.path);
  return [
    ...(node.kind === "problem" ? [byRule] : []),
    [texts.problems.onlyThisNote, { note: first.path }],
    ...(folder === "" ? [] : [[texts.problems.onlyThisFolder, { folder }] as const]),
  ];
}

function item(menu: Menu, section: string, title: string, icon: string, action: () => void): void {
  menu.addItem((each) => each.setSection(section).setTitle(title).setIcon(icon).onClick(action));
}

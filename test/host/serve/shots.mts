import type { Page } from "playwright-core";
import {
  alone,
  bench,
  cables,
  clean,
  empty,
  islands,
  longest,
  longTitles,
  marked,
  rightToLeft,
  sample,
  scripts,
  thousands,
  withTypes,
  wrongConfig,
  type VaultMaker,
} from "./shown-vaults.mts";
import * as dialogs from "./states/dialogs.mts";
import * as fixes from "./states/fixes.mts";
import * as notes from "./states/notes.mts";
import * as problems from "./states/problems.mts";
import { clockRadio, livePreview, reading, run, showInTab, showNote } from "./states/run.mts";
import * as tree from "./states/tree.mts";

export type Device = "phone" | "desktop";
export type Theme = (typeof themes)[number];
export const themes = ["dark", "light"] as const;

/** One view in one state: how the page is opened, and what is done before it is looked at. */
export interface Shot {
  readonly name: string;
  /** Desktop only, if left out. */
  readonly on?: readonly Device[];
  readonly vault: VaultMaker;
  /** The app in a language that is written from right to left. */
  readonly isRightToLeft?: boolean;
  /** Has no element that another does not have, only more or narrower: its contrast in the other theme is theirs. */
  readonly forEyes?: boolean;
  /** It is shown in the README, in this theme. */
  readonly readme?: Theme;
  readonly act: (page: Page, device: Device) => Promise<void>;
}

const both: readonly Device[] = ["desktop", "phone"];

/** The same view for eyes alone: in a vault, or in a state, that has no element of its own. */
const forEyes = { forEyes: true } as const;
const fromTheRight = { vault: rightToLeft, isRightToLeft: true } as const;
const sampleFromTheRight = { vault: sample, isRightToLeft: true, forEyes: true } as const;

/** A note of the sample vault with a link that has a sure repair. */
const screens = "Notes/Research_Digests/2021/reading speed on small screens.md";

/** Every view and state that is looked at: by eye, and by axe. */
export const shots: readonly Shot[] = [
  { name: "problems", on: both, vault: sample, readme: "light", act: problems.problemsBesideNote },
  {
    name: "problems-by-note",
    ...forEyes,
    on: both,
    vault: sample,
    act: (page) => problems.groupBy(page, "note"),
  },
  { name: "problems-by-rule", on: both, vault: sample, act: (page) => problems.groupBy(page, "rule") },
  { name: "problems-filtered", vault: sample, act: problems.filteredProblems },
  { name: "problems-warnings", ...forEyes, vault: sample, act: problems.onlyWarnings },
  { name: "problems-hover", ...forEyes, vault: sample, act: problems.hoverProblemRow },
  { name: "problems-no-match", vault: sample, act: problems.noMatch },
  { name: "problems-clean", on: both, vault: clean, act: problems.openProblems },
  { name: "problems-empty", vault: empty, act: problems.openProblems },
  { name: "problems-config", ...forEyes, vault: wrongConfig, act: problems.openProblems },
  { name: "problems-thousands", ...forEyes, on: both, vault: thousands, act: problems.openProblems },
  { name: "problems-long", ...forEyes, on: both, vault: longTitles, act: problems.openProblems },
  { name: "problems-scripts", ...forEyes, on: both, vault: scripts, act: problems.openProblems },
  { name: "problems-narrow", ...forEyes, vault: sample, act: problems.narrowProblems },
  { name: "problems-wide", ...forEyes, vault: sample, act: problems.problemsInTab },
  { name: "problems-rtl", on: both, ...fromTheRight, act: problems.openProblems },
  { name: "menu-problem", on: both, vault: sample, act: problems.problemMenu },
  { name: "menu-filter", vault: sample, act: problems.filterMenu },
  { name: "exception", on: both, vault: sample, act: problems.keepPlaceholder },
  { name: "exception-rtl", ...sampleFromTheRight, act: problems.keepPlaceholder },
  { name: "choose-target", on: both, vault: sample, act: problems.repairLinks },
  { name: "choose-rule", vault: sample, act: problems.chooseRule },
  { name: "rule", on: both, vault: sample, act: problems.explainRule },
  { name: "rule-rtl", ...sampleFromTheRight, act: problems.explainRule },

  { name: "fixes", on: both, vault: sample, act: fixes.previewFixes },
  { name: "fixes-chosen", vault: sample, act: fixes.chosenFixes },
  { name: "fixes-narrow", ...forEyes, vault: sample, act: fixes.narrowFixes },
  { name: "fixes-rtl", ...forEyes, on: both, ...fromTheRight, act: fixes.previewFixes },
  { name: "fixes-empty", on: both, vault: clean, act: fixes.noFixes },
  { name: "fixes-busy", vault: sample, act: fixes.makingFixes },
  { name: "fixes-cancelled", vault: sample, act: fixes.cancelledFixes },
  { name: "fixes-applied", on: both, vault: sample, act: fixes.appliedFixes },
  { name: "fixes-left", on: both, vault: sample, act: fixes.leftNotes },
  { name: "fixes-undone", ...forEyes, vault: sample, act: fixes.undoneFixes },

  { name: "tree", on: both, vault: sample, readme: "dark", act: (page) => tree.openTree(page) },
  { name: "tree-deep", ...forEyes, on: both, vault: sample, act: tree.deepTree },
  { name: "tree-filtered", ...forEyes, vault: sample, act: (page) => tree.filteredTree(page, "machines") },
  { name: "tree-no-match", vault: sample, act: (page) => tree.filteredTree(page, "no such words") },
  { name: "tree-narrow", ...forEyes, vault: sample, act: tree.narrowTree },
  { name: "tree-wide", ...forEyes, vault: sample, act: treeInTab },
  { name: "tree-no-note", vault: clean, act: (page) => run(page, "open-tree") },
  { name: "tree-empty", vault: wrongConfig, act: (page) => tree.emptyTree(page, alone) },
  { name: "tree-marks", vault: marked, act: (page) => tree.openTree(page, bench) },
  { name: "tree-long", ...forEyes, on: both, vault: longTitles, act: (page) => tree.openTree(page, longest) },
  { name: "tree-scripts", ...forEyes, on: both, vault: scripts, act: (page) => tree.openTree(page, islands) },
  { name: "tree-rtl", on: both, ...fromTheRight, act: (page) => tree.openTree(page, cables) },
  { name: "menu-tree", on: both, vault: sample, act: tree.treeMenu },
  { name: "menu-tree-options", vault: sample, act: tree.treeOptions },

  {
    name: "editor",
    vault: sample,
    readme: "light",
    act: (page) => notes.hoverProblem(page, screens, "e-paper"),
  },
  { name: "editor-gutter", vault: sample, act: notes.hoverMark },
  { name: "editor-rtl", ...sampleFromTheRight, act: (page) => notes.hoverProblem(page) },
  {
    name: "editor-live-preview",
    ...forEyes,
    on: both,
    vault: sample,
    act: (page) => showNote(page, livePreview),
  },
  { name: "editor-completions", ...forEyes, vault: marked, act: (page) => notes.completions(page, bench) },
  { name: "reading-view", ...forEyes, vault: sample, act: (page) => showNote(page, reading) },
  { name: "block", on: both, vault: marked, act: (page) => showNote(page, reading, bench) },
  { name: "block-live", vault: marked, act: (page) => showNote(page, livePreview, bench) },
  { name: "block-rtl", ...forEyes, ...fromTheRight, act: (page) => showNote(page, reading, cables) },

  { name: "note-types", on: both, vault: sample, act: dialogs.inferNoteTypes },
  { name: "note-types-rtl", ...sampleFromTheRight, act: dialogs.inferNoteTypes },
  { name: "new-note", on: both, vault: withTypes, act: (page) => dialogs.newNote(page) },
  { name: "new-note-title", on: both, vault: withTypes, act: (page) => dialogs.newNote(page, "TJ") },
  { name: "compare", on: both, vault: sample, act: dialogs.compare },
  { name: "compare-differences", on: both, vault: sample, act: dialogs.compareDifferences },
  { name: "compare-rtl", ...sampleFromTheRight, act: dialogs.compare },

  { name: "settings", on: both, vault: sample, act: (page) => dialogs.openSettings(page) },
  { name: "settings-mistakes", on: both, vault: wrongConfig, act: dialogs.settingsMistakes },
  { name: "settings-rtl", on: both, ...sampleFromTheRight, act: (page) => dialogs.openSettings(page) },
  { name: "settings-rules", vault: sample, act: (page) => dialogs.openSettings(page, "Rules") },
  { name: "settings-rule", on: both, vault: sample, act: settingsOfRule },
  { name: "settings-rule-rtl", ...sampleFromTheRight, act: settingsOfRule },
  {
    name: "settings-type",
    vault: withTypes,
    act: (page) => dialogs.openSettings(page, "Note types", "Note type MR"),
  },
  {
    name: "settings-classes",
    ...forEyes,
    vault: withTypes,
    act: (page) => dialogs.openSettings(page, "CSS classes"),
  },
];

function settingsOfRule(page: Page): Promise<void> {
  return dialogs.openSettings(page, "Rules", "unresolved-link");
}

async function treeInTab(page: Page): Promise<void> {
  await showInTab(page, "linkage-tree", { note: clockRadio, pinned: true });
  await page.locator(".linkage-view [role=treeitem]").first().waitFor();
}

import type { TypeList } from "../journal/config-change.ts";
import { configName, type NoteType } from "../journal/conventions.ts";
import type { PropertyKind } from "../journal/property-kinds.ts";
import type { TreeNodeKind } from "../linkage/tree-node.ts";
import type { GroupName, TreeOrder } from "../linkage/tree-options.ts";
import type { BatchProgress } from "../lint/fix-batch.ts";
import type { Summary } from "../report/summary.ts";
import type { UndoReport } from "../report/undo-text.ts";
import { severities, type Severity } from "../rules/rule.ts";
import { quote } from "../text/quote.ts";
import type { FixGrouping } from "./fixes/fix-request.ts";
import type { ProblemCount } from "./problem-count.ts";
import type { ProblemCounts } from "./problems/shown-problems.ts";
import type { Grouping } from "./problems/problems-state.ts";
import { listText, momentText, numberText, plural } from "./reader-language.ts";

const notes = (count: number): string => plural(count, { one: "# note", other: "# notes" });
const files = (count: number): string => plural(count, { one: "# file", other: "# files" });
const otherFiles = (count: number): string => plural(count, { one: "# other file", other: "# other files" });
const problems = (count: number): string => plural(count, { one: "# problem", other: "# problems" });
const links = (count: number): string => plural(count, { one: "# link", other: "# links" });
const tags = (count: number): string => plural(count, { one: "# tag", other: "# tags" });
const changes = (count: number): string => plural(count, { one: "# change", other: "# changes" });
const differences = (count: number): string => plural(count, { one: "# difference", other: "# differences" });

const ofSeverity = {
  error: (count: number): string => plural(count, { one: "# error", other: "# errors" }),
  warning: (count: number): string => plural(count, { one: "# warning", other: "# warnings" }),
  info: (count: number): string => plural(count, { other: "# info" }),
} as const satisfies Readonly<Record<Severity, unknown>>;

/** `2 errors, 1 warning, 5 info`, without those that are not there. */
const bySeverity = (count: ProblemCount): string =>
  listText(severities.map((severity) => (count[severity] > 0 ? ofSeverity[severity](count[severity]) : "")));

/** A command that others speak of. */
const undoBatch = "Undo last batch";

const severityNames = { error: "Error", warning: "Warning", info: "Info" } as const;
const problemGroupings = {
  target: "By target",
  rule: "By rule",
  note: "By note",
} as const satisfies Readonly<Record<Grouping, string>>;

/**
 * All that the plugin shows or has read aloud, in one table, grouped by where it is shown. Sentence case; titles, labels and
 * single sentences have no full stop, descriptions in the settings have; the author's words stand in straight double quotes,
 * paths are never cut; `…` ends what asks for more before anything is done.
 *
 * To translate: put other words here, keep the keys, and give `reader-language.ts` the language, by which plurals and lists
 * then go. A text with names or numbers in it is a function, so that a language may put them in its own order; a count in
 * words is `plural`, with one form for each that the language has (`one`, `few`, `many`, `other`) and `#` where the number
 * goes. What an author wrote does not belong into such a form. Numbers and dates are written as the app's language has it.
 *
 * Elsewhere is what the command line says too: summaries and messages of rules and titles of repairs are with their rule
 * (`src/rules`), why the vault or a note cannot be what was asked for (`src/journal`, `src/writing`, `src/lint`), the names
 * and marks in the linkage tree's rows (`src/linkage`), and what is printed or written into notes (`src/report`). Names of
 * rules and options are keys of `linkage.yaml` and the same in every language.
 */
export const texts = {
  /** In several views. */
  shared: {
    reading: "Reading the vault…",
    unreadable: (reason: string): string => `The vault could not be read: ${reason}`,
    failed: (reason: string): string => `That did not work: ${reason}`,
    groupBy: "Group by",
    expandAll: "Expand all",
    collapseAll: "Collapse all",
    open: "Open",
    openInNewTab: "Open in new tab",
    cancel: "Cancel",
    copyAsMarkdown: "Copy as Markdown",
    isThere: (name: string): string => `"${name}" is there already`,
    gone: (path: string): string => `"${path}" is no longer there`,
    /** What a menu calls something that is asked about before it is done. */
    asked: (title: string): string => `${title}…`,
    moreNotes: (count: number): string =>
      plural(count, { one: "Show # more note", other: "Show # more notes" }),
    severities: { ...severityNames, off: "Off" },
    configRefused: (reason: string): string => `${configName} was not changed: ${reason}`,
    configKeepsChanging: `${configName} keeps changing, expected it at rest`,
    unreadableFile: (reason: string): string => `This file cannot be read: ${reason}`,
    vaultNotFollowed: (reason: string): string => `The vault could not be followed: ${reason}`,
  },

  /** In the command palette, after the plugin's name. */
  commands: {
    lintVault: "Lint vault",
    lintNote: "Lint this note",
    openProblems: "Open problems",
    nextProblem: "Next problem",
    previousProblem: "Previous problem",
    fixProblem: "Fix this problem",
    explainProblem: "Explain this problem",
    fixVault: "Fix problems in vault",
    fixNote: "Fix this note",
    repairLinks: "Repair all links to this target",
    undoBatch,
    openTree: "Open linkage tree",
    copyTree: {
      markdown: "Copy linkage tree as Markdown",
      mermaid: "Copy linkage tree as Mermaid",
      html: "Copy linkage tree as HTML block",
    },
    insertBlock: "Insert linkage block",
    updateBlock: "Update linkage block",
    newNote: "New note of a type",
    inferNoteTypes: "Infer note types",
    compareLinks: "Compare with the app's links",
  },

  /** In notices while the vault is linted, and after it. */
  lintRun: {
    linting: "Linting the vault",
    cancelled: "The vault was not linted to the end: you cancelled it",
    noNotes: "There are no notes to lint",
    /** `5 problems in 3 of 1,940 notes and 1 other file: 1 error, 4 warnings`. */
    result: (found: Summary): string => {
      const count = found.error + found.warning + found.info;
      if (count === 0) return texts.problems.noProblems(found.notes);
      const [all, each] = [problems(count), bySeverity(found)];
      const ofNotes = `${numberText(found.notesWithProblems)} of ${notes(found.notes)}`;
      if (found.filesWithProblems === 0) return `${all} in ${ofNotes}: ${each}`;
      if (found.notes === 0) return `${all} in ${files(found.filesWithProblems)}: ${each}`;
      const others = otherFiles(found.filesWithProblems);
      return found.notesWithProblems === 0
        ? `${all} in ${others}: ${each}`
        : `${all} in ${ofNotes} and ${others}: ${each}`;
    },
  },

  /** Of the active note: in the status bar, in the view's actions on phones, and in a notice. */
  noteProblems: {
    inNote: (count: ProblemCount): string => {
      const each = bySeverity(count);
      return each === "" ? "No problems in this note" : `${each} in this note`;
    },
  },

  /** In the editor, where a problem is underlined, and in what its commands ask. */
  editor: {
    /** Who says what is wrong, where several do. */
    source: "Linkage",
    chooseRepair: "Choose a repair",
    repairOf: (title: string, rule: string): string => `${title} (${rule})`,
    chooseRule: "Choose a rule",
  },

  /** In the dialog that explains a rule. */
  rule: {
    unknown: "No rule has this name",
    severity: `Severity, if ${configName} does not say another`,
    notes: "Notes",
    allNotes: "All",
    typedNotes: "Those that have a note type",
    option: (name: string): string => `Option ${name}`,
    exceptNextLine: "To make an exception of the next line",
    exceptNote: "To make an exception of the whole note, in its properties",
  },

  /** In the problems view, its menus, and in what they do. */
  problems: {
    title: "Problems",
    allClean: "All clean",
    noNotesYet: "Problems are listed here as soon as there are notes",
    noProblems: (count: number): string =>
      count === 0 ? texts.lintRun.noNotes : `No problems in ${notes(count)}`,
    noMatch: "No problem matches the filters",
    clearFilters: "Clear filters",
    groupings: problemGroupings,
    search: "Filter problems",
    filter: "Filter by note, folder or rule",
    onlyNote: "Only the open note",
    onlyFolder: "Only the folder of the open note",
    removeFilter: (what: string): string => `Remove filter: ${what}`,
    copyAll: "Copy all as Markdown",
    copied: (count: number): string => `${problems(count)} copied`,
    exportAll: "Export as a note",
    /** The file that a list is exported to; `number` grows from 1 on while there is one. */
    exportedFile: (number: number): string =>
      number === 1 ? "Problems.md" : `Problems ${String(number)}.md`,
    exportedOn: (date: string): string => `Problems on ${date}`,
    nothingToExport: "No problem is shown, so there is nothing to export",
    createNote: (target: string): string => `Create the note ${quote(target)}`,
    keepPlaceholder: (target: string): string => `Keep ${quote(target)} as a placeholder`,
    ignoreRuleHere: (rule: string): string => `Ignore ${rule} in this note`,
    ignoreNote: "Ignore this note",
    willChange: (path: string): string => `These lines of "${path}" will change:`,
    willCreate: (path: string): string => `"${path}" will be created with these lines:`,
    changedLines: "Changed lines",
    write: "Write",
    written: (path: string): string => `"${path}" was changed`,
    alreadySo: `${configName} says so already`,
    onlyThisRule: "Only this rule",
    onlyThisNote: "Only this note",
    onlyThisFolder: "Only this folder",
    tree: "Problems",
    /** The button that shows or hides the problems of a severity. */
    showSeverity: {
      error: (count: number): string => `Show errors: ${numberText(count)}`,
      warning: (count: number): string => `Show warnings: ${numberText(count)}`,
      info: (count: number): string => `Show info: ${numberText(count)}`,
    } satisfies Readonly<Record<Severity, unknown>>,
    counts: ({ shown, files: count, total }: ProblemCounts): string =>
      shown === total
        ? `${problems(total)} in ${files(count)}`
        : `${numberText(shown)} of ${problems(total)} in ${files(count)}`,
    count: problems,
    /** Line and column, as editors write them. */
    place: (line: number, column: number): string => `${String(line)}:${String(column)}`,
    /** A row for the screen reader and as a tooltip: a problem, and what stands for several. */
    problemRow: (severity: Severity, message: string, rule: string, path: string, place: string): string =>
      `${severityNames[severity]}: ${message} (${rule}), ${path} ${place}`.trimEnd(),
    branchRow: (severity: Severity, label: string, detail: string, count: number): string =>
      `${severityNames[severity]}: ${listText([label, detail, problems(count)])}`,
    notANote: (path: string): string => `"${path}" did not open in an editor`,
    gone: (path: string): string => `"${path}" has changed, and the problem is no longer there`,
    changed: (path: string): string => `"${path}" has changed meanwhile, so nothing was written`,
    inConfig: (path: string, line: number, message: string): string =>
      `${path}, line ${String(line)}: ${message}. The app does not open this file: change it in Linkage's settings or in a text editor`,
    notOpened: (path: string): string => `"${path}" could not be opened`,
  },

  /** In the preview of what repairs would change, and in the menus and dialogs that lead to it. */
  fixes: {
    title: "Fixes",
    phase: ({ phase, done, total }: BatchProgress): string =>
      total === 0
        ? texts.fixes.phases[phase]
        : `${texts.fixes.phases[phase]}: ${numberText(done)} of ${notes(total)}`,
    phases: { prepare: "Reading", fix: "Looking at", check: "Checking all together" } satisfies Readonly<
      Record<BatchProgress["phase"], string>
    >,
    writing: (done: number, total: number): string => `Writing: ${numberText(done)} of ${notes(total)}`,
    progress: "Progress",
    cancelled: "You cancelled before anything was written",
    again: "Look again",
    nothing: "No sure repairs",
    nothingSure: "Where there is a choice to make, a problem's own menu has its repairs",
    nothingLinked: "No link is left that this repair is for",
    wholeVault: "Sure repairs in the vault",
    sure: (what: readonly string[]): string => `Sure repairs: ${listText(what)}`,
    linkTo: (targets: readonly string[], note: string): string =>
      `Links to ${listText(targets.map(quote))} lead to ${quote(note)}`,
    asText: (targets: readonly string[]): string =>
      `Links to ${listText(targets.map(quote))} become plain text`,
    counts: (chosen: number, all: number, count: number): string =>
      chosen === all
        ? `${changes(all)} in ${notes(count)}`
        : `${numberText(chosen)} of ${changes(all)} in ${notes(count)} chosen`,
    /** What there is to be said, and how many notes nothing is known of. */
    withUnread: (said: string, count: number): string => {
      const unread = plural(count, {
        one: "# note could not be read and would stay as it is",
        other: "# notes could not be read and would stay as they are",
      });
      return `${said}. ${unread}`;
    },
    all: "Choose all",
    none: "Choose none",
    apply: "Apply",
    applyChanges: (count: number): string => `Apply ${changes(count)}`,
    groupings: {
      rule: "By rule",
      target: "By target",
      folder: "By folder",
      note: "By note",
    } satisfies Readonly<Record<FixGrouping, string>>,
    tree: "Changes to choose from",
    diff: "What would change",
    moreLines: (count: number): string =>
      plural(count, { one: "Show # more line", other: "Show # more lines" }),
    noTarget: "Without a target",
    topFolder: "Top folder",
    /** How many of a row are chosen, where there is room for numbers only. */
    share: (chosen: number, all: number): string =>
      chosen === all ? numberText(all) : `${numberText(chosen)}/${numberText(all)}`,
    /** A row for the screen reader and as a tooltip: one repair or problem, what can be chosen, what is told beside. */
    row: (label: string, detail: string): string => listText([label, detail]),
    choiceRow: (label: string, detail: string, chosen: number, all: number): string =>
      chosen === all
        ? listText([label, detail, changes(all)])
        : listText([label, detail, `${numberText(chosen)} of ${changes(all)} chosen`]),
    saidRow: (label: string, count: number): string => listText([label, problems(count)]),
    refused: (reason: string): string => `Not repaired: ${reason}`,
    comesToLight: "Would come to light",
    leftAsItIs: "Nothing of this note is chosen",
    alone: (reason: string): string => `This note would stay as it is: ${reason}`,
    unended: "No line end",
    openNote: "Open note",
    onlyThis: "Choose only this",
    leaveOut: "Leave out",
    take: "Choose",
    written: (count: number): string => `Changed ${notes(count)}`,
    outcome: (written: number, left: number): string =>
      left === 0 ? texts.fixes.written(written) : `Changed ${notes(written)}, left ${notes(left)}`,
    undo: "Undo",
    notLast: `Another batch has been written since: the command "${undoBatch}" undoes that one first`,
    noJournalTitle: "Apply without undo?",
    noJournal:
      "What can be undone cannot be kept: the app has no database here, or it does not open. The notes that are open can be undone in their editors, the others cannot.",
    applyAnyway: "Apply without undo",
    fixThese: "Fix these problems…",
    fixNote: "Fix this note…",
    fixFolder: (folder: string): string => `Fix the folder ${quote(folder)}…`,
    repairLinks: (target: string): string => `Repair all links to ${quote(target)}…`,
    leadTo: (target: string): string =>
      `Repair all links to ${quote(target)}… To which note, or as plain text?`,
    plainText: "As plain text",
  },

  /** Of batches of changes: why a note is left, and what comes of writing and undoing. */
  batches: {
    /** What a batch was made by, as it is named when it is undone. */
    commands: { fix: "fix", rename: "rename" },
    changed: "It has changed meanwhile",
    vanished: "It is no longer there",
    unsaved: "Its tabs show different texts, or one that is not saved yet, expected the same in all",
    otherwise: "The editor has written something else, see its own undo",
    tooLarge: "It would have more than 2 MB, expected less",
    halfCharacter: "The new text holds half a character, which no file can, expected whole ones",
    stopped: "You cancelled before its turn",
    busy: "Another batch is being written, expected that to be over",
    tooMuch:
      "So many changes do not fit into the journal of what can be undone, expected fewer notes at once",
    notJournaled: (reason: string): string =>
      `What can be undone could not be put down, so nothing was written: ${reason}`,
    cannotJournal: "What can be undone cannot be put down",
    undoing: "Undoing the last batch",
    notUndone: (reason: string): string => `The last batch was not undone: ${reason}`,
    nothingToUndo: "There is nothing to undo in this vault",
    noJournal: "What can be undone could not be read: the app has no database, or it does not open",
    undid: ({ command, when, written, lost }: UndoReport): string => {
      const batch = `"${command}" of ${momentText(when)}`;
      const count = plural(written.length, {
        one: "# note has its old text again",
        other: "# notes have their old text again",
      });
      const undone = written.length === 0 ? `Undid nothing of ${batch}` : `Undid ${batch}: ${count}`;
      if (lost === 0) return undone;
      return lost === null
        ? `${undone}; the journal is damaged and knows no more of how many notes there were`
        : `${undone}; the journal is damaged and knows no more of ${notes(lost)}`;
    },
    left: (count: number, why: string): string => `Left ${notes(count)}: ${why}`,
    someLeft: (count: number): string => `${notes(count)} could not be undone`,
  },

  /** Of links in HTML that follow a rename. */
  renames: {
    ask: (count: number, inNotes: number): string =>
      plural(count, {
        one: `# link in the HTML of ${notes(inNotes)} leads elsewhere since files were renamed`,
        other: `# links in the HTML of ${notes(inNotes)} lead elsewhere since files were renamed`,
      }),
    update: (count: number): string => plural(count, { one: "Update link", other: "Update links" }),
    updated: (count: number, inNotes: number): string =>
      `Updated ${links(count)} in the HTML of ${notes(inNotes)}: "${undoBatch}" takes it back`,
    someLeft: (inNotes: number, why: string): string => `Left links in ${notes(inNotes)}: ${why}`,
    failed: (reason: string): string => `The links in HTML were not updated: ${reason}`,
  },

  /** In the linkage tree view and its menus. */
  linkageTree: {
    title: "Linkage tree",
    noNote: "Open a note to see how it hangs together",
    nothing: "No tags, no links, and nothing links here",
    noMatch: "No row matches the filter",
    showAll: "Show all",
    pin: "Keep showing this note",
    unpin: "Follow the active note",
    search: "Filter rows",
    options: "Groups, order and depth",
    plain: "Below notes only their own links",
    groups: {
      linkage: "Linkage",
      tags: "Tags",
      "see also": "See also",
      links: "Links",
      backlinks: "Backlinks",
      unresolved: "Unresolved",
      journal: "Journal",
    } satisfies Readonly<Record<GroupName, string>>,
    orders: {
      text: "In text order",
      name: "By name",
      date: "Newest first",
      links: "Most links first",
    } satisfies Readonly<Record<TreeOrder, string>>,
    depth: (levels: number): string =>
      levels === 1 ? "Groups only" : plural(levels, { one: "# level open", other: "# levels open" }),
    create: "Create note",
    showTree: "Show its linkage tree",
    copyLink: "Copy link",
    linkCopied: "Link copied",
    searchTag: "Search for this tag",
    copyTag: "Copy tag",
    tagCopied: "Tag copied",
    copyList: "Copy as list",
    listCopied: "List copied",
    expandBelow: "Expand all below",
    treeCopied: "Linkage tree copied",
    /** What a row stands for, where its icon says so to those who see it. */
    kinds: {
      note: "",
      file: "file",
      group: "",
      tag: "",
      missing: "no file",
      text: "",
    } satisfies Readonly<Record<TreeNodeKind, string>>,
    rows: (count: number): string => plural(count, { one: "# row", other: "# rows" }),
    /** A row for the screen reader and as a tooltip; what is empty is left out. */
    row: (parts: readonly string[]): string => listText(parts),
    /** What stands between the marks of a row. */
    markSeparator: " · ",
  },

  /** In what the commands on linkage blocks say. */
  linkageBlock: {
    nothing: "The note has no tags and no links for a linkage block",
    noPlace: "There is no place for a linkage block: what stands above it would take it for text of its own",
    complete: "The linkage block shows every tag and link of the note",
    added: (tagCount: number, linkCount: number): string => {
      if (linkCount === 0) return `Added to the linkage block: ${tags(tagCount)}`;
      if (tagCount === 0) return `Added to the linkage block: ${links(linkCount)}`;
      return `Added to the linkage block: ${tags(tagCount)} and ${links(linkCount)}`;
    },
    fault: (line: number, fault: string): string =>
      `The linkage block stays as it is. Line ${String(line)}: ${fault}`,
    noList: "The linkage block stays as it is: none of its lists can be told to be for what is missing",
    unclear: "The linkage block stays as it is: with what is missing it would no longer say all that it says",
    changed: "The note has changed meanwhile and stays as it is",
  },

  /** Where notes of a type are created. */
  newNote: {
    chooseType: "Choose the type of the note",
    /** `TJ (tech-journal)`. */
    type: ({ code, classes, tags: signs }: NoteType): string => {
      const name = classes[0] ?? signs[0];
      return name === undefined ? code : `${code} (${name})`;
    },
    ask: (code: string): string => `New ${code} note`,
    title: "Title",
    create: "Create",
    noTypes: `${configName} lists no note type to create a note of`,
    createOf: (target: string, code: string): string => `Create the note ${quote(target)} as ${code}`,
    createOfType: (target: string): string => `Create the note ${quote(target)} of a type…`,
    failed: (reason: string): string => `The note could not be created: ${reason}`,
  },

  /** Where note types are inferred: the offer in the problems view and in the settings, and the dialog. */
  noteTypes: {
    title: "Infer note types",
    detail: "Look at what the notes have in common, and see what Linkage would write down of it.",
    infer: "Infer note types…",
    notNow: "Not now",
    isThere: `${configName} is there already, and nothing is written over it. Your note types are in the settings`,
    none: (count: number): string =>
      `No note types in ${notes(count)}: it takes 5 or more that have a code, or a class, tag and folder, in common`,
    found: (types: number, count: number, without: number): string => {
      const found = plural(types, {
        one: `# note type in ${notes(count)}`,
        other: `# note types in ${notes(count)}`,
      });
      return without === 0 ? `${found}.` : `${found}; ${numberText(without)} without one.`;
    },
    columns: ["Type", "Notes", "Told by"],
    changed: `${configName} has been created meanwhile, so nothing was written`,
    failed: (reason: string): string => `The note types could not be inferred: ${reason}`,
  },

  /** In the dialog that compares links with the app's, and in what is copied of it. */
  compare: {
    copied: "Comparison copied",
    failed: (reason: string): string => `The links could not be compared: ${reason}`,
    noDifferences: (inNotes: number): string => `No differences in ${notes(inNotes)}`,
    found: (count: number, differing: number, all: number): string =>
      `${differences(count)} in ${numberText(differing)} of ${notes(all)}`,
    notIndexed: (count: number): string => `Obsidian has not indexed ${notes(count)}`,
    inHtml: (count: number, inNotes: number): string =>
      `As expected, Obsidian does not index what stands in HTML: ${links(count)} in ${notes(inNotes)}`,
    ofReferences: (count: number, inNotes: number): string =>
      `As expected, Obsidian keeps reference links apart: ${links(count)} in ${notes(inNotes)}`,
    /** One difference. Links and targets are set off already; `null` for a link that leads nowhere. */
    target: (link: string, ours: string | null, app: string | null): string => {
      if (ours === null) return `${link} leads nowhere in Linkage, but to ${app ?? link} in Obsidian`;
      if (app === null) return `${link} leads to ${ours} in Linkage, but nowhere in Obsidian`;
      return `${link} leads to ${ours} in Linkage, but to ${app} in Obsidian`;
    },
    onlyOurs: (link: string, to: string | null): string =>
      to === null
        ? `Only Linkage reads ${link} as a link, which leads nowhere`
        : `Only Linkage reads ${link} as a link, which leads to ${to}`,
    onlyApp: (link: string, to: string | null): string =>
      to === null
        ? `Only Obsidian reads ${link} as a link, which leads nowhere`
        : `Only Obsidian reads ${link} as a link, which leads to ${to}`,
    counted: (link: string): string => `Only Obsidian counts a link to ${link} in this note`,
    uncounted: (link: string): string => `Only Linkage counts a link to ${link} in this note`,
    copiedTitle: "Links of Linkage and of Obsidian",
    copiedNotIndexed: "Not indexed by Obsidian",
  },

  /** In the settings tab and its dialogs. */
  settings: {
    unreadable: (reason: string): string => `The settings could not be read: ${reason}`,
    writing: "While you write",
    liveLint: "Show problems in the editor",
    liveLintDetail: "Underline problems in the notes you write, and offer repairs for them.",
    delay: "Delay",
    delayDetail: "How long the text must rest before it is checked, in milliseconds.",
    statusBar: "Count problems in the status bar",
    statusBarDetail: "Phones have no status bar.",
    blockLinks: "Show links in linkage blocks",
    blockLinksDetail:
      "In reading view and live preview, links and tags in a linkage block open. Notes stay as they are.",
    grouping: "Problems view",
    groupingDetail: "How problems are grouped at first.",
    groupings: problemGroupings,
    conventions: "Conventions of this vault",
    conventionsDetail: `These are in ${configName} at the top of the vault, for everybody who writes in it.`,
    mistakeAt: (line: number): string => `${configName}, line ${String(line)}`,
    rules: "Rules",
    rulesDetail: "What is checked, and how much it matters.",
    severity: "Severity",
    usualSeverity: {
      error: "As usual (error)",
      warning: "As usual (warning)",
      info: "As usual (info)",
      off: "As usual (off)",
    } satisfies Readonly<Record<Severity | "off", string>>,
    /** How grave a rule is, what it is about, what holds for it, and what there is to set of it. */
    ruleDetail: (
      summary: string,
      severity: Severity | "off",
      exceptions: number,
      options: readonly string[],
    ): string =>
      [
        `${texts.shared.severities[severity]} · ${summary}`,
        ...(exceptions > 0 ? [plural(exceptions, { one: "# exception.", other: "# exceptions." })] : []),
        ...(options.length > 0 ? [`Options: ${listText(options).toLowerCase()}.`] : []),
      ].join(" "),
    ignored: "Ignored notes",
    ignoredDetail: "Notes that no rule speaks of.",
    ignoredBy: (rule: string): string => `Notes that ${rule} ignores`,
    lintExcluded: "Check what the app leaves out",
    lintExcludedDetail: "Excluded files and the templates folder, as the app's own settings name them.",
    noneIgnored: "No note is ignored",
    addIgnored: "Ignore notes",
    glob: "A path, or a pattern such as Templates/**",
    placeholders: "Placeholders",
    placeholdersDetail: "Targets without a note that links lead to on purpose.",
    noPlaceholders: "No placeholder is known",
    addPlaceholder: "Add a placeholder",
    site: "Site",
    siteDetail:
      'For Quartz, links are checked as the site resolves them, too. Obsidian Publish has the notes with "publish: true".',
    sites: { none: "None, or of another kind", quartz: "Quartz", publish: "Obsidian Publish" },
    classes: "CSS classes",
    classesDetail:
      "Classes besides those of note types and CSS snippets. Once one is listed, others are reported.",
    noClasses: "No class is listed, so that notes may have any",
    addClass: "Add a class",
    classDetail: "A class, as notes have it in cssclasses",
    types: "Note types",
    typesDetail: "How to tell a kind of note, and what each of its notes must have.",
    noTypes: "No note type of your own",
    addType: "Add a note type",
    code: "Its code in note ids, such as TJ",
    type: (code: string): string => `Note type ${code}`,
    builtIn: "Built-in note types",
    builtInDetail: "Tech-journal notes (TJ) are known without further words.",
    lists: {
      classes: "Classes",
      tags: "Tags",
      folders: "Folders",
      required: "Required properties",
      sections: "Required sections",
    } satisfies Readonly<Record<TypeList, string>>,
    addToList: {
      classes: "Add to classes",
      tags: "Add to tags",
      folders: "Add to folders",
      required: "Add to required properties",
      sections: "Add to required sections",
    } satisfies Readonly<Record<TypeList, string>>,
    listDetails: {
      classes: "Items of cssclasses that tell the type",
      tags: "Tags that tell the type",
      folders: "Folders with notes of the type",
      required: "Properties that each note of the type must have",
      sections: "Headings that each note of the type must have; a new note has them in this order",
    } satisfies Readonly<Record<TypeList, string>>,
    properties: "What properties hold",
    addProperty: "Add a property",
    property: "Its name, as it is to be written",
    kind: "Kind",
    kindDetail: "What the property holds in notes of the type.",
    kinds: {
      any: "Anything",
      text: "Text",
      list: "List",
      number: "Number",
      checkbox: "Checkbox",
      date: "Date",
      datetime: "Date and time",
    } satisfies Readonly<Record<PropertyKind, string>>,
    /** What a property holds: its kind, and its values if only some are meant. */
    propertyDetail: (kind: PropertyKind, values: readonly string[]): string =>
      [texts.settings.kinds[kind], ...values].join(" · "),
    values: "Values",
    anyValue: "It may have any value",
    addValue: "Add a value",
    valueDetail: "A value that the property, or an item of it, may have",
    wrongValue: { number: "Expected a number", checkbox: "Expected true or false" },
    linkage: "Require a linkage block",
    linkageDetail: "Each note of the type must show what it is linked to.",
    ending: "Last line",
    endingDetail: "The line that a new note of the type ends with, or nothing",
    endsWith: (line: string): string => `Notes of the type end with "${line}".`,
    noEnding: "Notes of the type end with their last section.",
    nothing: "Nothing yet",
    addToOption: (option: string): string => `Add to ${option.toLowerCase()}`,
    add: "Add",
    change: "Change",
    notEmpty: "Expected text",
    noCode: "Expected one to four capitals",
    noTag: (tag: string): string => `"${tag}" is not a tag, expected letters, digits, hyphens or underscores`,
    hasBlanks: (text: string): string => `"${text}" holds blanks, expected one name`,
    noClass: (text: string): string =>
      `"${text}" is not a CSS class, expected letters, digits, hyphens and underscores, no digit first`,
    noFolder: (path: string): string => `"${path}" is not a folder of this vault`,
    noTarget: (text: string): string => `"${text}" is a link, expected its target alone`,
    wrongDelay: (least: number, most: number): string =>
      `Expected a whole number from ${String(least)} to ${String(most)}`,
    wrongOption: "Expected another value",
    badGlob: (glob: string, fault: string): string => `"${glob}" ${fault}`,
    matchesNothing: (glob: string): string =>
      `"${glob}" matches nothing in this vault, and brackets, braces and "!" stand for themselves`,
  },

  /** In the help of the app's own command line, and in what it says of a wrong call. */
  commandLine: {
    lint: "Print what is wrong with the vault, or with the notes at a path",
    path: "A note, a folder or a glob, from the vault's root",
    rule: "Only this rule, in full; several with commas between them",
    format: (formats: string): string => `Output format: ${formats}`,
    group: (groupings: string): string => `What text output groups by: ${groupings}`,
    severity: (each: string): string => `The mildest problems to show: ${each}`,
    suggestions: "With repairs in JSON",
    tree: "Draw what a note links to and what links to it",
    note: "A path, a name, a note id or a title",
    depth: (usual: number): string => `How many levels to draw: ${String(usual)} if not said`,
    groups: (groups: string): string => `The groups to show, with commas between them: ${groups}`,
    limit: (usual: number): string =>
      `How many rows of a list to print: ${String(usual)} if not said, all in JSON and HTML`,
    all: "Print all rows of each list",
    facts: "Print what the notes of the vault say, as JSON",
    rulesAreListed: "Linkage's settings list all under Rules",
    noSuchPath: (path: string): string => `"${path}" does not exist, expected a note, a folder or a glob`,
    matchesNone: (glob: string): string =>
      `"${glob}" matches no note, expected a note, a folder or a glob of the vault`,
    noNote: "note is missing, expected a path, a name, a note id or a title",
  },
} as const;

import type { Diagnostic } from "../../lint/diagnostic.ts";
import type { FixOf } from "../../report/groups.ts";
import type { ProblemTable } from "../../report/problem-table.ts";
import type { Steps } from "../../text/steps.ts";
import { buildTree } from "./build-tree.ts";
import { LatestWork } from "./latest-work.ts";
import { ProblemRows } from "./problem-rows.ts";
import { ScopedProblems } from "./scoped-problems.ts";
import { initialState, type Grouping, type ProblemsState } from "./problems-state.ts";
import { movedPath } from "./renames.ts";
import { leadersOf, renamedKey, type BranchNode, type ProblemNode } from "./problems-tree.ts";
import { noCounts, nothingShown, ShownProblems, type ProblemCounts } from "./shown-problems.ts";
import { TargetNodes } from "./target-nodes.ts";

/** What has come of one state and what the table held. */
interface Built {
  readonly grouping: Grouping;
  readonly shown: ShownProblems;
  readonly counts: ProblemCounts;
  readonly tree: readonly BranchNode[];
  readonly leaders: readonly Diagnostic[];
}

const nothing: Built = {
  grouping: initialState.grouping,
  shown: nothingShown,
  counts: noCounts,
  tree: [],
  leaders: [],
};

/**
 * The problems as rows of a tree: from a table, a grouping and filters to what is visible. The way there may be long where
 * there are many problems, so that it is gone in slices; until its end, rows and counts are the old ones. What was expanded and
 * collapsed is kept by key, through updates, filters and groupings.
 */
export class ProblemsModel {
  private readonly table: ProblemTable;
  private readonly scoped: ScopedProblems;
  private readonly targets: TargetNodes;
  private readonly tell: () => void;
  private readonly work = new LatestWork();
  private viewState = initialState;
  private built = nothing;
  private visible = ProblemRows.of([], () => false);
  /** How often something has been expanded or collapsed: rows that were made meanwhile are old. */
  private toggles = 0;
  /** By grouping: keys of what is not as the grouping has it at first. */
  private readonly toggled = { target: new Set<string>(), rule: new Set<string>(), note: new Set<string>() };

  /**
   * @param table all problems; who changes it says so
   * @param fixOf what is known of sure repairs, which come first by target
   * @param tell is called when rows and counts are others; where there is little to do, before the call that asked for it returns
   */
  constructor(table: ProblemTable, fixOf: FixOf = () => null, tell: () => void = () => undefined) {
    this.table = table;
    this.scoped = new ScopedProblems(table);
    this.targets = new TargetNodes(fixOf);
    this.tell = tell;
  }

  /** What is wanted: what is visible may not be there yet. */
  get state(): ProblemsState {
    return this.viewState;
  }

  get rows(): ProblemRows {
    return this.visible;
  }

  get counts(): ProblemCounts {
    return this.built.counts;
  }

  /** The problems that the filters let through, in the order of the vault. */
  shown(): readonly Diagnostic[] {
    return [...this.built.shown.all()];
  }

  /** Ids of the rules that find anything, in alphabetical order. */
  rules(): readonly string[] {
    return [...new Set(Array.from(this.table.sections(), ({ rule }) => rule))].sort();
  }

  /** The problems of which it matters whether they have a sure repair. */
  leaders(): readonly Diagnostic[] {
    return this.built.leaders;
  }

  /** More is known of the sure repairs of these rules. */
  reorder(rules: ReadonlySet<string>): void {
    this.targets.forget(rules);
    this.rebuild();
  }

  /** The table has been filled: what a filter let through before says nothing. From now on each change is told. */
  begin(): void {
    this.scoped.forget();
    this.rebuild();
  }

  /** Problems of these files may be others in the table. */
  update(changed: ReadonlySet<string>): void {
    this.scoped.change(changed);
    this.rebuild();
  }

  setState(state: ProblemsState): void {
    this.viewState = state;
    this.rebuild();
  }

  /** What is being built will not be. */
  stop(): void {
    this.work.stop();
  }

  /** Expand or collapse one node. */
  setExpanded(node: BranchNode, expanded: boolean): void {
    this.remember(node, expanded);
    this.flatten();
  }

  /** What was expanded and collapsed of a note stays so under its new path. */
  rename(oldPath: string, newPath: string): void {
    this.toggles++;
    for (const toggled of Object.values(this.toggled))
      for (const key of [...toggled])
        toggled.add(renamedKey(key, (path) => movedPath(path, oldPath, newPath)));
  }

  /** Expand or collapse everything. */
  setAllExpanded(expanded: boolean): void {
    for (const node of branches(this.built.tree)) this.remember(node, expanded);
    this.flatten();
  }

  private remember(node: BranchNode, expanded: boolean): void {
    const { grouping } = this.built;
    const toggled = this.toggled[grouping];
    this.toggles++;
    if (isExpandedAtFirst(node, grouping) === expanded) toggled.delete(node.key);
    else toggled.add(node.key);
  }

  private rebuild(): void {
    this.work.run(this.build(), ({ toggles, rows, ...built }) => {
      this.built = built;
      if (toggles === this.toggles) this.visible = rows;
      else this.flatten();
      this.tell();
    });
  }

  private *build(): Steps<Built & { readonly toggles: number; readonly rows: ProblemRows }> {
    const { viewState, targets } = this;
    const { grouping } = viewState;
    const shown = new ShownProblems(yield* this.scoped.tableFor(viewState), viewState.severities);
    const counts = yield* shown.count(this.table);
    const tree = yield* buildTree(shown, grouping, targets);
    const leaders = yield* leadersOf(tree);
    const { toggles } = this;
    const rows = yield* ProblemRows.inSteps(tree, this.isExpanded(grouping));
    // To draw them takes a slice of its own.
    yield;
    return { grouping, shown, counts, tree, leaders, toggles, rows };
  }

  private flatten(): void {
    const { grouping, tree } = this.built;
    this.visible = ProblemRows.of(tree, this.isExpanded(grouping));
  }

  private isExpanded(grouping: Grouping): (node: BranchNode) => boolean {
    const toggled = this.toggled[grouping];
    return (node) => isExpandedAtFirst(node, grouping) !== toggled.has(node.key);
  }
}

/** By target, rules show what they are about; by note, all is shown; by rule, the rules alone. */
function isExpandedAtFirst({ kind }: BranchNode, grouping: Grouping): boolean {
  return kind === "note" || (kind === "rule" && grouping === "target");
}

function* branches(nodes: readonly ProblemNode[]): Generator<BranchNode> {
  for (const node of nodes) {
    if (node.kind === "problem") continue;
    yield node;
    yield* branches(node.nodes());
  }
}

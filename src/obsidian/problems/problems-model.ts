import type { Diagnostic } from "../../lint/diagnostic.ts";
import type { FixOf } from "../../report/groups.ts";
import { ProblemRows } from "./problem-rows.ts";
import { filterProblems, type ProblemCounts } from "./problems-filter.ts";
import { initialState, type Grouping, type ProblemsState } from "./problems-state.ts";
import { leadersOf, problemsTree, type BranchNode, type ProblemNode } from "./problems-tree.ts";

/**
 * The problems as rows of a tree: from diagnostics, a grouping and filters to what is visible. What was expanded and
 * collapsed is kept by key, through updates, filters and groupings.
 */
export class ProblemsModel {
  private readonly fixOf: FixOf;
  private diagnostics: readonly Diagnostic[] = [];
  private viewState = initialState;
  private filtered = filterProblems([], initialState);
  private tree: readonly BranchNode[] = [];
  private visible = new ProblemRows([], () => false);
  /** By grouping: keys of what is not as the grouping has it at first. */
  private readonly toggled = { target: new Set<string>(), rule: new Set<string>(), note: new Set<string>() };

  /** @param fixOf what is known of sure repairs, which come first by target */
  constructor(fixOf: FixOf = () => null) {
    this.fixOf = fixOf;
  }

  get state(): ProblemsState {
    return this.viewState;
  }

  get rows(): ProblemRows {
    return this.visible;
  }

  get counts(): ProblemCounts {
    return this.filtered.counts;
  }

  /** The problems that the filters let through, in the order given. */
  get shown(): readonly Diagnostic[] {
    return this.filtered.shown;
  }

  /** Ids of the rules that find anything, in alphabetical order. */
  rules(): readonly string[] {
    return [...new Set(this.diagnostics.map(({ rule }) => rule))].sort();
  }

  /** The problems of which it matters whether they have a sure repair. */
  leaders(): readonly Diagnostic[] {
    return leadersOf(this.tree);
  }

  /** More is known of sure repairs. */
  reorder(): void {
    this.rebuild();
  }

  /** Take new diagnostics for the old ones. Those of one note must stand together. */
  setDiagnostics(diagnostics: readonly Diagnostic[]): void {
    this.diagnostics = diagnostics;
    this.rebuild();
  }

  setState(state: ProblemsState): void {
    this.viewState = state;
    this.rebuild();
  }

  /** Expand or collapse one node. */
  setExpanded(node: BranchNode, expanded: boolean): void {
    this.remember(node, expanded);
    this.flatten();
  }

  /** Expand or collapse everything. */
  setAllExpanded(expanded: boolean): void {
    for (const node of branches(this.tree)) this.remember(node, expanded);
    this.flatten();
  }

  private remember(node: BranchNode, expanded: boolean): void {
    const { grouping } = this.viewState;
    const toggled = this.toggled[grouping];
    if (isExpandedAtFirst(node, grouping) === expanded) toggled.delete(node.key);
    else toggled.add(node.key);
  }

  private rebuild(): void {
    this.filtered = filterProblems(this.diagnostics, this.viewState);
    this.tree = problemsTree(this.filtered.shown, this.viewState.grouping, this.fixOf);
    this.flatten();
  }

  private flatten(): void {
    const { grouping } = this.viewState;
    const toggled = this.toggled[grouping];
    this.visible = new ProblemRows(
      this.tree,
      (node) => isExpandedAtFirst(node, grouping) !== toggled.has(node.key),
    );
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

import type { Diagnostic } from "../../lint/diagnostic.ts";
import { noteGroupsInSteps, type NoteGroup } from "../../report/groups.ts";
import { eachInSteps, mapInSteps, type Steps } from "../../text/steps.ts";
import { severities } from "../../rules/rule.ts";
import type { Grouping } from "./problems-state.ts";
import { keyOf, none, type BranchNode, type NoteNode, type RuleNode } from "./problems-tree.ts";
import type { ShownProblems } from "./shown-problems.ts";
import type { TargetNodes } from "./target-nodes.ts";

/** The tree of problems in steps, topmost nodes first. `targets` makes the nodes of rules by target. */
export function* buildTree(
  problems: ShownProblems,
  grouping: Grouping,
  targets: TargetNodes,
): Steps<readonly BranchNode[]> {
  switch (grouping) {
    case "target":
      return yield* targets.of(problems.sections());
    case "rule":
      return (yield* rulesOf(problems.all())).map(([rule, all]) => plainRuleNode(rule, all));
    case "note":
      return yield* mapInSteps(yield* noteGroupsInSteps(problems.files()), noteNode);
  }
}

function noteNode({ path, severity, diagnostics }: NoteGroup): NoteNode {
  const key = keyOf("note", path);
  return { kind: "note", key, severity, path, count: diagnostics.length, nodes: none, places: diagnostics };
}

function plainRuleNode(rule: string, diagnostics: readonly Diagnostic[]): RuleNode {
  const key = keyOf("rule", rule);
  const severity = diagnostics[0]?.severity ?? "info";
  const count = diagnostics.length;
  return { kind: "rule", key, severity, rule, count, common: () => null, nodes: none, places: diagnostics };
}

/** Rules with the gravest problems first, then those with the most. */
function* rulesOf(
  diagnostics: Iterable<Diagnostic>,
): Steps<readonly (readonly [string, readonly Diagnostic[]])[]> {
  const rules = new Map<string, Diagnostic[]>();
  yield* eachInSteps(diagnostics, (diagnostic) => {
    const all = rules.get(diagnostic.rule);
    if (all) all.push(diagnostic);
    else rules.set(diagnostic.rule, [diagnostic]);
  });
  const gravity = (all: readonly Diagnostic[]): number => severities.indexOf(all[0]?.severity ?? "info");
  return [...rules].sort(
    ([one, a], [other, b]) =>
      gravity(a) - gravity(b) || b.length - a.length || (one < other ? -1 : Number(one > other)),
  );
}

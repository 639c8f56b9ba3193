import type { Diagnostic } from "../../lint/diagnostic.ts";
import {
  groupByNoteInSteps,
  groupByProblemInSteps,
  type FixOf,
  type NoteGroup,
  type ProblemGroup,
  type RuleSection,
} from "../../report/groups.ts";
import { labelsInSteps, type Labels } from "../../report/labels.ts";
import { eachInSteps, mapInSteps, type Steps } from "../../text/steps.ts";
import { severities, type Severity } from "../../rules/rule.ts";
import type { Grouping } from "./problems-state.ts";

/** What every node with something below it has. What is below is `nodes` or else `places`; the other is empty. */
interface Branch {
  /** The same for the same thing after an update; unique in its tree. */
  readonly key: string;
  readonly severity: Severity;
  /** How many problems it stands for. */
  readonly count: number;
  readonly nodes: () => readonly ProblemNode[];
  /** Problems that are one row each: there may be thousands, so that {@link placeAt} makes a node when it is shown. */
  readonly places: readonly Diagnostic[];
}

/** All problems of one rule. `common`: what all of them say, or null. */
export interface RuleNode extends Branch {
  readonly kind: "rule";
  readonly rule: string;
  readonly common: () => string | null;
}

/** Problems of one rule that say the same, in several places. */
export interface TargetNode extends Branch {
  readonly kind: "target";
  readonly label: () => string;
}

/** All problems of one file. */
export interface NoteNode extends Branch {
  readonly kind: "note";
  readonly path: string;
}

export type BranchNode = RuleNode | TargetNode | NoteNode;

/** One problem. `isUnderNote`: its parent says in which note. */
export interface PlaceNode {
  readonly kind: "problem";
  readonly key: string;
  readonly severity: Severity;
  readonly diagnostic: Diagnostic;
  /** What it is called beside its place; null where its parent says so. */
  readonly label: string | null;
  /** Whether it has a label: that costs something to make. */
  readonly saysMessage: boolean;
  readonly isUnderNote: boolean;
  /** Whether its parent may stand for other severities, too. */
  readonly showsSeverity: boolean;
}

export type ProblemNode = BranchNode | PlaceNode;

/**
 * The tree of problems in steps, topmost nodes first. Diagnostics of one note must stand together; they stay in the order given.
 * @param fixOf by target, what has a sure repair comes first
 */
export function* problemsTree(
  diagnostics: readonly Diagnostic[],
  grouping: Grouping,
  fixOf: FixOf,
): Steps<readonly BranchNode[]> {
  if (grouping === "note") return yield* mapInSteps(yield* groupByNoteInSteps(diagnostics), noteNode);
  if (grouping === "rule")
    return (yield* rulesOf(diagnostics)).map(([rule, all]) => plainRuleNode(rule, all));
  const nodes: BranchNode[] = [];
  for (const section of yield* groupByProblemInSteps(diagnostics, fixOf))
    nodes.push(yield* sectionNode(section));
  return nodes;
}

/** The node of a branch's place number `index`, counted from 0. */
export function placeAt(branch: BranchNode, index: number): PlaceNode | null {
  const diagnostic = branch.places[index];
  if (diagnostic === undefined) return null;
  const { severity, message } = diagnostic;
  const saysMessage = placesSayMessages(branch);
  const label = saysMessage ? message : null;
  const key = placeKey(branch, diagnostic, index);
  const isUnderNote = branch.kind === "note";
  const showsSeverity = isUnderNote || severity !== branch.severity;
  return { kind: "problem", key, severity, diagnostic, label, saysMessage, isUnderNote, showsSeverity };
}

/** Whether the places of a branch say what is the matter; if not, the branch does. */
export function placesSayMessages({ kind }: BranchNode): boolean {
  return kind !== "target";
}

/** The same node under the path that its note has by now. */
export function renamedNode<T extends ProblemNode>(node: T, now: (path: string) => string): T {
  const key = renamedKey(node.key, now);
  if (node.kind !== "problem") return { ...node, key };
  const { diagnostic } = node;
  return { ...node, key, diagnostic: { ...diagnostic, path: now(diagnostic.path) } };
}

/** A node's key with the paths in it as they are by now. */
export function renamedKey(key: string, now: (path: string) => string): string {
  return key.split(separator).map(now).join(separator);
}

/** Which of a branch's places has the key of `place`, or -1. */
export function indexOfPlace(branch: BranchNode, place: PlaceNode): number {
  const { path } = place.diagnostic;
  return branch.places.findIndex(
    (diagnostic, index) => diagnostic.path === path && placeKey(branch, diagnostic, index) === place.key,
  );
}

/** The problems that speak for what each rule is about: what has a sure repair is told by them. Only by target is there any. */
export function* leadersOf(tree: readonly BranchNode[]): Steps<readonly Diagnostic[]> {
  const leaders: Diagnostic[] = [];
  for (const branch of tree) {
    yield* eachInSteps(branch.nodes(), (node) => {
      const leader = node.kind === "problem" ? node.diagnostic : node.places[0];
      if (leader) leaders.push(leader);
    });
  }
  return leaders;
}

/** All problems that a node stands for. */
export function problemsOf(node: ProblemNode): readonly Diagnostic[] {
  if (node.kind === "problem") return [node.diagnostic];
  return [...node.nodes().flatMap(problemsOf), ...node.places];
}

const none = (): readonly ProblemNode[] => [];

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

function* sectionNode({ rule, severity, groups }: RuleSection): Steps<RuleNode> {
  const key = keyOf("rule", rule);
  const labels = yield* labelsInSteps(groups);
  const all = yield* mapInSteps(groups, (group) => groupNode(key, group, labels));
  const count = groups.reduce((sum, { diagnostics }) => sum + diagnostics.length, 0);
  const nodes = (): readonly ProblemNode[] => all;
  return { kind: "rule", key, severity, rule, count, common: () => labels.common, nodes, places: [] };
}

/** A problem that is in one place only needs no line of its own above that place. */
function groupNode(parent: string, group: ProblemGroup, labels: Labels): TargetNode | PlaceNode {
  const { severity, first, diagnostics } = group;
  const key = keyOf(parent, group.key);
  if (diagnostics.length > 1) {
    const count = diagnostics.length;
    const label = once(() => labels.of(group));
    return { kind: "target", key, severity, label, count, nodes: none, places: diagnostics };
  }
  return {
    kind: "problem",
    key,
    severity,
    diagnostic: first,
    saysMessage: true,
    isUnderNote: false,
    showsSeverity: false,
    get label() {
      return labels.of(group);
    },
  };
}

/**
 * What tells the problems of one note apart is how many of the same come before, not their offsets: an edit further up
 * in the note must not make another problem of it.
 */
function placeKey({ key, places }: BranchNode, { path, rule, message }: Diagnostic, index: number): string {
  let before = 0;
  for (let at = index - 1; places[at]?.path === path; at--)
    if (places[at]?.message === message && places[at]?.rule === rule) before++;
  return keyOf(key, path, rule, message, String(before));
}

/** Rules with the gravest problems first, then those with the most. */
function* rulesOf(
  diagnostics: readonly Diagnostic[],
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

/** No path, rule or message holds a NUL, so that different parts give different keys. */
const separator = "\u0000";

function keyOf(...parts: readonly string[]): string {
  return parts.join(separator);
}

function once<T>(compute: () => T): () => T {
  let known: { readonly value: T } | null = null;
  return () => (known ??= { value: compute() }).value;
}

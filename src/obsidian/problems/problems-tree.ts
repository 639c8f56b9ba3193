import type { Diagnostic } from "../../lint/diagnostic.ts";
import { eachInSteps, type Steps } from "../../text/steps.ts";
import type { Severity } from "../../rules/rule.ts";

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

/** For nodes with places alone below them. */
export const none = (): readonly ProblemNode[] => [];

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

/** No path, rule or message holds a NUL, so that different parts give different keys. */
const separator = "\u0000";

/** A key made of the parts that tell a node apart. */
export function keyOf(...parts: readonly string[]): string {
  return parts.join(separator);
}

import type { NoteFix, Problem, RefusedRepair, Repair } from "../../lint/note-fix.ts";
import { comparePaths, fileName, folderOf, withoutExtension } from "../../vault/names.ts";
import type { FixGrouping } from "./fix-request.ts";
import { groupedBy } from "./grouped-by.ts";
import { texts } from "../texts.ts";
import { lazily } from "../../text/lazily.ts";

/** A row of the preview. */
export type FixNode = ChoiceNode | SaidNode;

/** What can be chosen: repairs that something is common to, those of one note, or one. */
export interface ChoiceNode {
  readonly kind: "group" | "note" | "repair";
  readonly key: string;
  readonly label: string;
  readonly detail: string;
  /** The repairs that it stands for. */
  readonly repairs: readonly Repair[];
  readonly nodes: () => readonly ChoiceNode[];
}

/** What is told beside: repairs that are refused, with the reason, and problems that come to light. */
export interface SaidNode {
  readonly kind: "said" | "problem";
  readonly key: string;
  readonly label: string;
  readonly detail: string;
  readonly problems: readonly Problem[];
  readonly nodes: () => readonly SaidNode[];
}

/** What the preview shows as a tree. */
export interface FixTreeOf {
  readonly fixes: Iterable<NoteFix>;
  readonly elsewhere: readonly Problem[];
}

/** All repairs of a plan, grouped, and below them what is refused and what comes to light. */
export function fixTree({ fixes, elsewhere }: FixTreeOf, grouping: FixGrouping): readonly FixNode[] {
  const all = [...fixes].sort((a, b) => comparePaths(a.path, b.path));
  const repairs = all.flatMap(({ done }) => done);
  const choices = grouping === "note" ? noteNodes(grouping, repairs) : groupNodes(repairs, grouping);
  return [
    ...choices,
    ...refusedNodes(all.flatMap(({ refused }) => refused)),
    ...lightNodes([...all.flatMap(({ uncovered }) => uncovered), ...elsewhere]),
  ];
}

/** The paths of the notes that a row speaks of. */
export function pathsOf(node: FixNode): readonly string[] {
  const problems = isChoice(node) ? node.repairs.map(({ problem }) => problem) : node.problems;
  return [...new Set(problems.map(({ path }) => path))];
}

/** The row with this key, wherever in the tree; null if there is none. */
export function nodeWithKey(tree: readonly FixNode[], key: string): FixNode | null {
  for (const node of tree) {
    if (node.key === key) return node;
    // A row's key starts with that of the row it is in.
    const found = key.startsWith(`${node.key}\n`) ? nodeWithKey(node.nodes(), key) : null;
    if (found) return found;
  }
  return null;
}

/** Whether a row can be chosen or left out. */
export function isChoice(node: FixNode): node is ChoiceNode {
  return node.kind !== "said" && node.kind !== "problem";
}

/** What has the most repairs comes first; folders in their order. */
function groupNodes(
  repairs: readonly Repair[],
  grouping: Exclude<FixGrouping, "note">,
): readonly ChoiceNode[] {
  const groups = [...groupedBy(repairs, ({ problem }) => groupKey(problem, grouping))];
  if (grouping !== "folder")
    groups.sort(([one, a], [other, b]) => b.length - a.length || (one < other ? -1 : 1));
  return groups.map(([name, members]) => {
    const key = `${grouping}\n${name}`;
    const [first] = members;
    return {
      kind: "group",
      key,
      label: first ? groupLabel(first.problem, grouping) : name,
      detail: grouping === "target" ? (first?.problem.rule ?? "") : "",
      repairs: members,
      nodes: lazily(() => noteNodes(key, members)),
    };
  });
}

function groupKey({ rule, target, path }: Problem, grouping: Exclude<FixGrouping, "note">): string {
  switch (grouping) {
    case "rule":
      return rule;
    case "target":
      return `${rule}\n${target ?? ""}`;
    case "folder":
      return folderOf(path);
  }
}

function groupLabel({ rule, target, path }: Problem, grouping: Exclude<FixGrouping, "note">): string {
  switch (grouping) {
    case "rule":
      return rule;
    case "target":
      return target ?? texts.fixes.noTarget;
    case "folder":
      return folderOf(path) || texts.fixes.topFolder;
  }
}

function noteNodes(parent: string, repairs: readonly Repair[]): readonly ChoiceNode[] {
  return [...groupedBy(repairs, ({ problem }) => problem.path)].map(([path, members]) => {
    const key = `${parent}\n${path}`;
    return {
      kind: "note",
      key,
      label: withoutExtension(fileName(path)),
      detail: folderOf(path),
      repairs: members,
      nodes: lazily(() => members.map((repair) => repairNode(key, repair))),
    };
  });
}

function repairNode(parent: string, repair: Repair): ChoiceNode {
  const { key, title, problem } = repair;
  return {
    kind: "repair",
    key: `${parent}\n${key}`,
    label: title,
    detail: problem.message,
    repairs: [repair],
    nodes: () => [],
  };
}

function refusedNodes(refused: readonly RefusedRepair[]): readonly SaidNode[] {
  return [...groupedBy(refused, ({ reason }) => reason)].map(([reason, members]) =>
    saidNode(
      texts.fixes.refused(reason),
      members.map(({ problem, title }) => [problem, title]),
    ),
  );
}

function lightNodes(problems: readonly Problem[]): readonly SaidNode[] {
  return problems.length === 0
    ? []
    : [
        saidNode(
          texts.fixes.comesToLight,
          problems.map((problem) => [problem, problem.message]),
        ),
      ];
}

function saidNode(label: string, of: readonly (readonly [Problem, string])[]): SaidNode {
  const key = `said\n${label}`;
  const nodes = lazily(() =>
    of.map(([problem, said], at): SaidNode => ({
      kind: "problem",
      key: `${key}\n${String(at)}`,
      label: said,
      detail: problem.path,
      problems: [problem],
      nodes: () => [],
    })),
  );
  return { kind: "said", key, label, detail: "", problems: of.map(([problem]) => problem), nodes };
}

import { folderOf, isNotePath } from "../../vault/names.ts";
import { hostRules } from "../../lint/host-problem.ts";
import { problemsOf, type ProblemNode } from "../problems/problems-tree.ts";
import type { FixRequest } from "./fix-request.ts";
import { texts } from "../texts.ts";

/** A preview that can be asked for from a row of the problems view. */
export interface FixItem {
  readonly title: string;
  readonly wanted: Partial<FixRequest>;
}

/** The previews of sure repairs that a row offers: of what it stands for, and of its note and folder. */
export function fixItemsFor(node: ProblemNode): readonly FixItem[] {
  const [first] = problemsOf(node);
  if (!first || !isNotePath(first.path) || hostRules.some(({ id }) => id === first.rule)) return [];
  const { rule, target, path } = first;
  switch (node.kind) {
    case "rule":
      return [{ title: texts.fixes.fixThese, wanted: { rules: [rule], grouping: "note" } }];
    case "target":
      return [
        {
          title: texts.fixes.fixThese,
          wanted: { rules: [rule], targets: target === null ? null : [target], grouping: "note" },
        },
      ];
    default:
      return [{ title: texts.fixes.fixNote, wanted: { paths: [path] } }, ...folderItems(folderOf(path))];
  }
}

function folderItems(folder: string): readonly FixItem[] {
  return folder === "" ? [] : [{ title: texts.fixes.fixFolder(folder), wanted: { paths: [folder] } }];
}

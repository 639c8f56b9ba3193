import { globOf, ignorePath, placeholdersPath, type ConfigChange } from "../../journal/config-change.ts";
import type { Diagnostic } from "../../lint/diagnostic.ts";
import { hostRules } from "../../lint/host-problem.ts";
import { isNotePath } from "../../vault/names.ts";
import { problemsOf, type ProblemNode } from "./problems-tree.ts";
import { texts } from "../texts.ts";
import { missingTargetRules } from "../../rules/missing-target-rules.ts";

/** An exception that an author may want to make for what a row stands for. */
export interface Exception {
  readonly title: string;
  /** In `linkage.yaml`. */
  readonly change: ConfigChange;
  /** The rule is switched off in this note, where the note gives a place for it, instead of in `linkage.yaml`. */
  readonly inNote: { readonly rule: string; readonly path: string } | null;
}

/** The exceptions that can be made for a row, the narrowest first. None for what no rule has found. */
export function exceptionsFor(node: ProblemNode): readonly Exception[] {
  const [first] = problemsOf(node);
  if (!first || !isNotePath(first.path) || hostRules.some(({ id }) => id === first.rule)) return [];
  switch (node.kind) {
    case "problem":
      return [...placeholder(first), ruleInNote(first), wholeNote(first)];
    case "target":
      return placeholder(first);
    case "note":
      return [wholeNote(first)];
    case "rule":
      return [];
  }
}

function placeholder({ rule, target }: Diagnostic): readonly Exception[] {
  if (target === null || !missingTargetRules.includes(rule)) return [];
  const change = { kind: "add", path: placeholdersPath, item: target } as const;
  return [{ title: texts.problems.keepPlaceholder(target), change, inNote: null }];
}

function ruleInNote({ rule, path }: Diagnostic): Exception {
  const change = { kind: "add", path: ignorePath(rule), item: globOf(path) } as const;
  return { title: texts.problems.ignoreRuleHere(rule), change, inNote: { rule, path } };
}

function wholeNote({ path }: Diagnostic): Exception {
  const change = { kind: "add", path: ignorePath(null), item: globOf(path) } as const;
  return { title: texts.problems.ignoreNote, change, inNote: null };
}

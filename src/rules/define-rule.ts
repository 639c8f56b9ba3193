import { leavesPropertiesReadable } from "./repairs/readable-properties.ts";
import { readOptions } from "./rule-options.ts";
import type {
  Check,
  FileRuleDefinition,
  Finding,
  Fix,
  FixContext,
  RepairableFinding,
  Rule,
  RuleDefinition,
  RuleFinding,
  SuppressionFault,
  SuppressionRuleDefinition,
} from "./rule.ts";

/** Make a rule of its definition: ties findings to their repairs, so that nobody else needs to know the fact's type. */
export function defineRule<Options, Fact>(definition: RuleDefinition<Options, Fact>): Rule {
  return {
    id: definition.id,
    summary: definition.summary,
    severity: definition.severity,
    typedNotesOnly: definition.typedNotesOnly ?? false,
    options: definition.options,
    bind: (given) => {
      const { check } = definition;
      const options = readOptions(definition.options, given);
      return {
        find: (note, vault) => check(note, vault, options),
        findRepairable: (note, vault) =>
          check(note, vault, options).map((found) => repairable(definition, found, { note, vault, options })),
      };
    },
    bindFile: null,
    bindSuppressions: null,
    canFix: definition.fix !== undefined,
    canSuggest: definition.suggest !== undefined,
    suggestsFromAfar: definition.suggestsFromAfar ?? false,
  };
}

/** Make a rule of its definition, for files that are no notes. */
export function defineFileRule<Options>(definition: FileRuleDefinition<Options>): Rule {
  const { id, summary, severity, options } = definition;
  return {
    id,
    summary,
    severity,
    typedNotesOnly: false,
    options,
    bind: () => nothingFound,
    bindFile: (given) => {
      const read = readOptions(options, given);
      return (path, vault) => {
        const message = definition.checkFile(path, vault, read);
        return message === null ? [] : [fileFinding(path, message)];
      };
    },
    bindSuppressions: null,
    canFix: false,
    canSuggest: false,
    suggestsFromAfar: false,
  };
}

/** Make a rule of its definition, for suppressions. */
export function defineSuppressionRule<Options>(definition: SuppressionRuleDefinition<Options>): Rule {
  const { id, summary, severity } = definition;
  const repairs: Repairs<Options, SuppressionFault> = {
    fix: (fault, context) => definition.fix(fault, context),
    suggest: (fault, context) => definition.suggest(fault, context),
  };
  return {
    id,
    summary,
    severity,
    typedNotesOnly: false,
    options: definition.options,
    bind: () => nothingFound,
    bindFile: null,
    bindSuppressions: (given) => {
      const options = readOptions(definition.options, given);
      return {
        find: (faults) => faults.map((fault) => definition.checkSuppression(fault)),
        findRepairable: (note, vault, faults) =>
          faults.map((fault) =>
            repairable(repairs, definition.checkSuppression(fault), { note, vault, options }),
          ),
      };
    },
    canFix: true,
    canSuggest: true,
    suggestsFromAfar: false,
  };
}

/** What a rule finds in notes that does not speak of them. */
const nothingFound: Check = { find: () => [], findRepairable: () => [] };

/** A file has no text to point at, and Linkage deletes none. */
function fileFinding(path: string, message: string): Finding {
  return { range: { from: 0, to: 0 }, message, target: path };
}

type Repairs<Options, Fact> = Pick<RuleDefinition<Options, Fact>, "fix" | "suggest">;

function repairable<Options, Fact>(
  repairs: Repairs<Options, Fact>,
  { fact, ...finding }: RuleFinding<Fact>,
  place: Omit<FixContext<Options>, "text">,
): RepairableFinding {
  const isHarmless = (fix: Fix, text: string): boolean => leavesPropertiesReadable(fix, place.note, text);
  return {
    ...finding,
    fix: (text) => {
      const fix = repairs.fix?.(fact, { ...place, text }) ?? null;
      return fix && isHarmless(fix, text) ? fix : null;
    },
    suggest: (text) =>
      [...(repairs.suggest?.(fact, { ...place, text }) ?? [])].filter((fix) => isHarmless(fix, text)),
  };
}

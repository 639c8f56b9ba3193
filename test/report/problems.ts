import type { Diagnostic } from "../../src/lint/diagnostic.ts";
import type { RepairableFinding } from "../../src/rules/rule.ts";
import type { Sources } from "../../src/report/sources.ts";
import { lineStarts } from "../../src/text/lines.ts";

/** What a test says of a problem. */
export type Said = Partial<Omit<Diagnostic, "repairs"> & Pick<RepairableFinding, "fix" | "suggest">> & {
  readonly at?: number;
};

/** A diagnostic for reports: an error of the rule "a-rule" at the start of "Note.md", unless said otherwise. */
export function problem(said: Said = {}): Diagnostic {
  const { at = 0, fix = () => null, suggest = () => [], ...rest } = said;
  return {
    rule: "a-rule",
    severity: "error",
    path: "Note.md",
    message: "Something is not as expected",
    range: { from: at, to: at + 1 },
    target: null,
    related: [],
    canFix: said.fix !== undefined,
    repairs: {
      fix: (_, textOf) => withText(textOf(), fix) ?? null,
      suggest: (_, textOf) => withText(textOf(), suggest) ?? [],
    },
    ...rest,
  };
}

function withText<Result>(text: string | null, repair: (text: string) => Result): Result | undefined {
  return text === null ? undefined : repair(text);
}

/** Files with 100 lines of 9 characters each: offset 25 is 3:6. */
export const tenByHundred: Sources = {
  isNote: (path) => path.endsWith(".md"),
  lines: () => lineStarts(text),
  text: () => text,
};

const text = "123456789\n".repeat(100);

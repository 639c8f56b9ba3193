import { withLineEnds } from "../report/lint-report.ts";
import { requireRule, ruleListLines } from "../report/rule-list.ts";
import { ruleLines } from "../report/rule-text.ts";
import { print, type Io } from "./io.mts";
import { screenOf } from "./screen.mts";

/** `linkage rules`: print all rules, or all about the one of this id. Gives the exit code. */
export async function rules(id: string | undefined, io: Io): Promise<number> {
  const screen = screenOf(io.stdout, io, io.cwd);
  if (id === undefined) {
    await print(io.stdout, withLineEnds(ruleListLines(screen)));
  } else {
    const rule = requireRule(id);
    const { allExamples } = await import("../rules/examples/all-examples.ts");
    await print(io.stdout, withLineEnds(ruleLines(rule, allExamples.get(id) ?? [], screen)));
  }
  return 0;
}

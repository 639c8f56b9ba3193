import { fixFor, suggestionsFor, type Diagnostic } from "../lint/diagnostic.ts";
import { firstChoice, repairsTitled, type ChooseRepair } from "../lint/repair-choice.ts";
import { countOf } from "../report/count.ts";
import { type ProblemGroup, type RuleSection } from "../report/groups.ts";
import { groupKey } from "../report/problem-sections.ts";
import { printable } from "../report/printable.ts";
import type { Screen } from "../report/screen.ts";
import { missingTargetRules } from "../rules/missing-target-rules.ts";
import type { Fix } from "../rules/rule.ts";
import type { Asker } from "./ask.mts";
import { print, type OutputStream } from "./io.mts";
import { pushAll } from "../text/push-all.ts";

/** What somebody has chosen. */
export interface Choices {
  readonly choose: ChooseRepair;
  /** Targets to be kept as placeholders. */
  readonly placeholders: readonly string[];
}

/** With whom and about what there is to be talked. */
export interface Conversation {
  /** The text of a note as it was linted, or null. */
  readonly textAt: (path: string) => string | null;
  /** Whether the vault's config can take placeholders. */
  readonly canKeep: boolean;
  readonly asker: Asker;
  readonly stream: OutputStream;
  readonly screen: Screen;
}

/** What is offered for one group of problems. */
interface Offer {
  readonly group: ProblemGroup;
  readonly titles: readonly string[];
  readonly mayBeKept: boolean;
}

/** What can be answered about one group of problems. */
type Answer =
  | { readonly kind: "repair"; readonly title: string }
  | { readonly kind: "keep" }
  | { readonly kind: "skip" }
  /** The sure repairs of this group and all that follow. */
  | { readonly kind: "sure" }
  | { readonly kind: "stop" };

/**
 * Ask about one group of problems after the other, in the order of the report, which repair is to be made of it. Groups
 * that have none are passed over. Null if whoever was asked has gone.
 */
export async function chooseByAsking(
  sections: readonly RuleSection[],
  { textAt, canKeep, asker, stream, screen }: Conversation,
): Promise<Choices | null> {
  const choices: ChooseRepair[] = [];
  const placeholders: string[] = [];
  const groups = sections.flatMap((section) => section.groups);
  for (const [at, group] of groups.entries()) {
    const offer = {
      group,
      titles: repairTitles(group, textAt),
      mayBeKept: canKeep && isOfLinks(group),
    };
    if (offer.titles.length === 0 && !offer.mayBeKept) continue;
    await print(stream, offerLines(offer, screen));
    const answer = await answerTo(offer, asker);
    if (answer === null) return null;
    if (answer.kind === "stop") break;
    if (answer.kind === "repair") choices.push(repairsTitled(answer.title, isOf(group)));
    if (answer.kind === "keep" && group.target !== null) placeholders.push(group.target);
    if (answer.kind === "sure") {
      pushAll(choices, groups.slice(at).map(sureRepairsOf));
      break;
    }
  }
  return { choose: firstChoice(...choices), placeholders };
}

function repairTitles({ first, fix }: ProblemGroup, textAt: Conversation["textAt"]): readonly string[] {
  const text = textAt(first.path);
  if (text === null) return [];
  const repairs: readonly (Fix | null)[] = [fix, ...suggestionsFor(first, text)];
  return [...new Set(repairs.flatMap((repair) => (repair ? [repair.title] : [])))];
}

function isOfLinks({ rule, target }: ProblemGroup): boolean {
  return target !== null && missingTargetRules.includes(rule);
}

function isOf({ rule, key }: ProblemGroup): (problem: Diagnostic) => boolean {
  return (problem) => problem.rule === rule && groupKey(problem) === key;
}

function sureRepairsOf(group: ProblemGroup): ChooseRepair {
  const isWanted = isOf(group);
  return (problem, { text }) => (isWanted(problem) ? fixFor(problem, text) : null);
}

function* offerLines({ group, titles }: Offer, { style, place }: Screen): Generator<string> {
  const { rule, severity, first, fix, diagnostics } = group;
  const notes = new Set(diagnostics.map(({ path }) => path)).size;
  const count = `${countOf(diagnostics.length, "problem")} in ${countOf(notes, "note")}`;
  yield `\n${style[severity](rule)}  ${style.strong(printable(first.message))}\n`;
  yield `  ${count}, first ${printable(place(first.path))}\n`;
  for (const [at, title] of titles.entries()) {
    const isSure = title === fix?.title;
    yield `  ${String(at + 1).padStart(2)}  ${isSure ? style.sure(printable(title)) : printable(title)}${isSure ? "  (sure)" : ""}\n`;
  }
}

/** Asks until there is an answer that can be understood. */
async function answerTo(offer: Offer, asker: Asker): Promise<Answer | null> {
  const { titles } = offer;
  const keep = offer.mayBeKept ? "k keep as placeholder, " : "";
  const numbers = titles.length === 0 ? "" : titles.length === 1 ? "1, " : `1–${String(titles.length)}, `;
  const question = `  ${numbers}${keep}s skip, a all that is sure from here on, q write what was chosen > `;
  for (;;) {
    const line = await asker.ask(question);
    if (line === null) return null;
    const answer = answerOf(line.trim().toLowerCase(), offer);
    if (answer !== null) return answer;
  }
}

function answerOf(word: string, { titles, mayBeKept }: Offer): Answer | null {
  const title = /^\d+$/.test(word) ? titles[Number(word) - 1] : undefined;
  if (title !== undefined) return { kind: "repair", title };
  if (word === "k" && mayBeKept) return { kind: "keep" };
  if (word === "s" || word === "") return { kind: "skip" };
  if (word === "a") return { kind: "sure" };
  return word === "q" ? { kind: "stop" } : null;
}

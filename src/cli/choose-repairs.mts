import { fixFor, suggestionsFor, type Diagnostic } from "../lint/diagnostic.ts";
import { whyRefused } from "../lint/refused-repairs.ts";
import { firstChoice, repairsTitled, type ChooseRepair, type ProblemPlace } from "../lint/repair-choice.ts";
import { countOf } from "../report/count.ts";
import { type ProblemGroup, type RuleSection } from "../report/groups.ts";
import { groupKey } from "../report/problem-sections.ts";
import { printable } from "../report/printable.ts";
import type { Screen } from "../report/screen.ts";
import { missingTargetRules } from "../rules/missing-target-rules.ts";
import type { Fix } from "../rules/rule.ts";
import { quote } from "../text/quote.ts";
import { lineStarts, positionAt } from "../text/lines.ts";
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
  /** A note as it was linted, or null. */
  readonly noteAt: (path: string) => LintedPlace | null;
  /** Whether the vault's config can take placeholders. */
  readonly canKeep: boolean;
  readonly asker: Asker;
  readonly stream: OutputStream;
  readonly screen: Screen;
}

/** A note, its text and its vault. */
export type LintedPlace = Pick<ProblemPlace, "text" | "note" | "vault">;

/** What is offered for problems of one group that are best repaired alike, or for which there is nothing but to keep their target. */
interface Offer {
  readonly group: ProblemGroup;
  readonly problems: readonly [Diagnostic, ...Diagnostic[]];
  /** Where the first of them stands in its note: `15:8`. */
  readonly where: string;
  /** Of the first problem, the best first. */
  readonly titles: readonly string[];
  readonly isFirstSure: boolean;
  readonly mayBeKept: boolean;
}

/** What can be answered about one offer. */
type Answer =
  | { readonly kind: "repair"; readonly title: string }
  | { readonly kind: "keep" }
  | { readonly kind: "skip" }
  /** The sure repairs of this offer and all that follow. */
  | { readonly kind: "sure" }
  | { readonly kind: "stop" };

/**
 * Ask about one group of problems after the other, in the order of the report, which repair is to be made of it; about those of
 * a group that are repaired otherwise than the first, one after the other too. Groups that have none are passed over. Null if whoever
 * was asked has gone.
 */
export async function chooseByAsking(
  sections: readonly RuleSection[],
  { noteAt, canKeep, asker, stream, screen }: Conversation,
): Promise<Choices | null> {
  const choices: ChooseRepair[] = [];
  const placeholders: string[] = [];
  const groups = sections.flatMap((section) => section.groups);
  let isStopped = false;
  for (const [at, group] of groups.entries()) {
    const offers = offersOf(group, noteAt, canKeep);
    for (const [nth, offer] of offers.entries()) {
      await print(stream, offerLines(offer, screen));
      const answer = await answerTo(offer, { asker, stream });
      if (answer === null) return null;
      if (answer.kind === "repair") choices.push(repairsOf(offer, answer.title));
      if (answer.kind === "keep" && group.target !== null) placeholders.push(group.target);
      if (answer.kind === "sure") {
        pushAll(choices, offers.slice(nth).map(sureRepairsOf));
        pushAll(choices, groups.slice(at + 1).map(allSureRepairsOf));
      }
      isStopped = answer.kind === "sure" || answer.kind === "stop";
      // Who keeps a target has said what is to become of all links to it.
      if (isStopped || answer.kind === "keep") break;
    }
    if (isStopped) break;
  }
  return { choose: firstChoice(...choices), placeholders };
}

/** The offers for a group: one for most, but `Write tags: [a]` is meant for one of the notes that have a single value alone. */
function offersOf(group: ProblemGroup, noteAt: Conversation["noteAt"], canKeep: boolean): readonly Offer[] {
  const mayBeKept = canKeep && isOfLinks(group);
  const byBest = new Map<string, Alike>();
  for (const problem of group.diagnostics) {
    const titles = titlesOf(problem, noteAt(problem.path));
    const alike = byBest.get(titles[0] ?? "");
    if (alike) alike.problems.push(problem);
    else byBest.set(titles[0] ?? "", { titles, problems: [problem] });
  }
  const offers = [...byBest.values()].map((alike) => offerOf(group, alike, noteAt, mayBeKept));
  const repairable = offers.filter(({ titles }) => titles.length > 0);
  return repairable.length > 0 || !mayBeKept ? repairable : offers;
}

/** Problems that are best repaired alike, and what the repairs of the first are called. */
interface Alike {
  readonly titles: readonly string[];
  readonly problems: [Diagnostic, ...Diagnostic[]];
}

function offerOf(
  group: ProblemGroup,
  { titles, problems }: Alike,
  noteAt: Conversation["noteAt"],
  mayBeKept: boolean,
): Offer {
  const [first] = problems;
  const note = noteAt(first.path);
  const { line, column } = positionAt(lineStarts(note?.text ?? ""), first.range.from);
  return {
    group,
    problems,
    where: `${String(line)}:${String(column)}`,
    titles,
    isFirstSure: note !== null && titles.length > 0 && fixFor(first, note.text)?.title === titles[0],
    mayBeKept,
  };
}

/** What those repairs of a problem are called that no batch refuses, the sure one first. */
function titlesOf(problem: Diagnostic, place: LintedPlace | null): readonly string[] {
  if (place === null) return [];
  const { text, note, vault } = place;
  const fix = fixFor(problem, text);
  const all: readonly Fix[] = [...(fix ? [fix] : []), ...suggestionsFor(problem, text)];
  const repairs = all.filter((repair) => whyRefused(repair, problem.range, note, text, vault) === null);
  return [...new Set(repairs.map(({ title }) => title))];
}

function isOfLinks({ rule, target }: ProblemGroup): boolean {
  return target !== null && missingTargetRules.includes(rule);
}

function isOf({ rule, key }: ProblemGroup): (problem: Diagnostic) => boolean {
  return (problem) => problem.rule === rule && groupKey(problem) === key;
}

/** Of the problems that the offer is about the repair of this title. */
function repairsOf({ group, titles }: Offer, title: string): ChooseRepair {
  const choose = repairsTitled(title, isOf(group));
  return (problem, place) => {
    const repair = choose(problem, place);
    return repair && titlesOf(problem, place)[0] === titles[0] ? repair : null;
  };
}

function sureRepairsOf(offer: Offer): ChooseRepair {
  return offer.isFirstSure ? repairsOf(offer, offer.titles[0] ?? "") : () => null;
}

function allSureRepairsOf(group: ProblemGroup): ChooseRepair {
  const isWanted = isOf(group);
  return (problem, { text }) => (isWanted(problem) ? fixFor(problem, text) : null);
}

function* offerLines(offer: Offer, { style, place }: Screen): Generator<string> {
  const { group, problems, where, titles, isFirstSure } = offer;
  const [first] = problems;
  const notes = new Set(problems.map(({ path }) => path)).size;
  const count = `${countOf(problems.length, "problem")} in ${countOf(notes, "note")}`;
  yield `\n${style[group.severity](group.rule)}  ${style.strong(printable(first.message))}\n`;
  yield `  ${count}, first ${printable(place(first.path))}:${where}\n`;
  for (const [at, title] of titles.entries()) {
    const isSure = at === 0 && isFirstSure;
    yield `  ${String(at + 1).padStart(2)}  ${isSure ? style.sure(printable(title)) : printable(title)}${isSure ? "  (sure)" : ""}\n`;
  }
}

/** Asks until there is an answer that can be understood. */
async function answerTo(
  offer: Offer,
  { asker, stream }: Pick<Conversation, "asker" | "stream">,
): Promise<Answer | null> {
  const { titles } = offer;
  const keep = offer.mayBeKept ? "k keep as placeholder, " : "";
  const numbers = titles.length === 0 ? "" : titles.length === 1 ? "1, " : `1–${String(titles.length)}, `;
  const question = `  ${numbers}${keep}s skip, a all that is sure from here on, q write what was chosen > `;
  for (;;) {
    const line = await asker.ask(question);
    if (line === null) return null;
    const word = line.trim();
    const answer = answerOf(word.toLowerCase(), offer);
    if (answer !== null) return answer;
    await print(stream, [`  ${quote(printable(word))} is none of these\n`]);
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

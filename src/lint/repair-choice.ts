import type { Note } from "../note/note.ts";
import { missingTargetRules } from "../rules/missing-target-rules.ts";
import { relink, unlink } from "../rules/repairs/relink.ts";
import type { Fix } from "../rules/rule.ts";
import { quote } from "../text/quote.ts";
import type { TextRange } from "../text/range.ts";
import { isLinkable } from "../vault/names.ts";
import type { VaultIndex } from "../vault/vault-index.ts";
import { fixFor, suggestionsFor, type Diagnostic } from "./diagnostic.ts";
import { linkAt } from "./link-at.ts";

/** Where a problem stands that a repair may be chosen for. */
export interface ProblemPlace {
  /** The note's text in which the problem was found: that of the pass. */
  readonly text: string;
  readonly note: Note;
  readonly vault: VaultIndex;
  /** Where the problem stands in the text that the note had before the first pass. */
  readonly origin: TextRange;
}

/**
 * Which repair is to be made of a problem, or null if none is. Asked of each problem in each pass, so that it must come to
 * an end by itself: a repair takes its problem away. Pure.
 */
export type ChooseRepair = (problem: Diagnostic, place: ProblemPlace) => Fix | null;

/** Whether a repair of this problem is wanted. `origin` is its range in the text that the note had at first. */
export type ProblemTest = (problem: Diagnostic, origin: TextRange) => boolean;

/** What problems are chosen by. What is left out lets all of them through. */
export interface ProblemSelection {
  /** Ids of rules. */
  readonly rules?: readonly string[];
  /** What the problems say of many places: missing targets, tags. */
  readonly targets?: readonly string[];
  /** Notes or folders, vault-relative, without a `/` at the end; the empty path is the whole vault. */
  readonly paths?: readonly string[];
  /** Single problems, by `problemKey`. */
  readonly only?: ReadonlySet<string>;
  /** Single problems, by `problemKey`, that are to stay. */
  readonly except?: ReadonlySet<string>;
}

/** By what a single problem is chosen. It stays the same while its note does, from one run to the next. */
export function problemKey({ path, rule, message }: Diagnostic | ProblemName, origin: TextRange): string {
  return [path, rule, String(origin.from), String(origin.to), message].join("\n");
}

interface ProblemName {
  readonly path: string;
  readonly rule: string;
  readonly message: string;
}

/** The problems that a selection lets through. */
export function selectedBy({ rules, targets, paths, only, except }: ProblemSelection): ProblemTest {
  return (problem, origin) =>
    (rules?.includes(problem.rule) ?? true) &&
    (targets === undefined || (problem.target !== null && targets.includes(problem.target))) &&
    (paths?.some((path) => isIn(problem.path, path)) ?? true) &&
    (only?.has(problemKey(problem, origin)) ?? true) &&
    except?.has(problemKey(problem, origin)) !== true;
}

/** The sure repair of every problem that is wanted, and what would be one if its target were published, to be refused. */
export function sureRepairs(isWanted: ProblemTest = () => true): ChooseRepair {
  return (problem, place) =>
    isWanted(problem, place.origin) ? (fixFor(problem, place.text) ?? heldBack(problem, place)) : null;
}

/** Links of the same target are repaired in other notes: whoever asks for that is told why this one is not (`whyRefused`). */
function heldBack(problem: Diagnostic, place: ProblemPlace): Fix | null {
  const { note, vault } = place;
  const link = missingTargetRules.includes(problem.rule) ? linkAt(note, problem.range) : null;
  const candidate = link && vault.candidates(link.linkpath, note.path)[0];
  return candidate?.isHeldBack === true ? linksLedTo(candidate.path, () => true)(problem, place) : null;
}

/** Of every problem that is wanted the repair of this title, be it sure or a suggestion. */
export function repairsTitled(title: string, isWanted: ProblemTest): ChooseRepair {
  return (problem, { text, origin }) => {
    if (!isWanted(problem, origin)) return null;
    const sure = fixFor(problem, text);
    return sure?.title === title
      ? sure
      : (suggestionsFor(problem, text).find((repair) => repair.title === title) ?? null);
  };
}

/**
 * Of every problem of a link that is wanted the repair that lets it lead to the file at `path`, by the shortest linkpath that
 * does so from everywhere, and show what it showed before. None where no link can say this path.
 */
export function linksLedTo(path: string, isWanted: ProblemTest): ChooseRepair {
  return (problem, { text, note, vault, origin }) => {
    const link = isWanted(problem, origin) ? linkAt(note, problem.range) : null;
    const linkpath = vault.linkpathTo(path);
    const edits = link && isLinkable(linkpath) ? relink({ note, text }, link, linkpath, "kept") : null;
    return edits && { title: `Link to ${quote(linkpath)}`, edits, leadsTo: path };
  };
}

/** Of every problem of a link that is wanted the repair that leaves its words as plain text. None for what is embedded. */
export function linksAsText(isWanted: ProblemTest): ChooseRepair {
  return (problem, { note, text, origin }) => {
    const link = isWanted(problem, origin) ? linkAt(note, problem.range) : null;
    const edit =
      link === null || link.kind === "embed" || link.kind === "image" ? null : unlink({ note, text }, link);
    return edit && { title: "Unlink", edits: [edit] };
  };
}

/** What the first of these has chosen: single choices come before general ones. */
export function firstChoice(...choices: readonly ChooseRepair[]): ChooseRepair {
  return (problem, place) => {
    for (const choose of choices) {
      const repair = choose(problem, place);
      if (repair) return repair;
    }
    return null;
  };
}

function isIn(path: string, place: string): boolean {
  return place === "" || path === place || path.startsWith(`${place}/`);
}

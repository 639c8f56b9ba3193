import type { ConfigValue } from "../journal/config-change.ts";
import {
  type GroupSigns,
  REQUIRED_BLOCK,
  REQUIRED_PROPERTY,
  REQUIRED_SECTION,
  type Share,
  type TypeEvidence,
} from "../inference/inference.ts";
import { commentedOut, commentLines, entryLines } from "./commented-yaml.ts";
import { countOf, formatCount } from "./count.ts";
import { percentOf } from "./percent.ts";

/** Below this share nobody would think of requiring something. */
const NEAR = 0.5;

/** A note type as `linkage.yaml` says it, below `types:`, each line with the share of the type's notes that it stands on. */
export function typeLines(evidence: TypeEvidence): readonly string[] {
  const { type, notes } = evidence;
  return [
    ...commentLines("  ", originOf(evidence)),
    `  ${type.code}:`,
    ...signLines("classes", evidence.classes, notes),
    ...signLines("tags", evidence.tags, notes),
    ...signLines("folders", evidence.folders, notes),
    ...requiredLines("required", evidence.properties, evidence.readable, REQUIRED_PROPERTY),
    ...requiredLines("sections", evidence.sections, notes, REQUIRED_SECTION),
    ...linkageLines(evidence),
    ...endingLines(evidence),
  ];
}

/** A note type that may be meant, behind `#`, to be thought over. */
export function uncodedLines({ code, notes, classes, tags, folders }: GroupSigns): readonly string[] {
  const lists = { classes, tags, folders };
  const said = Object.entries(lists).flatMap(([key, list]) =>
    list.length === 0 ? [] : entryLines("    ", key, list),
  );
  return commentedOut([`  ${code}: # ${countOf(notes, "note")} without a code`, ...said]);
}

function originOf({ type, notes, withCode }: TypeEvidence): string {
  const how =
    withCode === 0
      ? "; no note id has this code, which is made up"
      : withCode === notes
        ? ", all with this code in their note id"
        : `, ${formatCount(withCode)} of them with this code in their note id`;
  return `${type.code}: ${countOf(notes, "note")}${how}.`;
}

function signLines(key: string, shares: readonly Share[], all: number): readonly string[] {
  if (shares.length === 0) return [];
  const names = shares.map(({ name }) => name);
  return line(key, names, sharesOf(shares, all));
}

/** What is required, and behind it, or instead of it, what falls short of that. */
function requiredLines(key: string, shares: readonly Share[], all: number, bound: number): readonly string[] {
  const required = shares.filter(({ notes }) => notes >= bound * all);
  const near = shares.filter(({ notes }) => notes < bound * all && notes >= NEAR * all);
  const names = (some: readonly Share[]): readonly string[] => some.map(({ name }) => name);
  if (required.length === 0)
    return near.length === 0 ? [] : commentedOut(line(key, names(near), sharesOf(near, all)));
  const missed = near.map(({ name, notes }) => `${name} ${percentOf(notes, all)}`).join(", ");
  const comment = sharesOf(required, all) + (missed === "" ? "" : `; fewer: ${missed}`);
  return line(key, names(required), comment);
}

/** `all notes`; `all notes, but aliases 96%`; or the share of each. */
function sharesOf(shares: readonly Share[], all: number): string {
  const fewer = shares.filter(({ notes }) => notes < all);
  if (fewer.length === 0) return "all notes";
  if (fewer.length === shares.length) return shares.map(({ notes }) => percentOf(notes, all)).join(", ");
  return `all notes, but ${fewer.map(({ name, notes }) => `${name} ${percentOf(notes, all)}`).join(", ")}`;
}

function linkageLines({ blocks, notes }: TypeEvidence): readonly string[] {
  if (blocks < NEAR * notes) return [];
  const lines = line("linkage", "required", `${percentOf(blocks, notes)} have a linkage block`);
  return blocks >= REQUIRED_BLOCK * notes ? lines : commentedOut(lines);
}

function endingLines({ type, ending, repeated, notes }: TypeEvidence): readonly string[] {
  if (ending === null || ending.notes < NEAR * notes) return [];
  const others =
    repeated === 0 ? "" : `; ${percentOf(repeated, notes)} end with their first heading over again`;
  const lines = line("ending", ending.name, percentOf(ending.notes, notes) + others);
  return type.ending === null ? commentedOut(lines) : lines;
}

function line(key: string, value: ConfigValue, comment: string): readonly string[] {
  return entryLines("    ", key, value, comment);
}

import { property, textOf } from "../journal/properties.ts";
import type { Note } from "../note/note.ts";
import { quote } from "../text/quote.ts";
import type { TextRange } from "../text/range.ts";
import { RangeMap } from "../text/range-map.ts";
import type { VaultIndex } from "../vault/vault-index.ts";
import type { ChosenRepair } from "./chosen-repairs.ts";
import type { Diagnostic } from "./diagnostic.ts";
import { whyLinksAreWrong } from "./link-changes.ts";
import type { LintedNote } from "./linted-note.ts";
import { newDiagnostics } from "./new-problems.ts";

/**
 * Why repairs of a note, made together, are not to stay, or null if nothing speaks against them (design.md, law 4): the
 * properties can no longer be read, a link leads elsewhere than meant, a note id is that of another note, a problem whose
 * repair was made is still there, or there is one that was not there before and is not just uncovered.
 * @param after the note after them, which the index holds
 */
export function whyRepairsAreWrong(
  before: LintedNote,
  after: LintedNote,
  repairs: readonly ChosenRepair[],
  vault: VaultIndex,
): string | null {
  const edits = repairs.flatMap(({ fix }) => fix.edits);
  const ranges = new RangeMap(edits);
  if (before.note.frontmatter.state === "read" && after.note.frontmatter.state !== "read")
    return "The properties could no longer be read";
  const links = whyLinksAreWrong(before.note, after.note, repairs, ranges, vault);
  if (links !== null) return links;
  const id = takenNoteId(before.note, after.note, vault);
  if (id !== null) return `${quote(id)} is the note id of another note`;
  const repaired: ReadonlySet<Diagnostic | null> = new Set(repairs.map(({ diagnostic }) => diagnostic));
  const old = before.diagnostics.filter((diagnostic) => !repaired.has(diagnostic));
  const worse = newDiagnostics(old, after.diagnostics, edits).find(
    (added) => !repairs.some((repair) => uncovers(repair, added, before.note, after.note, ranges)),
  );
  return worse === undefined ? null : `It would bring another problem: ${worse.message}`;
}

/** A note id that the note has only now, and another has too. One that could not be read before is not new. */
function takenNoteId(before: Note, after: Note, vault: VaultIndex): string | null {
  const id = textOf(property(after, "note_id"));
  const isNew = before.frontmatter.state === "read" && textOf(property(before, "note_id")) !== id;
  return id !== null && isNew && vault.notesWithId(id).some((path) => path !== after.path) ? id : null;
}

/**
 * Whether a problem was there before the repair and could not be seen: what it speaks of could not be read, or led nowhere.
 * That is not so for a rule's own repair, which takes its problem away and brings no other of it.
 */
function uncovers(
  { rule, message, range, fix }: ChosenRepair,
  added: Diagnostic,
  before: Note,
  after: Note,
  ranges: RangeMap,
): boolean {
  if (rule === "invalid-frontmatter") return before.frontmatter.state !== "read" && added.message !== message;
  if (rule === added.rule) return false;
  if (rule === "malformed-linkage") return after.linkageBlocks.some((block) => isWithin(added.range, block));
  if (readingRules.has(rule)) return !after.links.some((link) => isWithin(added.range, link));
  const isOfLink = fix.leadsTo !== undefined || linkRules.has(rule);
  return isOfLink && (countingRules.has(added.rule) || isWithin(added.range, ranges.moved(range)));
}

/** Their repairs let a property be read, or say what it says in a form that others know. */
const readingRules: ReadonlySet<string> = new Set([
  "property-type",
  "misspelt-property",
  "missing-property",
  "malformed-tag",
  "malformed-cssclass",
  "malformed-date",
  "malformed-note-id",
]);

/** Their problems stand at the link that their repairs change. */
const linkRules: ReadonlySet<string> = new Set([
  "unresolved-link",
  "placeholder-link",
  "unresolved-subpath",
  "link-to-draft",
  "malformed-link",
]);

/** They speak of all links of a note that lead to a file. */
const countingRules: ReadonlySet<string> = new Set(["incomplete-linkage", "without-links"]);

function isWithin(inner: TextRange, outer: TextRange): boolean {
  return inner.from >= outer.from && inner.to <= outer.to;
}

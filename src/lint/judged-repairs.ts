import { property, textOf } from "../journal/properties.ts";
import type { Note } from "../note/note.ts";
import { quote } from "../text/quote.ts";
import { RangeCover } from "../text/range-cover.ts";
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
  const added = newDiagnostics(old, after.diagnostics, edits);
  const uncovered = added.length === 0 ? null : new Uncovered(repairs, before.note, after.note, ranges);
  const worse = added.find((each) => uncovered?.has(each) !== true);
  return worse === undefined ? null : `It would bring another problem: ${worse.message}`;
}

/** A note id that the note has only now, and another has too. One that could not be read before is not new. */
function takenNoteId(before: Note, after: Note, vault: VaultIndex): string | null {
  const id = textOf(property(after, "note_id"));
  const isNew = before.frontmatter.state === "read" && textOf(property(before, "note_id")) !== id;
  return id !== null && isNew && vault.notesWithId(id).some((path) => path !== after.path) ? id : null;
}

/** What repairs of one rule have in common that tells what they uncover. */
interface RepairsOfRule {
  readonly rule: string;
  readonly messages: ReadonlySet<string>;
  /** Where the links are now that they have changed; null where they have changed none. */
  readonly links: RangeCover | null;
}

/**
 * The problems that were there before repairs and could not be seen: what they speak of could not be read, or led nowhere. That
 * is not so for a rule's own repair, which takes its problem away and brings no other of it. There may be thousands of both.
 */
class Uncovered {
  private readonly byRule: readonly RepairsOfRule[];
  private readonly wasRead: boolean;
  private readonly blocks: RangeCover;
  private readonly links: RangeCover;

  constructor(repairs: readonly ChosenRepair[], before: Note, after: Note, ranges: RangeMap) {
    const rules = new Set(repairs.map(({ rule }) => rule));
    this.byRule = [...rules].map((rule) => {
      const ofRule = repairs.filter((repair) => repair.rule === rule);
      const ofLinks = ofRule.filter(isOfLink).map(({ range }) => ranges.moved(range));
      const messages = new Set(ofRule.map(({ message }) => message));
      return { rule, messages, links: ofLinks.length === 0 ? null : new RangeCover(ofLinks) };
    });
    this.wasRead = before.frontmatter.state === "read";
    this.blocks = new RangeCover(after.linkageBlocks);
    this.links = new RangeCover(after.links);
  }

  has(added: Diagnostic): boolean {
    return this.byRule.some((repairs) => this.isBy(repairs, added));
  }

  private isBy({ rule, messages, links }: RepairsOfRule, added: Diagnostic): boolean {
    if (rule === "invalid-frontmatter")
      return !this.wasRead && (messages.size > 1 || !messages.has(added.message));
    if (rule === added.rule) return false;
    if (rule === "malformed-linkage") return this.blocks.holds(added.range);
    if (readingRules.has(rule)) return !this.links.holds(added.range);
    return links !== null && (countingRules.has(added.rule) || links.holds(added.range));
  }
}

function isOfLink({ rule, fix }: ChosenRepair): boolean {
  return fix.leadsTo !== undefined || linkRules.has(rule);
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

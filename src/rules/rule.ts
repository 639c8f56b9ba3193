import type { Note, SuppressedRule, Suppression } from "../note/note.ts";
import type { TextEdit, TextRange } from "../text/range.ts";
import type { RuleOptions } from "./rule-options.ts";
import type { VaultIndex } from "../vault/vault-index.ts";

/** How much a finding matters. The order, gravest first, is that of `severities`. */
export type Severity = "error" | "warning" | "info";

/** All severities, gravest first. */
export const severities = ["error", "warning", "info"] as const satisfies readonly Severity[];

/** One thing that is wrong, at one place of one note: what is found, as plain data. */
export interface Finding {
  readonly range: TextRange;
  /** One sentence without full stop: what is, then what was expected (style.md). */
  readonly message: string;
  /** What findings that say the same of many places have in common: a missing target, a tag. Reports fold by it. */
  readonly target?: string;
  /** Other places that the finding is about; of very many the first (`mostRelated`). */
  readonly related?: readonly RelatedPlace[];
  /** False where facts alone tell that there is no sure repair: nobody need have the note's text to ask for it. */
  readonly canFix?: boolean;
}

/** A finding with its repairs. It keeps the facts of its note alive, so that a vault has few of them at a time. */
export interface RepairableFinding extends Finding {
  /** The one sure repair, or null. `text` is the note's text as it was parsed. */
  readonly fix: (text: string) => Fix | null;
  /** Repairs that the author must choose from, best first. */
  readonly suggest: (text: string) => readonly Fix[];
}

/** A place in another note, or another place in this one. */
export interface RelatedPlace extends TextRange {
  readonly path: string;
  /** What is there, in a few words. */
  readonly message: string;
}

/** How many places a finding relates to at most. With all, thousands of notes that share a name or note id would each name every other. */
export const mostRelated = 20;

/** A repair of one note: edits to the text that was checked. */
export interface Fix {
  /** In the imperative, one line: `Link to "Home"`. */
  readonly title: string;
  readonly edits: readonly TextEdit[];
  /** The file that a link leads to by this repair; left out by repairs that let no link lead elsewhere. */
  readonly leadsTo?: string;
}

/** What a rule's `fix` and `suggest` work with. `text` is the note's text as it was parsed. */
export interface FixContext<Options> {
  readonly note: Note;
  readonly vault: VaultIndex;
  readonly options: Options;
  readonly text: string;
}

/** What a rule finds: a finding, and the fact it is about for `fix` and `suggest`. */
export interface RuleFinding<Fact> extends Finding {
  readonly fact: Fact;
}

/** A rule as its file writes it. `Fact` is whatever its check hands to its repairs. */
export interface RuleDefinition<Options, Fact> {
  /** The file's name. */
  readonly id: string;
  /** What holds where the rule finds nothing, one sentence. */
  readonly summary: string;
  /** Default; `off` is a rule that the config must switch on. */
  readonly severity: Severity | "off";
  /** The rule speaks only of notes that have a note type. */
  readonly typedNotesOnly?: boolean;
  readonly options: RuleOptions<Options>;
  /**
   * Finds from facts alone, in text order where that is natural. Pure. Most rules find nothing in most notes: a cheap look at
   * what most notes have comes first. A list and no generator, which would take as long to start as that.
   */
  readonly check: (note: Note, vault: VaultIndex, options: Options) => readonly RuleFinding<Fact>[];
  fix?(fact: Fact, context: FixContext<Options>): Fix | null;
  suggest?(fact: Fact, context: FixContext<Options>): Iterable<Fix>;
  /**
   * What it suggests depends on what so many notes have in common, as which note ids are free, that a change does not tell whose
   * suggestions are other ones now. Whose diagnostics and sure repairs are, it tells of all rules.
   */
  readonly suggestsFromAfar?: boolean;
}

/** A rule that speaks of files that are no notes, as its file writes it. */
export interface FileRuleDefinition<Options> extends Pick<
  RuleDefinition<Options, null>,
  "id" | "summary" | "severity" | "options"
> {
  /** What is wrong with the file at `path`, in a message; null if nothing is. Pure. */
  checkFile(path: string, vault: VaultIndex, options: Options): string | null;
}

/** Why a suppression is of no use. */
export type SuppressionFault = { readonly suppression: Suppression } & (
  | {
      /** The rule ran, and no finding of it was switched off. */
      readonly kind: "unused";
      readonly named: SuppressedRule;
    }
  | {
      /** There is no such rule, nor are there those that stand right behind its name. */
      readonly kind: "unknown";
      readonly named: SuppressedRule;
      readonly others: readonly SuppressedRule[];
      /** The rule that the name stands near to, if it is one alone, and the suppression does not name that too; else null. */
      readonly meant: string | null;
    }
  | {
      /** It names no rule. */
      readonly kind: "nameless";
    }
);

/** A rule that speaks of suppressions which are of no use, as its file writes it. */
export interface SuppressionRuleDefinition<Options> extends Pick<
  RuleDefinition<Options, SuppressionFault>,
  "id" | "summary" | "severity" | "options"
> {
  checkSuppression(fault: SuppressionFault): RuleFinding<SuppressionFault>;
  fix(fault: SuppressionFault, context: FixContext<Options>): Fix | null;
  suggest(fault: SuppressionFault, context: FixContext<Options>): Iterable<Fix>;
}

/** A rule as the engine, the config and the docs see it. */
export interface Rule {
  readonly id: string;
  readonly summary: string;
  readonly severity: Severity | "off";
  readonly typedNotesOnly: boolean;
  readonly options: RuleOptions<unknown>;
  /**
   * The rule's check with its options read.
   * @throws z.core.$ZodError as `readOptions`
   */
  readonly bind: (options: object) => Check;
  /** The same for files that are no notes; null for a rule that speaks of notes. */
  readonly bindFile: ((options: object) => FileCheck) | null;
  /** The same for suppressions that are of no use. */
  readonly bindSuppressions: ((options: object) => SuppressionCheck) | null;
  /** Whether any of its findings may have a sure repair, and whether any may have suggestions. */
  readonly canFix: boolean;
  readonly canSuggest: boolean;
  /** Whether a change does not tell whose suggestions are other ones than before (`RuleDefinition`). */
  readonly suggestsFromAfar: boolean;
}

/** A rule ready to run on one note after another. */
export interface Check {
  /** What is wrong with a note, in the order in which the rule finds it. */
  readonly find: (note: Note, vault: VaultIndex) => readonly Finding[];
  /** The rule looks once more and finds the same, this time with repairs: for whoever asks for those of a problem. */
  readonly findRepairable: (note: Note, vault: VaultIndex) => Iterable<RepairableFinding>;
}

/** The same on one file that is no note after another. */
export type FileCheck = (path: string, vault: VaultIndex) => Iterable<Finding>;

/** The same on the suppressions of one note after another that are of no use. */
export interface SuppressionCheck {
  readonly find: (faults: readonly SuppressionFault[]) => Iterable<Finding>;
  readonly findRepairable: (
    note: Note,
    vault: VaultIndex,
    faults: readonly SuppressionFault[],
  ) => Iterable<RepairableFinding>;
}

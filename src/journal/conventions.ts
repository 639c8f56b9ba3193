import type { PropertyConvention } from "./property-kinds.ts";

/** The file at the vault's root that says its conventions. A mistake in it has this path. */
export const configName = "linkage.yaml";

/** Rules that no check of a note stands behind: what its host finds. Nothing can be said of them in the config. */
export const alwaysOn: readonly string[] = ["invalid-config", "invalid-baseline", "unreadable-file"];

/** What a vault's writer has agreed with themselves: note types, what is ignored, known placeholders. Read from `linkage.yaml`. */
export interface Conventions {
  readonly types: readonly NoteType[];
  /** Whether `linkage.yaml` lists note types, so that a code that none of them has is a slip and not another vault's custom. */
  readonly listsTypes: boolean;
  /** The CSS classes that notes may have besides those of the types: those listed, and those of the app's snippets; null where none are listed, so that any may be. */
  readonly classes: readonly string[] | null;
  /** Globs of notes that no rule speaks of. */
  readonly ignore: readonly string[];
  /** Rules speak also of notes that the app's own settings leave out. */
  readonly lintExcluded: boolean;
  /** Whether the app's own settings leave a note out (`excludedByApp`), or null; `linkage.yaml` does not say this. */
  readonly excluded: ((path: string) => boolean) | null;
  /** How the site is made that the notes are published on, or null if nothing is known of one. */
  readonly site: SiteKind | null;
  /** Targets without a file that notes link to on purpose. */
  readonly placeholders: readonly string[];
  /** What the config says of each rule it names, by id. */
  readonly rules: ReadonlyMap<string, RuleSetting>;
}

/** What a site can be made with. */
export const siteKinds = ["quartz", "publish"] as const;

/** What a site is made with: Quartz, or Obsidian Publish. */
export type SiteKind = (typeof siteKinds)[number];

/** A kind of note: how to tell it, and what it must have. */
export interface NoteType {
  /** The capitals in its note ids: `TJ`. */
  readonly code: string;
  /** Its classes in `cssclasses`; the first is the one to insert. */
  readonly classes: readonly string[];
  /** Its tags, without `#`; the first is the one to insert. */
  readonly tags: readonly string[];
  /** Its folders, vault-relative, without a `/` at the end. */
  readonly folders: readonly string[];
  /** Names of the properties that each of its notes must have. */
  readonly required: readonly string[];
  /** What is to be in some of its properties, required or not. */
  readonly properties: readonly PropertyConvention[];
  /** Texts of the headings that each of its notes must have, in the order in which they are to stand. */
  readonly sections: readonly string[];
  /** Whether each of its notes must have a linkage block. */
  readonly linkage: LinkagePolicy;
  /** The line that its notes end with, such as a lone `#`; null if they end with their last section. */
  readonly ending: string | null;
}

/** Whether the notes of a type must show their linkage in a block, or may. */
export type LinkagePolicy = "required" | "optional";

/** What the config says of one rule. What is not said keeps the rule's default. */
export interface RuleSetting {
  readonly severity?: "error" | "warning" | "info" | "off";
  readonly ignore: readonly string[];
  /** Everything else below the rule's name; the rule's own schema reads it. */
  readonly options: Readonly<Record<string, unknown>>;
}

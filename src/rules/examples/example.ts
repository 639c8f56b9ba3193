/** A short note that shows what a rule reports, or what it leaves alone. The tests check each, and the command line shows them. */
export interface Example {
  /** What it shows, in a few words. */
  readonly title: string;
  /** The note's text with `«…»` around what the rule reports. Without marks the rule finds nothing. */
  readonly text: string;
  /** Where the note lies; `Note.md` if left out. */
  readonly path?: string;
  /** The vault's other notes: text by path. */
  readonly others?: Readonly<Record<string, string>>;
  /** Paths of the vault's files that are no notes. */
  readonly files?: readonly string[];
  /** Those of `files` that the rule reports; none if left out. */
  readonly reported?: readonly string[];
  /** The text of `linkage.yaml`; without it the built-in conventions hold. */
  readonly config?: string;
  /** The text after the rule's fix has been applied to all findings. Left out where none of them has a fix. */
  readonly fixed?: string;
  /** Titles of what is suggested for the first finding, best first. Left out where nothing is. */
  readonly suggestions?: readonly string[];
}

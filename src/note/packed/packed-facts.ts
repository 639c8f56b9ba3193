/**
 * The facts of one note as two strings, in an eighth of the memory that they take as objects. They can be stored; which
 * parser wrote them, and whether they are whole, is for who stores them to know.
 */
export interface PackedFacts {
  /** Numbers and kinds: each character is a byte (`MarkWriter`). */
  readonly marks: string;
  /** All texts one behind the other, each once as a rule. */
  readonly words: string;
}

/** The sections of packed facts in their order. Each can be read without the others. */
export const sections = [
  "text",
  "frontmatter",
  "headings",
  "comments",
  "links",
  "externalLinks",
  "malformedLinks",
  "linkedHtml",
  "tags",
  "blockIds",
  "linkageBlocks",
  "seeAlso",
  "suppressions",
] as const;

/** One of the sections: `text` is the length of the text and its lines, the others are named as in `Note`. */
export type Section = (typeof sections)[number];

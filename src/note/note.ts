import type { LineStarts } from "../text/lines.ts";
import type { TextRange } from "../text/range.ts";

/**
 * What one note's text says, as plain data: every fact with its range in that text.
 * Facts know nothing of other notes, of the journal's conventions or of rules.
 */
export interface Note {
  /** Vault-relative, with `/` and extension. */
  readonly path: string;
  /** Length of the text that the ranges belong to, in UTF-16 code units. */
  readonly length: number;
  readonly lines: LineStarts;
  readonly frontmatter: Frontmatter;
  readonly headings: readonly Heading[];
  /** Inline `%% … %%` comments of the body, in text order. Links and tags in them count for the app, but no reader sees them (obsidian.md A9). */
  readonly comments: readonly TextRange[];
  /** In text order. Links of every kind that lead into the vault, or are meant to. */
  readonly links: readonly Link[];
  readonly externalLinks: readonly ExternalLink[];
  /** What was meant to be a link and is none. */
  readonly malformedLinks: readonly MalformedLink[];
  /** HTML blocks with a wikilink in them, which is plain text there; linkage blocks among them. */
  readonly linkedHtml: readonly TextRange[];
  /** Tags in the body, in text order. Those of the frontmatter are a property. */
  readonly tags: readonly Tag[];
  readonly blockIds: readonly BlockId[];
  readonly linkageBlocks: readonly LinkageBlock[];
  /** The `*see also:*` line, or null. */
  readonly seeAlso: SeeAlso | null;
  readonly suppressions: readonly Suppression[];
}

/**
 * How the note's frontmatter reads (obsidian.md F1, F2).
 * - `none`: the text does not start with a line `---`.
 * - `unclosed`: no line `---` ends it; the app takes it for body text.
 * - `late`: blank lines come before it; the app takes it for body text.
 * - `unreadable`: the YAML does not parse or is no map; the note has no properties.
 * - `read`: `properties` holds what it says.
 */
export interface Frontmatter extends TextRange {
  readonly state: "none" | "unclosed" | "late" | "unreadable" | "read";
  /** The YAML between the two fences, line end of the last line included. Empty where there is none. */
  readonly yaml: TextRange;
  readonly properties: readonly Property[];
  /** Why the YAML cannot be read, or what in it may be read otherwise than meant. */
  readonly faults: readonly YamlFault[];
}

/** One key of the frontmatter's map with its value, as written. A key repeated, letter case aside, gives several properties; the app takes the last. */
export interface Property {
  readonly key: string;
  readonly keyRange: TextRange;
  readonly value: PropertyValue;
  /** The value as written, quotes included; where nothing is written, the empty range behind the colon. */
  readonly valueRange: TextRange;
  /** The items of a list value, one for each element of `value`; null where the value is no list. */
  readonly items: readonly PropertyItem[] | null;
  /** As in `PropertyItem`. */
  readonly written?: string;
}

/** One item of a list property. The range covers its value as written, quotes included. */
export interface PropertyItem extends TextRange {
  readonly value: PropertyValue;
  /** A number as its author wrote it, where JavaScript writes it otherwise: `1.0`, `0x1F`. */
  readonly written?: string;
}

/** What YAML 1.2 core makes of a value: dates stay strings. */
export type PropertyValue =
  string | number | boolean | null | readonly PropertyValue[] | { readonly [key: string]: PropertyValue };

/** A fault in the frontmatter's YAML, at its place. */
export interface YamlFault extends TextRange {
  readonly kind: "syntax" | "not-a-map" | "repeated-key";
  /** For `syntax`: what the YAML parser says, one sentence. For `repeated-key`: the key. Else empty. */
  readonly detail: string;
}

/** A heading of the body: ATX or setext, in any container. The range covers it from its first to its last character. */
export interface Heading extends TextRange {
  readonly level: number;
  /** As written, without the marks and the blanks around it. */
  readonly text: string;
  /** Nothing is written below it, up to the next heading or the end of the note. */
  readonly isBare: boolean;
}

/**
 * The kinds of link (obsidian.md A):
 * `wikilink` `[[a]]`, `embed` `![[a]]`, `markdown` `[x](a)`, `image` `![x](a)`, `reference` `[x][id]`, `property` (in the
 * frontmatter), `html` (`[[a]]` inside raw HTML, plain text for the app) and `href` (an address in HTML: `<a href="a">`,
 * `<img src="a">`).
 */
export type LinkKind =
  "wikilink" | "embed" | "markdown" | "image" | "reference" | "property" | "html" | "href";

/** A link that leads into the vault. The range covers all of it, `!` included. */
export interface Link extends TextRange {
  readonly kind: LinkKind;
  /** Where the link leads, decoded, before the first `#` (of an `href`, also before a `?`). Empty: the note itself. */
  readonly linkpath: string;
  /** From there on, decoded; empty if there is none. */
  readonly subpath: string;
  /** The linkpath as written. What a repair replaces. */
  readonly linkpathRange: TextRange;
  /** The subpath as written, `#` or `?` included; empty behind the linkpath if there is none. */
  readonly subpathRange: TextRange;
  /** What is shown instead of the linktext: after `|`, or the text of a Markdown link. Null if not said. */
  readonly displayText: string | null;
  /** The display text as written, without the `|`; empty at the end of the target if not said. */
  readonly displayRange: TextRange;
  /** The link stands in a table row, where `|` is written `\|`. */
  readonly inTable: boolean;
  /** For `property`: its name, with the item's number if it is in a list (`up`, `related.0`). Else null. */
  readonly property: string | null;
}

/** A link that leaves the vault: it has a scheme or, in HTML, begins with `//`. The range covers all of it. */
export interface ExternalLink extends TextRange {
  readonly url: string;
}

/**
 * What was meant to be a link and is none for the app (obsidian.md A3, A5).
 * - `empty`: `[[]]`
 * - `unclosed`: `[[a]`
 * - `no-destination`: `[x]()`
 * - `blank`: `[x](a b.md)`, blanks in a destination without `<>`
 * - `brackets`: `<a href="[[a]]">`; the range is that of the address
 */
export interface MalformedLink extends TextRange {
  readonly kind: "empty" | "unclosed" | "no-destination" | "blank" | "brackets";
}

/** A tag in the body. The range covers the `#`; the tag itself is without it. */
export interface Tag extends TextRange {
  readonly tag: string;
}

/** A block's name, `^id`. The range covers the `^`. */
export interface BlockId extends TextRange {
  readonly id: string;
}

/**
 * The HTML block that shows the linkage of the note: `<div class="linkage-tree">` or `<div class="linkage">`.
 * The range runs from its `<div` to the end of its `</div>`, or as far as it could be read.
 */
export interface LinkageBlock extends TextRange {
  readonly markup: "linkage-tree" | "linkage";
  /** In text order. A list without a label is a group whose label is empty. */
  readonly groups: readonly LinkageGroup[];
  /** In text order. Of those of its tags the first five: each brings others with it. Of its blank lines the first 500. */
  readonly faults: readonly LinkageFault[];
}

/** One list of a linkage block with the label above it (`tags`, `related`). */
export interface LinkageGroup extends TextRange {
  readonly label: string;
  readonly items: readonly LinkageItem[];
}

/**
 * What one list item of a linkage block says. The range covers `<li>` to `</li>`; where several tags and links share a list
 * item, each is an item of its own whose range is that of its text.
 */
export interface LinkageItem extends TextRange {
  readonly kind: "tag" | "link" | "text";
  /** The tag without `#`, the link's linktext, or the text. Of a list item that starts with no tag, nor a label and a tag (`tags: #a`), the first link is told. */
  readonly text: string;
  /** The tag with its `#`, the link with its brackets, or the text, without the blanks around it. */
  readonly textRange: TextRange;
}

/**
 * What is wrong with the HTML of a linkage block, at its place. Without its `blank-line`s the block is HTML from end to end;
 * those of a block that holds Markdown text too are `blank-beside-text`.
 */
export interface LinkageFault extends TextRange {
  readonly kind: "blank-line" | "blank-beside-text" | "unclosed-tag" | "unexpected-close";
  /** The tag's name (`ul`); for blank lines empty. */
  readonly tag: string;
}

/** The line of related notes below the title. `links` are those of `Note.links` that lie in the range. */
export interface SeeAlso extends TextRange {
  readonly links: readonly Link[];
}

/**
 * A comment that switches rules off. `next-line` and `next-block` hold for what follows the comment, `disable` and
 * `enable` from there on. The property `linkage-disable` holds for the whole note (`note`).
 */
export interface Suppression extends TextRange {
  readonly kind: "next-line" | "next-block" | "disable" | "enable" | "note";
  /** Those named before ` --`, which a reason follows. Where there are none, nothing is switched off (rules.md, Suppression). */
  readonly rules: readonly SuppressedRule[];
  /** The first character behind it that is no blank and no quote mark; the text's length if there is none. */
  readonly next: number;
}

/** A rule's id as named in a suppression. */
export interface SuppressedRule extends TextRange {
  readonly id: string;
}

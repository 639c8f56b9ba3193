import { matchEnd } from "../text/sticky.ts";

/*
 * What may stand at the start of a line. All but `mayStart` are given the rest of the line, from its first character that is
 * no blank to before its line break.
 */

/** The marker of a list item or a footnote: how many characters it has, and whether it may break into a paragraph. */
export interface ItemMarker {
  readonly width: number;
  readonly interrupts: boolean;
  /** The columns that further lines are indented by; null: as many as the first line's text. */
  readonly indent: number | null;
}

const marker = /^(?:[*+-]|(\d{1,9})[.)])(?=[ \t]|$)/;
const footnote = /^\[\^[^\s[\]]{1,999}\]:/;

/** The marker at the start of `line`, of a list item (CommonMark 5.2) or of a footnote (obsidian.md A10), or null. */
export function itemMarker(line: string): ItemMarker | null {
  const note = line.startsWith("[") ? footnote.exec(line) : null;
  if (note) return { width: note[0].length, interrupts: true, indent: 4 };
  const match = marker.exec(line);
  if (match === null) return null;
  const ordinal = match[1];
  const bare = line.slice(match[0].length).trim() === "";
  return {
    width: match[0].length,
    interrupts: !bare && (ordinal === undefined || Number(ordinal) === 1),
    indent: null,
  };
}

const oneMark = /^(?:\*[* \t]*|_[_ \t]*|-[- \t]*)$/;

/** The line is three or more `*`, `-` or `_` and nothing else. */
export function isThematicBreak(line: string): boolean {
  return oneMark.test(line) && line.replace(/[ \t]+/g, "").length >= 3;
}

/** An ATX heading: its level, where in the line its text stands, and where the line ends without the blanks at its end. */
export interface AtxHeading {
  readonly level: number;
  readonly from: number;
  readonly to: number;
  readonly end: number;
}

const HASH = 35;
const atxMarks = /#{1,6}(?:[ \t]+|$)/y;
const atxClose = /(?:^|[ \t])#+$/;

/** The ATX heading that `line` is, or null. */
export function atxHeading(line: string): AtxHeading | null {
  const from = matchEnd(atxMarks, line, 0);
  if (from < 0) return null;
  let level = 1;
  while (line.charCodeAt(level) === HASH) level++;
  const end = line.trimEnd().length;
  return { level, from, to: atxTextEnd(line, from, end), end };
}

/** Where the text of a heading ends, which starts at `from`: before the marks and blanks at the end of its line. */
function atxTextEnd(line: string, from: number, end: number): number {
  if (end <= from || line.charCodeAt(end - 1) !== HASH) return Math.max(from, end);
  const text = line.slice(from, end);
  const close = atxClose.exec(text);
  return close ? from + text.slice(0, close.index).trimEnd().length : end;
}

/** The level of the setext heading that `line` underlines, or 0. */
export function setextLevel(line: string): 0 | 1 | 2 {
  const underline = line.trimEnd();
  if (/^=+$/.test(underline)) return 1;
  return /^-+$/.test(underline) ? 2 : 0;
}

/** The opening fence of a code block. */
export interface Fence {
  readonly mark: string;
  readonly width: number;
}

const fenceMarks = /^(?:`{3,}|~{3,})/;
const fenceClose = /^(`{3,}|~{3,})[ \t]*$/;

/** The code fence that `line` opens, or null: behind backticks no further backtick may come. */
export function openingFence(line: string): Fence | null {
  const width = fenceMarks.exec(line)?.[0].length ?? 0;
  const mark = line.charAt(0);
  return width === 0 || (mark === "`" && line.includes("`", width)) ? null : { mark, width };
}

/** The line closes the fence. */
export function closesFence(line: string, fence: Fence): boolean {
  const marks = fenceClose.exec(line)?.[1] ?? "";
  return marks.startsWith(fence.mark) && marks.length >= fence.width;
}

/** How an HTML block ends: at the line that holds this text, or before a blank line (CommonMark 4.6). */
export type HtmlEnd = "-->" | "?>" | ">" | "]]>" | "literal" | "blank";

const literalHtml = /^<(?:pre|script|style|textarea)(?=[\s>]|$)/i;
const literalEnd = /<\/(?:pre|script|style|textarea)>/i;
const blockHtml =
  /^<\/?(?:address|article|aside|base|basefont|blockquote|body|caption|center|col|colgroup|dd|details|dialog|dir|div|dl|dt|fieldset|figcaption|figure|footer|form|frame|frameset|h[1-6]|head|header|hr|html|iframe|legend|li|link|main|menu|menuitem|nav|noframes|ol|optgroup|option|p|param|search|section|summary|table|tbody|td|tfoot|th|thead|title|tr|track|ul)(?=\s|\/?>|$)/i;
/** A tag alone on its line. As `htmlTag`, it has no more than 500 attributes. */
const oneTag =
  /^(?:<[a-z][a-z0-9-]*(?:\s+[a-z_:][\w.:-]*(?:\s*=\s*(?:[^\s"'=<>`]+|'[^']*'|"[^"]*"))?){0,500}\s*\/?>|<\/[a-z][a-z0-9-]*\s*>)\s*$/i;

/** How the HTML block ends that `line` starts, or null. `inParagraph`: only what may break into one. */
export function htmlStart(line: string, inParagraph: boolean): HtmlEnd | null {
  if (blockHtml.test(line)) return "blank";
  if (literalHtml.test(line)) return "literal";
  if (line.startsWith("<!--")) return "-->";
  if (line.startsWith("<?")) return "?>";
  if (line.startsWith("<![CDATA[")) return "]]>";
  if (/^<![a-z]/i.test(line)) return ">";
  return !inParagraph && oneTag.test(line) ? "blank" : null;
}

/** The line holds the end of an HTML block that does not end at a blank line. */
export function endsHtml(line: string, how: HtmlEnd): boolean {
  return how === "literal" ? literalEnd.test(line) : line.includes(how);
}

const delimiterMarks = /^[-:| \t]*$/;
const delimiterCell = /^[ \t]*:?-+:?[ \t]*$/;

/** The number of columns of the table delimiter row that `line` is, or 0 (GFM 4.10). */
export function delimiterColumns(line: string): number {
  if (!delimiterMarks.test(line) || !/[|:]/.test(line)) return 0;
  const row = line.trimEnd();
  const cells = row.slice(row.startsWith("|") ? 1 : 0, row.length - (row.endsWith("|") ? 1 : 0)).split("|");
  return cells.every((cell) => delimiterCell.test(cell)) ? cells.length : 0;
}

/** For each unit of ASCII whether some block other than a paragraph may start with it, or it is a blank. */
const starts: readonly boolean[] = Array.from({ length: 128 }, (_, unit) =>
  " \t#$%*+-0123456789:<=>[_`|~".includes(String.fromCharCode(unit)),
);

/** Text that starts with one of these all the same: a link, a task, words set off, code. */
const startOfText = /\[(?!\^)|\*\*?[A-Za-z]|``?[^`]/y;

/** Whether some block other than a paragraph may start at `at`, or a blank stands there. Most lines start with a letter. */
export function mayStart(text: string, at: number): boolean {
  return (starts[text.charCodeAt(at)] ?? false) && matchEnd(startOfText, text, at) < 0;
}

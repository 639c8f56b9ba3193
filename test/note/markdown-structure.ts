import { fromMarkdown } from "mdast-util-from-markdown";
import { gfmTableFromMarkdown } from "mdast-util-gfm-table";
import { gfmTable } from "micromark-extension-gfm-table";
import { parseBlocks } from "../../src/note/blocks.ts";
import { contentOf } from "../../src/note/content.ts";
import { type InlineFacts, InlineReader } from "../../src/note/inline.ts";
import { unescapeMarkdown } from "../../src/note/link-destination.ts";
import { lineStarts, positionAt } from "../../src/text/lines.ts";
import type { TextRange } from "../../src/text/range.ts";

/**
 * What of a text is seen by both our scanner and a general Markdown parser, sorted: `code, lines 1–3`, `html, lines 1–3`,
 * `h2, line 1: "Title"`, `code span 4–9`, `cell 2–5`, `link 0–12 to /url`. Links are inline, reference and autolinks and
 * images alike; destinations are as written but for backslash escapes. What only we see is there too: `wikilink 0–8`.
 * Cells without text, tags and `<a href>` are left out: nobody, or only one of the two, has them.
 */
export type Structure = readonly string[];

/** What the notes' scanner sees. */
export function scannedStructure(text: string): Structure {
  const { blocks, definitions } = parseBlocks(text, lineStarts(text), 0);
  const codeSpans: TextRange[] = [];
  const facts: InlineFacts = {
    links: [],
    externalLinks: [],
    malformedLinks: [],
    tags: [],
    suppressions: [],
    comments: [],
    codeSpans,
  };
  const inline = new InlineReader(text, definitions, facts);
  const seen: string[] = [];
  for (const block of blocks) {
    const { kind, role, level, from, to } = block;
    if (kind !== "text") {
      seen.push(inLines(text, kind, from, to));
      continue;
    }
    const content = contentOf(text, block);
    if (role === "heading")
      seen.push(heading(text, level, content.text.trim() === "" ? from : content.from, content.text));
    if (role === "cell") seen.push(span("cell", from, to));
    inline.read(content, role === "cell");
  }
  for (const { from, to } of codeSpans)
    if (!inImage(text, from, facts)) seen.push(span("code span", from, to));
  for (const { kind, from, to, linkpathRange, subpathRange } of facts.links) {
    const isMarkdown = kind === "markdown" || kind === "image" || kind === "reference";
    const destination = unescapeMarkdown(text.slice(linkpathRange.from, subpathRange.to));
    if (isMarkdown) seen.push(`${span("link", from, to)} to ${destination}`);
    else if (kind !== "href") seen.push(span(kind, from, to));
  }
  for (const { from, to, url } of facts.externalLinks) seen.push(`${span("link", from, to)} to ${url}`);
  return seen.sort();
}

/** What `mdast-util-from-markdown` sees. */
export function generalStructure(text: string): Structure {
  const root = fromMarkdown(text, { extensions: [gfmTable()], mdastExtensions: [gfmTableFromMarkdown()] });
  const destinations = new Map<string, string>();
  visit(root, null, (node) => {
    const { type, identifier = "", url = "" } = node;
    if (type === "definition" && !destinations.has(identifier)) destinations.set(identifier, url);
  });
  const seen: string[] = [];
  visit(root, null, (node, parent) => {
    const { from, to } = rangeOf(node);
    const first = node.children?.[0];
    const last = node.children?.at(-1);
    switch (node.type) {
      case "code":
        seen.push(inLines(text, "code", from, to));
        break;
      case "html":
        if (isContainer(parent)) seen.push(inLines(text, "html", from, to));
        break;
      case "heading":
        if (first && last)
          seen.push(
            heading(text, node.depth, rangeOf(first).from, text.slice(rangeOf(first).from, rangeOf(last).to)),
          );
        else seen.push(heading(text, node.depth, from, ""));
        break;
      case "inlineCode":
        seen.push(span("code span", from, to));
        break;
      case "tableCell":
        if (first && last) seen.push(span("cell", rangeOf(first).from, rangeOf(last).to));
        break;
      case "link":
      case "image":
        seen.push(`${span("link", from, to)} to ${node.url ?? ""}`);
        break;
      case "linkReference":
      case "imageReference":
        seen.push(`${span("link", from, to)} to ${destinations.get(node.identifier ?? "") ?? ""}`);
        break;
    }
  });
  return seen.sort();
}

/** What one of the two sees and the other does not: `+` for the scanner's, `-` for the general parser's. */
export function structureDifferences(text: string): readonly string[] {
  const ours = scannedStructure(text);
  const theirs = generalStructure(text);
  return [
    ...theirs.filter((line) => !ours.includes(line)).map((line) => `- ${line}`),
    ...ours.filter((line) => !theirs.includes(line)).map((line) => `+ ${line}`),
  ];
}

/** The general parser keeps of an image's text only what is shown. */
function inImage(text: string, offset: number, { links, externalLinks }: InlineFacts): boolean {
  return [...links, ...externalLinks].some(
    ({ from, to }) => from < offset && offset < to && text.charAt(from) === "!",
  );
}

/** What is needed of the nodes of mdast. */
interface MarkdownNode {
  readonly type: string;
  readonly children?: readonly MarkdownNode[];
  readonly position?: { readonly start: Place; readonly end: Place } | undefined;
  readonly depth?: number;
  readonly identifier?: string;
  readonly url?: string;
}

interface Place {
  readonly offset?: number | undefined;
}

function visit(
  node: MarkdownNode,
  parent: MarkdownNode | null,
  see: (node: MarkdownNode, parent: MarkdownNode | null) => void,
): void {
  see(node, parent);
  for (const child of node.children ?? []) visit(child, node, see);
}

function rangeOf({ position }: MarkdownNode): TextRange {
  return { from: position?.start.offset ?? -1, to: position?.end.offset ?? -1 };
}

function isContainer(node: MarkdownNode | null): boolean {
  return node?.type === "root" || node?.type === "blockquote" || node?.type === "listItem";
}

function span(what: string, from: number, to: number): string {
  return `${what} ${String(from)}–${String(to)}`;
}

/** Line breaks and blank lines at the end are in the block for one parser and behind it for the other. */
function inLines(text: string, what: string, from: number, to: number): string {
  const starts = lineStarts(text);
  const first = positionAt(starts, from).line;
  const written = text.slice(from, to).replace(/[\s>]+$/, "");
  const last = Math.max(first, positionAt(starts, from + written.length).line);
  return `${what}, lines ${String(first)}–${String(last)}`;
}

/** The quote marks and blanks before further lines of the text are left out. */
function heading(text: string, level: number | undefined, from: number, written: string): string {
  const lines = written.split(/\r\n?|\n/).map((line) => line.replace(/^[ \t>]+/, "").trimEnd());
  const line = positionAt(lineStarts(text), from).line;
  return `h${String(level)}, line ${String(line)}: ${JSON.stringify(lines.join("\n"))}`;
}

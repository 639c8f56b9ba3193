import { compact } from "../text/compact.ts";
import { detached } from "../text/detached.ts";
import { lineStarts } from "../text/lines.ts";
import type { TextRange } from "../text/range.ts";
import { lastNotAbove } from "../text/search.ts";
import { matchEnd } from "../text/sticky.ts";
import type { Block, Blocks } from "./block.ts";
import { parseBlocks } from "./blocks.ts";
import { type Content, contentOf, rangeOf, wholeContent } from "./content.ts";
import { parseFrontmatter } from "./frontmatter.ts";
import { type HtmlFacts, HtmlReader } from "./html-facts.ts";
import { type InlineFacts, InlineReader } from "./inline.ts";
import type { BlockId, Frontmatter, Heading, Note } from "./note.ts";
import { addPropertyLinks } from "./property-links.ts";
import { seeAlsoLine, seeAlsoOf } from "./see-also.ts";
import { frontmatterSuppressions } from "./suppressions.ts";
import { scanTags } from "./tags.ts";

/**
 * Read the facts of one note. Never throws, takes time linear in the text's length, and every range lies in the text.
 * @param path vault-relative, with extension
 * @param text without byte order mark, line ends as they are in the file
 */
export function parseNote(path: string, text: string): Note {
  const lines = lineStarts(text);
  const frontmatter = parseFrontmatter(text);
  const firstLine = bodyLine(frontmatter, lines);
  return readBody({ path, text, lines, frontmatter }, parseBlocks(text, lines, firstLine));
}

/** What is known of a note before its body is read. */
interface NoteStart extends Pick<Note, "path" | "lines" | "frontmatter"> {
  readonly text: string;
}

/** Here and where else facts are made each member is named: objects put together of others take V8 twice the memory. */
function readBody({ path, text, lines, frontmatter }: NoteStart, { blocks, definitions }: Blocks): Note {
  const facts: InlineFacts & HtmlFacts = {
    links: [],
    externalLinks: [],
    malformedLinks: [],
    linkedHtml: [],
    tags: [],
    suppressions: frontmatterSuppressions(text, frontmatter),
    linkageBlocks: [],
    comments: [],
    codeSpans: null,
  };
  addPropertyLinks(text, frontmatter, facts.links);
  const headings: Block[] = [];
  const blockIds: BlockId[] = [];
  const inline = new InlineReader(text, definitions, facts);
  const html = new HtmlReader(text, facts);
  const mayHaveIds = text.includes("^");
  let seeAlsoRange: TextRange | null = null;
  let mark = -1;
  for (const block of blocks) {
    switch (block.kind) {
      case "text": {
        const { from, pieces, role, to } = block;
        if (role === "heading") headings.push(block);
        else if (role === "paragraph") seeAlsoRange ??= seeAlsoLine(text, block);
        const textFrom = pieces?.[0]?.from ?? from;
        if (mark < textFrom) mark = nextMark(text, textFrom);
        if (mark >= to) break;
        const content = contentOf(text, block);
        inline.read(content, role === "cell", content.lines === null ? mark - textFrom : 0);
        if (mayHaveIds) addBlockId(content, blockIds);
        break;
      }
      case "html":
        html.read(block);
        break;
      case "comment":
        scanTags(wholeContent(text, block), facts.tags);
        break;
      case "code":
      case "math":
        break;
    }
  }
  const { links, externalLinks, malformedLinks, linkedHtml, tags, suppressions, linkageBlocks, comments } =
    facts;
  return {
    path,
    length: text.length,
    lines: compact(lines),
    frontmatter,
    headings: headings.map((block, at) => heading(text, block, headings[at + 1])),
    comments: compact(comments),
    links: compact(links),
    externalLinks: compact(externalLinks),
    malformedLinks: compact(malformedLinks),
    linkedHtml: compact(linkedHtml),
    tags: compact(tags),
    blockIds: compact(blockIds),
    linkageBlocks: compact(linkageBlocks),
    seeAlso: seeAlsoRange && seeAlsoOf(seeAlsoRange, links),
    suppressions: compact(suppressions),
  };
}

/** What the inline reader and block ids start with. Most blocks hold none of it. */
const marks = /[\\`[\]<#$%^]|:(?=\/\/)/g;

/** Where the first mark from `from` on stands; behind the text if there is none. */
function nextMark(text: string, from: number): number {
  marks.lastIndex = from;
  return marks.test(text) ? marks.lastIndex - 1 : text.length;
}

/** @param next the heading behind it */
function heading(text: string, block: Block, next: Block | undefined): Heading {
  const { level, from, pieces, to } = block;
  const line = pieces?.length === 1 ? pieces[0] : undefined;
  const title = detached((line ? text.slice(line.from, line.to) : contentOf(text, block).text).trim());
  return { level, text: title, from, to, isBare: matchEnd(blanks, text, to) >= (next?.from ?? text.length) };
}

const blanks = /\s*/y;

const blockIdAtEnd = /(?:^|\s)(\^[a-z0-9-]+)\s*$/i;

/** A `^id` at the end of a paragraph or list item, or alone behind a block (obsidian.md D3). */
function addBlockId(content: Content, blockIds: BlockId[]): void {
  if (!content.text.includes("^")) return;
  const caret = content.text.lastIndexOf("^");
  const id = blockIdAtEnd.exec(content.text.slice(Math.max(0, caret - 1)))?.[1];
  if (id === undefined) return;
  const { from, to } = rangeOf(content, caret, caret + id.length);
  blockIds.push({ id: detached(id.slice(1)), from, to });
}

/** The number of the first line behind the frontmatter, counted from 0. */
function bodyLine(frontmatter: Frontmatter, lines: readonly number[]): number {
  if (frontmatter.state !== "read" && frontmatter.state !== "unreadable") return 0;
  return lastNotAbove(lines, frontmatter.to) + 1;
}

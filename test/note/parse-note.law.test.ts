import { test } from "@fast-check/jest";
import type { ExternalLink, Link, LinkageFault, LinkageItem, Note } from "../../src/note/note.ts";
import { parseNote } from "../../src/note/parse-note.ts";
import { lineStarts } from "../../src/text/lines.ts";
import type { TextRange } from "../../src/text/range.ts";
import { noteText } from "./random-note.ts";

const runs = { numRuns: 700 };

test.prop([noteText], runs)("every range lies in the text", (text) => {
  const outside = rangesIn(parseNote("Note.md", text)).filter(
    ({ from, to }) => !(0 <= from && from <= to && to <= text.length),
  );
  expect(outside).toEqual([]);
});

test.prop([noteText], runs)("a link's ranges hold what it says", (text) => {
  for (const link of parseNote("Note.md", text).links) expect(writtenLink(text, link)).toEqual(said(link));
});

test.prop([noteText], runs)("the ranges of other facts hold what they say", (text) => {
  const { headings, tags, blockIds, externalLinks, suppressions, seeAlso } = parseNote("Note.md", text);
  const at = ({ from, to }: TextRange): string => text.slice(from, to);
  for (const tag of tags) expect(at(tag)).toBe(`#${tag.tag}`);
  for (const block of blockIds) expect(at(block)).toBe(`^${block.id}`);
  for (const heading of headings)
    for (const line of heading.text.split(/[\n\r]/)) expect(at(heading)).toContain(line);
  for (const link of externalLinks) expect(holdsAddress(at(link), link)).toBe(true);
  for (const { kind, rules, ...range } of suppressions) {
    if (kind !== "note") expect(at(range)).toMatch(/^(?:%%[^]*linkage-[^]*%%|<!--[^]*linkage-[^]*-->)$/);
    if (kind !== "note") for (const rule of rules) expect(at(rule)).toBe(rule.id);
  }
  if (seeAlso) expect(at(seeAlso)).toMatch(/^[*_]*see also/i);
});

test.prop([noteText], runs)("the ranges of a linkage block hold what it says", (text) => {
  for (const { groups, faults, ...block } of parseNote("Note.md", text).linkageBlocks) {
    expect(text.slice(block.from, block.to)).toMatch(/^<div\s/i);
    for (const group of groups) expect(text.slice(group.from, group.to)).toMatch(/^<(?:ul|ol|li)[\s>]/i);
    for (const item of groups.flatMap(({ items }) => items)) expect(holdsItem(text, item)).toBe(true);
    for (const fault of faults) expect(holdsFault(text.slice(fault.from, fault.to), fault)).toBe(true);
    const inside = rangesIn({ groups, faults });
    expect(inside.filter(({ from, to }) => from < block.from || to > block.to)).toEqual([]);
  }
});

test.prop([noteText], runs)(
  "links come in text order; only what is in a link's text overlaps with it",
  (text) => {
    const links = parseNote("Note.md", text).links.filter(({ kind }) => kind !== "property");
    let outer: Link | null = null;
    let from = 0;
    for (const link of links) {
      expect(link.from).toBeGreaterThanOrEqual(from);
      from = link.from;
      if (outer && link.from < outer.to) {
        expect([outer.kind, link.kind, link.to < outer.to]).toEqual([
          expect.stringMatching(/^(?:markdown|reference)$/),
          expect.stringMatching(/^(?:image|reference|embed|href)$/),
          true,
        ]);
      } else outer = link;
    }
  },
);

test.prop([noteText.filter((text) => !text.includes("\r"))], runs)(
  "CRLF line ends change nothing but offsets",
  (text) => {
    const breaks = lineStarts(text);
    const moved = (offset: number): number =>
      offset + breaks.filter((start) => start > 0 && start <= offset).length;
    const crlf = withoutFaults(parseNote("Note.md", text.replaceAll("\n", "\r\n")));
    expect(mapped(crlf, (offset) => offset)).toEqual(
      mapped(withoutFaults(parseNote("Note.md", text)), moved),
    );
  },
);

test.prop([noteText], runs)("tags in capitals, which are read with more work, say the same", (text) => {
  const capitals = text.replace(/<\/?(?:li|ul|div|b|code|pre)>/g, (tag) => tag.toUpperCase());
  expect(inSmall(parseNote("Note.md", capitals))).toEqual(inSmall(parseNote("Note.md", text)));
});

test.prop([noteText, noteText], runs)("parsing remembers nothing", (text, other) => {
  const first = parseNote("Note.md", text);
  parseNote("Note.md", other);
  expect(parseNote("Note.md", text)).toEqual(first);
});

/** The faults in YAML are the package's, which does not take all line ends alike. */
function withoutFaults({ frontmatter, ...note }: Note): object {
  return { ...note, frontmatter: { ...frontmatter, faults: [] } };
}

/** The facts with all their texts in small letters. */
function inSmall(note: Note): unknown {
  return JSON.parse(JSON.stringify(note).toLowerCase());
}

/** All ranges in some facts, at any depth. */
function rangesIn(facts: unknown): readonly TextRange[] {
  if (Array.isArray(facts)) return facts.flatMap(rangesIn);
  if (typeof facts !== "object" || facts === null) return [];
  const inner = Object.values(facts).flatMap(rangesIn);
  return isRange(facts) ? [facts, ...inner] : inner;
}

function isRange(fact: object): fact is TextRange {
  return "from" in fact && "to" in fact && typeof fact.from === "number" && typeof fact.to === "number";
}

/** The facts with their offsets moved and line breaks in their texts as `\n`. */
function mapped(fact: unknown, moved: (offset: number) => number): unknown {
  if (typeof fact === "string") return fact.replaceAll("\r\n", "\n");
  if (typeof fact !== "object" || fact === null) return fact;
  if (Array.isArray(fact))
    return fact.map((item) => (typeof item === "number" ? moved(item) : mapped(item, moved)));
  const offsets = new Set(["from", "to", "length", "next"]);
  return Object.fromEntries(
    Object.entries(fact).map(([key, value]) => [
      key,
      offsets.has(key) && typeof value === "number" ? moved(value) : mapped(value, moved),
    ]),
  );
}

/** What stands at a link's ranges, in the form of `said`. */
function writtenLink(text: string, link: Link): readonly unknown[] {
  const at = ({ from, to }: TextRange): string => text.slice(from, to);
  const [linkpath, subpath, display] = [at(link.linkpathRange), at(link.subpathRange), at(link.displayRange)];
  const all = at(link);
  switch (link.kind) {
    case "property":
      // Written with other escapes than these, it has no places of its own.
      if (link.linkpathRange.from === link.to || /''|\\["\\/]/.test(all)) return said(link);
      return writtenLink(text, { ...link, kind: all.endsWith("]]") ? "wikilink" : "markdown" });
    case "wikilink":
    case "embed":
    case "html":
      return [linkpath, subpath, display, /^!?\[\[[^]*\]\]$/.test(all)];
    case "href":
      return [decoded(linkpath), decoded(subpath), display, /^<a\s[^]*>$/i.test(all)];
    case "markdown":
    case "image":
    case "reference":
      return [
        decoded(unescaped(linkpath)),
        decoded(unescaped(subpath)),
        display,
        /^!?\[[^]*[\])]$/.test(all),
      ];
  }
}

function said({ linkpath, subpath, displayText }: Link): readonly unknown[] {
  return [linkpath, subpath, displayText ?? "", true];
}

function unescaped(written: string): string {
  return written.replace(/\\([!-/:-@[-`{-~])/g, "$1");
}

function decoded(written: string): string {
  return written.replace(/(?:%[0-9a-f]{2})+/gi, (run) => {
    try {
      return decodeURIComponent(run);
    } catch {
      return run;
    }
  });
}

function holdsAddress(written: string, { url }: ExternalLink): boolean {
  return written === url || /^(?:!?\[[^]*[\])]|<[^]*>)$/.test(written);
}

function holdsItem(text: string, { kind, textRange, ...item }: LinkageItem): boolean {
  const written = text.slice(textRange.from, textRange.to);
  const isIn = item.from <= textRange.from && textRange.to <= item.to;
  const shares = item.from === textRange.from && item.to === textRange.to;
  const isItem = shares || /^<li[\s>]/i.test(text.slice(item.from, item.to));
  if (kind === "link")
    return isIn && isItem && /^!?\[\[[^]*\]\]$/.test(written) && written.includes(item.text);
  return isIn && isItem && written.startsWith(kind === "tag" ? "#" : item.text.slice(0, 1));
}

function holdsFault(written: string, { kind, tag }: LinkageFault): boolean {
  if (kind === "blank-line" || kind === "blank-beside-text") return /^[ \t\r\n]*[\r\n]$/.test(written);
  return written.toLowerCase().startsWith(kind === "unclosed-tag" ? `<${tag}` : `</${tag}`);
}

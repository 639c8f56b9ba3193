import { canvasLinks } from "../../src/note/parse-canvas.ts";

const file = (path: unknown): unknown => ({ id: "1", type: "file", file: path, x: 0, y: 0 });
const canvas = (...nodes: readonly unknown[]): string => JSON.stringify({ nodes, edges: [] });

test.each<[title: string, text: string, linkpaths: readonly string[]]>([
  ["files, by their path from the root", canvas(file("a/Home.md"), file("b.png")), ["/a/Home.md", "/b.png"]],
  [
    "the picture behind a group",
    canvas({ type: "group", background: "bg.png", label: "[[no link]]" }),
    ["/bg.png"],
  ],
  [
    "links in text",
    canvas({ type: "text", text: "[[Home#One]] `[[code]]` [x](Plan.md)" }),
    ["Home", "Plan.md"],
  ],
  ["a web page is none", canvas({ type: "link", url: "https://example.com", file: "a.md" }), []],
  ["nodes that are none", canvas(null, 1, "file", [], file(1), file(""), { type: "text" }), []],
  ["nodes that are no list", '{"nodes":{"type":"file"}}', []],
  ["a list", "[]", []],
  ["null", "null", []],
  ["no JSON", "{", []],
  ["nothing", "", []],
])("%s", (_, text, expected) => {
  expect(canvasLinks("a.canvas", text).map(({ linkpath }) => linkpath)).toEqual(expected);
});

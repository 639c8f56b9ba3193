import { parseNote } from "../../src/note/parse-note.ts";
import { usualRequest, treeReport, groupsOf } from "../../src/report/tree-report.ts";
import { plainStyle } from "../../src/report/style.ts";
import type { Screen } from "../../src/report/screen.ts";
import { vaultOf } from "../vault/vault-of.ts";

const screen: Screen = { width: 80, style: plainStyle, place: (path) => path };
const files = {
  "home.md":
    "---\ntitle: 'A \"home\" <b>'\ntags: [ai, 2023, a b]\n---\n[[two]] [[gone#One]] [[x/R&D]] [x](a%20%5B1%5D.md)",
  "two.md": "---\ntitle: '*2* [nd]'\n---\n\n  To [[home]] and [[Home|back]].\r\n",
  "x/R&D.md": "---\ntitle: R & D\n---\n",
  "a [1].md": "",
};
const texts = new Map(Object.entries(files));
const vault = vaultOf(files);
const board = vaultOf(files);
board.setCanvas("plan.canvas", [
  { kind: "embed", linkpath: "home" },
  { kind: "embed", linkpath: "home" },
]);

function print(request: Partial<typeof usualRequest>): string {
  return [...treeReport("home", { ...usualRequest, ...request }, vault, screen).lines(texts)].join("\n");
}

test("Mermaid shows what notes say, and takes none of it for markup", () => {
  expect(print({ format: "mermaid", groups: ["links", "unresolved"] })).toMatchInlineSnapshot(`
   "flowchart LR
     n0["A #34;home#34; #60;b#62; · published"]
     n0 --> n1["links (3)"]
     n1 --> n2["#42;2#42; #91;nd#93;"]
     n1 --> n3["R #38; D"]
     n1 --> n4["a #91;1#93;"]
     n0 --> n5["unresolved (1)"]
     n5 --> n6["gone"]"
  `);
});

test("Markdown is a list of links and tags, and takes nothing else for markup", () => {
  expect(print({ format: "markdown", groups: ["tags", "links", "unresolved"] })).toMatchInlineSnapshot(`
   "- [[home|A "home" <b>]] · published
     - tags (3)
       - #ai (1)
       - #2023 (1)
       - \\#a b (1)
     - links (3)
       - [[two]]
       - [[R&D|R & D]]
       - a \\[1\\]
     - unresolved (1)
       - [[gone#One]]"
  `);
});

test("links of the list lead where the tree says", () => {
  const lists = print({ format: "markdown", groups: ["links", "unresolved"] });
  const read = parseNote("Elsewhere.md", lists).links.map((link) => vault.resolve(link, "Elsewhere.md"));
  const paths = read.map((each) => (each.kind === "unresolved" ? null : each.path));
  expect(paths).toEqual(["home.md", "two.md", "x/R&D.md", null]);
});

test("HTML is a linkage block as authors write it, and takes nothing for markup", () => {
  expect(print({ format: "html", groups: ["tags", "links", "unresolved"] })).toMatchInlineSnapshot(`
   "<div class="linkage-tree">
     <div class="linkage-tree-title">linkage tree</div>
     <ul>
       <li>tags
         <ul>
           <li>#ai</li>
           <li>#2023</li>
           <li>#a b</li>
         </ul>
       </li>
       <li>links
         <ul>
           <li>[[two]]</li>
           <li>[[R&D|R &amp; D]]</li>
           <li>a [1]</li>
         </ul>
       </li>
       <li>unresolved
         <ul>
           <li>[[gone#One]]</li>
         </ul>
       </li>
     </ul>
   </div>"
  `);
});

test("the block can be pasted into a note", () => {
  const { linkageBlocks, links } = parseNote("home.md", print({ format: "html" }));
  const [block] = linkageBlocks;
  expect(block?.faults).toEqual([]);
  expect(block?.groups.map(({ label, items }) => [label, ...items.map(({ text }) => text)])).toEqual([
    ["tags", "ai", "2023", "a b"],
    ["links", "two", "R&D", "a [1]"],
    ["backlinks", "two"],
    ["unresolved", "gone#One"],
  ]);
  expect(links.map((link) => vault.resolve(link, "home.md").kind)).toEqual([
    "resolved",
    "resolved",
    "resolved",
    "unresolved",
  ]);
});

test("of a long list the first rows are printed, of a program's all", () => {
  const request = { groups: ["links"], limit: 1 } as const;
  expect(print({ ...request, format: "markdown" })).toContain("    - … 2 more");
  expect(print({ ...request, format: "mermaid" })).toContain('n1 --> n3["… 2 more"]');
  expect(print({ ...request, format: "html" })).toContain("<li>… 2 more</li>");
  expect(JSON.parse(print({ ...request, format: "json" }))).toMatchObject({ tree: { rows: [{ more: 2 }] } });
  const many = vaultOf({ "home.md": Array.from({ length: 60 }, (_, at) => `[[${String(at)}]]`).join(" ") });
  const printed = (format: (typeof usualRequest)["format"]): string =>
    [...treeReport("home", { ...usualRequest, format }, many, screen).lines()].join("\n");
  for (const format of ["text", "markdown", "mermaid"] as const)
    expect(printed(format)).toContain("… 10 more");
  for (const format of ["json", "html"] as const) expect(printed(format)).not.toContain(" more");
});

test.each(["text", "markdown", "mermaid", "html", "json"] as const)(
  "a limit cuts lists, not the groups that were asked for: %s",
  (format) => {
    const printed = print({ format, depth: 3, groups: ["tags", "links", "unresolved"], limit: 1 });
    for (const group of ["tags", "links", "unresolved", "gone"]) expect(printed).toContain(group);
  },
);

test("JSON has the rows down to the depth, and the lines that mention the note", () => {
  const row = { marks: [], count: null, hint: "" };
  expect(JSON.parse(print({ format: "json", groups: ["backlinks"] }))).toEqual({
    version: 1,
    tree: {
      ...row,
      kind: "note",
      label: 'A "home" <b>',
      path: "home.md",
      marks: ["published"],
      rows: [
        {
          ...row,
          kind: "group",
          label: "backlinks",
          path: null,
          count: 1,
          rows: [
            {
              ...row,
              kind: "note",
              label: "*2* [nd]",
              path: "two.md",
              marks: ["2 times"],
              times: 2,
              mentions: [
                { line: 5, column: 6, text: "To [[home]] and [[Home|back]]." },
                { line: 5, column: 19, text: "To [[home]] and [[Home|back]]." },
              ],
            },
          ],
        },
      ],
    },
  });
  expect(print({ format: "json", depth: 0 })).not.toContain("rows");
});

test("JSON tells how often a canvas shows the note, and of no line that is no longer there", () => {
  const request = { ...usualRequest, format: "json", groups: ["backlinks"] } as const;
  const report = treeReport("home", request, board, screen);
  expect(report.quoted).toEqual(["two.md"]);
  const [line = ""] = report.lines(new Map([["two.md", "Another text"]]));
  expect(JSON.parse(line)).toMatchObject({
    tree: {
      rows: [
        {
          rows: [
            { path: "plan.canvas", kind: "file", times: 2 },
            { path: "two.md", mentions: [{ line: 5, column: 6, text: null }, { line: 5 }] },
          ],
        },
      ],
    },
  });
  expect(line.match(/mentions/g)).toHaveLength(1);
});

test("groups stand in the order of the tree, and others are told", () => {
  expect(groupsOf("--groups", "links, see also")).toEqual(["see also", "links"]);
  expect(() => groupsOf("--groups", "link")).toThrow(
    '--groups is "link", expected linkage, tags, see also, links, backlinks, unresolved or journal',
  );
});

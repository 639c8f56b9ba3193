import { usualRequest, treeReport, groupsOf } from "../../src/report/tree-report.ts";
import { plainStyle } from "../../src/report/style.ts";
import type { Screen } from "../../src/report/screen.ts";
import { vaultOf } from "../vault/vault-of.ts";

const screen: Screen = { width: 80, style: plainStyle, place: (path) => path };
const vault = vaultOf({
  "home.md": "---\ntitle: 'A \"home\" <b>'\n---\n[[two]] [[gone]]",
  "two.md": "[[home]]",
});

function print(request: Partial<typeof usualRequest>): string {
  return [...treeReport("home", { ...usualRequest, ...request }, vault, screen).lines].join("\n");
}

test("Mermaid shows what notes say, and takes none of it for markup", () => {
  expect(print({ format: "mermaid", groups: ["links", "unresolved"] })).toMatchInlineSnapshot(`
   "flowchart LR
     n0["A #34;home#34; #60;b#62; · published"]
     n0 --> n1["links (1)"]
     n1 --> n2["two"]
     n0 --> n3["unresolved (1)"]
     n3 --> n4["gone"]"
  `);
});

test("HTML is the nested list of a linkage block, and takes nothing for markup", () => {
  expect(print({ format: "html", groups: ["links", "unresolved"] })).toMatchInlineSnapshot(`
   "<div class="linkage-tree">
     <div class="linkage-tree-title">A &quot;home&quot; &lt;b&gt; · published</div>
     <ul>
       <li>links (1)
         <ul>
           <li>two</li>
         </ul>
       </li>
       <li>unresolved (1)
         <ul>
           <li>gone</li>
         </ul>
       </li>
     </ul>
   </div>"
  `);
});

test("JSON has the rows down to the depth", () => {
  const row = { marks: [], count: null };
  expect(JSON.parse(print({ format: "json", groups: ["links"] }))).toEqual({
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
          label: "links",
          path: null,
          count: 1,
          rows: [{ ...row, kind: "note", label: "two", path: "two.md" }],
        },
      ],
    },
  });
  expect(print({ format: "json", depth: 0 })).not.toContain("rows");
});

test("groups stand in the order of the tree, and others are told", () => {
  expect(groupsOf("--groups", "links, see also")).toEqual(["see also", "links"]);
  expect(() => groupsOf("--groups", "link")).toThrow(
    '--groups is "link", expected linkage, tags, see also, links, backlinks, unresolved or journal',
  );
});

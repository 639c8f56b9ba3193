/** @jest-environment jsdom */
import { MarkdownView, WorkspaceLeaf } from "obsidian-test-mocks/obsidian";
import { appOf, fileAt } from "../app.ts";
import { enable, until } from "../enabled-plugin.ts";
import { heardNotices } from "../heard-notices.ts";

const files = {
  "a.md":
    '---\ntags: [ai]\n---\n[[two]] [[gone]] [[pic.png]]\n\n<div class="linkage"><ul><li>#ai</li></ul></div>\n',
  "two.md": "---\ntitle: Second\ndraft: true\n---\n",
  "pic.png": "",
};

/** What a command copies of the first note. */
async function copied(id: string): Promise<string> {
  const app = appOf(files);
  const said = heardNotices();
  const plugin = enable(app);
  const view = MarkdownView.create2__(WorkspaceLeaf.create2__(app));
  view.file = fileAt(app, "a.md");
  view.getViewData = () => files["a.md"];
  Object.assign(view.leaf, { view });
  jest.spyOn(app.workspace, "getMostRecentLeaf").mockReturnValue(view.leaf);
  let text = "";
  const clipboard = { writeText: (written: string) => Promise.resolve(void (text = written)) };
  Object.defineProperty(window.navigator, "clipboard", { value: clipboard, configurable: true });
  expect(plugin.commands__.get(id)?.checkCallback?.(false)).toBe(true);
  await until(() => said.length > 0);
  expect(said).toEqual(["Linkage tree copied"]);
  plugin.unload();
  return text;
}

afterEach(() => {
  jest.restoreAllMocks();
});

test("as Markdown with links by the user's settings", async () => {
  expect(await copied("copy-tree-markdown")).toMatchInlineSnapshot(`
   "- [[a]] · published
     - linkage (1)
       - related (1)
     - tags (1)
       - #ai (1)
     - links (2)
       - [[two|Second]] · draft
       - [[pic]]
     - unresolved (1)
       - [[gone]]
   "
  `);
});

test("as Mermaid, to be shown in a note", async () => {
  expect(await copied("copy-tree-mermaid")).toMatch(
    /^```mermaid\nflowchart LR\n {2}n0\["a · published"\]\n[^]*\n```\n$/,
  );
});

test("as a linkage block, which does not stand in itself", async () => {
  expect(await copied("copy-tree-html")).toMatchInlineSnapshot(`
   "<div class="linkage-tree">
     <div class="linkage-tree-title">linkage tree</div>
     <ul>
       <li>tags
         <ul>
           <li>#ai</li>
         </ul>
       </li>
       <li>links
         <ul>
           <li>[[two|Second]]</li>
           <li>[[pic.png]]</li>
         </ul>
       </li>
       <li>unresolved
         <ul>
           <li>[[gone]]</li>
         </ul>
       </li>
     </ul>
   </div>
   "
  `);
});

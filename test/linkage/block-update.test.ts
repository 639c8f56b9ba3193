import { blockUpdate, type BlockUpdate } from "../../src/linkage/block-update.ts";
import { applyEdits } from "../../src/text/edits.ts";
import { parseNote } from "../../src/note/parse-note.ts";
import { vaultOf } from "../vault/vault-of.ts";

const vault = vaultOf({ "Home.md": "", "Plan.md": "", "Fabs.md": "", "R&D.md": "" });

function update(block: string, head = ""): { readonly kind: BlockUpdate["kind"]; readonly block: string } {
  const above = head || "---\ntags: [ai, chips]\n---\n*see also:* [[Home]]\n\nOn [[Plan]] and ![[Fabs]].\n\n";
  const text = above + block;
  const note = parseNote("Note.md", text);
  const found = blockUpdate(note, text, vault);
  const after = found.kind === "update" ? applyEdits(text, found.edits) : text;
  return { kind: found.kind, block: after.slice(above.length) };
}

/** Each line has a mark in front: `+ ` where the update adds it, two blanks where it is there before. */
function expectAdded(marked: string): void {
  const lines = marked.split("\n");
  const textOf = (some: readonly string[]): string => some.map((line) => line.slice(2)).join("\n");
  const before = textOf(lines.filter((line) => !line.startsWith("+ ")));
  expect(update(before)).toEqual({ kind: "update", block: textOf(lines) });
}

test("a block by hand keeps its comments, its groups and its ways", () => {
  expectAdded(`  <div class="linkage-tree">
    <div class="linkage-tree-title">my tree</div>
    <!-- what it is filed under -->
    <ul>
      <li>topics
        <ul>
          <!-- the oldest -->
          <li>#ai</li> <!-- since 2020 -->
+         <li>#chips</li>
          <!-- more to come -->
        </ul>
      </li>
      <li>related
      	<ul>
          <li>[[Home]]</li>
+         <li>[[Plan]]</li>
        </ul>
      </li>
      <li>weekly chain
        <ul>
          <li>[[Fabs]]</li>
        </ul>
      </li>
    </ul>
  </div>
  `);
});

test("a list that is missing is written like one that is there", () => {
  expectAdded(`  <div class="linkage-tree">
  <ul>
+   <li>tags
+     <ul>
+       <li>#ai</li>
+       <li>#chips</li>
+     </ul>
+   </li>
    <li>related
      <ul>
        <li>[[Home]]</li>
+       <li>[[Plan]]</li>
      </ul>
    </li> <!-- chosen by hand -->
  </ul>
  </div>`);
});

test.each([
  [
    "a comment before the first list is not parted from it",
    '<div class="linkage"><ul><!-- read --><li>related<ul><li>[[Home]]</li><li>[[Plan]]</li></ul></li></ul></div>',
    '<div class="linkage"><ul><!-- read --><li>related<ul><li>[[Home]]</li><li>[[Plan]]</li></ul></li><li>tags<ul><li>#ai</li><li>#chips</li></ul></li></ul></div>',
  ],
  [
    "all in one line",
    '<div class="linkage"><ul><li>tags<ul><li>#ai</li></ul></li><li>related<ul></ul></li></ul></div>',
    '<div class="linkage"><ul><li>tags<ul><li>#ai</li><li>#chips</li></ul></li><li>related<ul><li>[[Home]]</li><li>[[Plan]]</li></ul></li></ul></div>',
  ],
  [
    "one list without labels",
    '<div class="linkage">\n<ul>\n<li>[[Home]]</li>\n</ul>\n</div>',
    '<div class="linkage">\n<ul>\n<li>[[Home]]</li>\n<li>#ai</li>\n<li>#chips</li>\n<li>[[Plan]]</li>\n</ul>\n</div>',
  ],
  [
    "tags in one item, behind a label",
    '<div class="linkage"><ul><li>tags: #ai</li></ul><ul><li>[[Home]], [[Plan]]</li></ul></div>',
    '<div class="linkage"><ul><li>tags: #ai, #chips</li></ul><ul><li>[[Home]], [[Plan]]</li></ul></div>',
  ],
  [
    "tags in one item, as they are parted",
    '<div class="linkage"><ul><li>#x #ai </li></ul><ul><li>[[Home]]</li><li>[[Plan]]</li></ul></div>',
    '<div class="linkage"><ul><li>#x #ai #chips </li></ul><ul><li>[[Home]]</li><li>[[Plan]]</li></ul></div>',
  ],
  [
    "a list item that goes on behind its tags",
    '<div class="linkage"><ul><li>#x, #ai: of old</li></ul><ul><li>[[Home]]</li><li>[[Plan]]</li></ul></div>',
    '<div class="linkage"><ul><li>#x, #ai: of old</li><li>#chips</li></ul><ul><li>[[Home]]</li><li>[[Plan]]</li></ul></div>',
  ],
  [
    "no list yet",
    '<div class="linkage-tree">\n</div>',
    '<div class="linkage-tree">\n  <ul>\n    <li>tags\n      <ul>\n        <li>#ai</li>\n        <li>#chips</li>\n      </ul>\n    </li>\n    <li>related\n      <ul>\n        <li>[[Home]]</li>\n        <li>[[Plan]]</li>\n      </ul>\n    </li>\n  </ul>\n</div>',
  ],
  [
    "no list yet, in one line",
    '<div class="linkage"><p>x</p></div>',
    '<div class="linkage"><p>x</p>\n  <ul>\n    <li>#ai</li>\n    <li>#chips</li>\n    <li>[[Home]]</li>\n    <li>[[Plan]]</li>\n  </ul>\n</div>',
  ],
  [
    "an empty list",
    '<div class="linkage"><ol>\n</ol></div>',
    '<div class="linkage"><ol>\n    <li>#ai</li>\n    <li>#chips</li>\n    <li>[[Home]]</li>\n    <li>[[Plan]]</li>\n</ol></div>',
  ],
  [
    "an empty list in one line",
    '<div class="linkage"><ul></ul></div>',
    '<div class="linkage"><ul>\n    <li>#ai</li>\n    <li>#chips</li>\n    <li>[[Home]]</li>\n    <li>[[Plan]]</li>\n  </ul></div>',
  ],
  [
    "in a quote",
    '> <div class="linkage">\n> <ul>\n>   <li>[[Home]]</li>\n> </ul>\n> </div>',
    '> <div class="linkage">\n> <ul>\n>   <li>[[Home]]</li>\n>   <li>#ai</li>\n>   <li>#chips</li>\n>   <li>[[Plan]]</li>\n> </ul>\n> </div>',
  ],
  [
    "the line end is that of the line above",
    '<div class="linkage">\n<ul>\r\n<li>[[Home]]</li>\n</ul>\r\n</div>',
    '<div class="linkage">\n<ul>\r\n<li>[[Home]]</li>\r\n<li>#ai</li>\r\n<li>#chips</li>\r\n<li>[[Plan]]</li>\n</ul>\r\n</div>',
  ],
])("%s", (_, before, after) => {
  expect(update(before)).toEqual({ kind: "update", block: after });
});

test("a name with a sign of HTML", () => {
  const block = '<div class="linkage"><ul><li>[[Home]]</li></ul></div>';
  expect(update(block, "[[R&D]]\n\n").block).toContain("<li>[[Home]]</li><li>[[R&D]]</li>");
});

test.each<[string, BlockUpdate["kind"], string]>([
  [
    "all is there",
    "complete",
    '<div class="linkage"><ul><li>#ai</li><li>#Chips (3)</li><li>[[home]]</li><li>[[Plan|P]]</li></ul></div>',
  ],
  ["a blank line", "fault", '<div class="linkage">\n<ul>\n\n<li>#ai</li></ul></div>'],
  ["a list that is not closed", "fault", '<div class="linkage"><ul><li>#ai</li></div>'],
  ["empty lists", "no-place", '<div class="linkage"><ul></ul><ul></ul></div>'],
  [
    "a list that goes on behind its label",
    "no-place",
    '<div class="linkage"><ul><li>mine<ul><li>#ai</li><li>#chips</li></ul> and more</li></ul></div>',
  ],
])("%s: %s", (_, kind, block) => {
  expect(update(block)).toEqual({ kind, block });
});

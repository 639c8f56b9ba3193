import type { Example } from "./example.ts";

const others = { "Home.md": "", "Plan.md": "", "plans/A plan.md": "", "Fabs.md": "" };

export const examples: readonly Example[] = [
  {
    title: "all tags and links are shown",
    text: `---
tags: [ai, 2023]
---
See [[home|the start]], [the plan](Plan.md), ![[bench.png]] and [[#Below]].

<div class="linkage">
<ul><li>#AI</li><li>#2023</li></ul>
<ul><li>[[Home]]</li><li>[[plan]]</li></ul>
</div>
`,
    others,
    files: ["bench.png"],
  },
  {
    title: "a tag and two links are not",
    text: `---
tags: [ai, chips]
---
See [[Home]], [the plan](plans/A%20plan.md#One) and [[Fabs]]. Not yet: [[Foundries]].

«<div class="linkage-tree">
<ul>
<li>tags
»<ul>
<li>#ai</li>
</ul>
</li>
<li>related<ul><li>[[Home]]</li></ul></li>
</ul>
</div>
`,
    others,
    fixed: `---
tags: [ai, chips]
---
See [[Home]], [the plan](plans/A%20plan.md#One) and [[Fabs]]. Not yet: [[Foundries]].

<div class="linkage-tree">
<ul>
<li>tags
<ul>
<li>#ai</li>
<li>#chips</li>
</ul>
</li>
<li>related<ul><li>[[Home]]</li><li>[[A plan]]</li><li>[[Fabs]]</li></ul></li>
</ul>
</div>
`,
  },
  {
    title: "one list for tags and links, in a CRLF file",
    text: 'See [[Home]].\r\n\r\n«<div class="linkage">\r\n»<ul>\r\n<li>#ai</li>\r\n</ul>\r\n</div>\r\n',
    others,
    fixed:
      'See [[Home]].\r\n\r\n<div class="linkage">\r\n<ul>\r\n<li>#ai</li>\r\n<li>[[Home]]</li>\r\n</ul>\r\n</div>\r\n',
  },
  {
    title: "words about a tag, the tag of the note's type, a draft and a link that may mean two notes",
    text: `---
note_id: 231102TJ01
tags: [tech-journal, ai, chips]
---
See [[Plan]], [[Sketch]] and [[Twin]].

«<div class="linkage-tree">
<ul><li>tags»<ul><li>#ai act</li></ul></li></ul>
</div>
`,
    others: { ...others, "Sketch.md": "---\ndraft: true\n---\n", "a/Twin.md": "", "b/Twin.md": "" },
    fixed: `---
note_id: 231102TJ01
tags: [tech-journal, ai, chips]
---
See [[Plan]], [[Sketch]] and [[Twin]].

<div class="linkage-tree">
<ul><li>tags<ul><li>#ai act</li><li>#chips</li></ul></li><li>related<ul><li>[[Plan]]</li></ul></li></ul>
</div>
`,
  },
  {
    title: "a block that is not closed is for malformed-linkage to say",
    text: `See [[Home]].

«<div class="linkage">
»<ul>
<li>#ai</li>
</div>
`,
    others,
  },
  {
    title: "without a block there is nothing to complete",
    text: `See [[Home]].
`,
  },
];

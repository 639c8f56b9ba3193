import type { Example } from "./example.ts";

export const examples: readonly Example[] = [
  {
    title: "tags as Obsidian takes them",
    text: `---
tags:
  - tech-journal
  - year/2023
  - y1984
  - 電池
---
`,
  },
  {
    title: "a year: all digits are no tag",
    text: `---
tags:
  - tech-journal
  - «2023»
---
Filed under #2023.
<div class="linkage-tree">
<ul>
  <li>tags
    <ul>
      <li>#2023</li>
    </ul>
  </li>
</ul>
</div>
`,
    suggestions: ["Write y2023", "Write year/2023", 'Remove "2023"'],
  },
  {
    title: "a leading # in quotes",
    text: `---
tags: [tech-journal, «"#flash"»] # two
---
`,
    fixed: `---
tags: [tech-journal, "flash"] # two
---
`,
    suggestions: ['Remove "#flash"'],
  },
  {
    title: "a leading # without quotes starts a comment",
    text: `---
tags:
  - tech-journal
  «-» #flash
---
`,
    suggestions: ["Write flash", "Remove the empty tag"],
  },
  {
    title: "a blank, in a CRLF file",
    text: "---\r\ntags:\r\n  - «memory cards»\r\n  - flash\r\n---\r\n",
    suggestions: ["Write memory-cards", 'Remove "memory cards"'],
  },
  {
    title: "two tags in one item",
    text: `---
tags:
  - «flash, storage»
---
`,
    suggestions: ['Split into "flash", "storage"', "Write flash-storage", 'Remove "flash, storage"'],
  },
  {
    title: "a word that YAML takes for something else",
    text: `---
tags: [«true», fiction]
---
`,
    fixed: `---
tags: ["true", fiction]
---
`,
    suggestions: ['Remove "true"'],
  },
  {
    title: "a character that no tag may have",
    text: `---
tags:
  - «node.js»
  - «c++»
---
`,
    suggestions: ["Write node-js", 'Remove "node.js"'],
  },
];

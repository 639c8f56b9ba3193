import type { Example } from "./example.ts";

const config = `types:
  PM: { folders: [Memos], sections: [parts on hand, my take, linkage] }
`;

export const examples: readonly Example[] = [
  {
    title: "every section, at any level, in any letter case",
    path: "Memos/week 31.md",
    text: `# week 31
## Parts on hand:
## *my* take
linkage
===
`,
    config,
  },
  {
    title: "the tech journal requires none",
    text: `---
note_id: 231102TJ01
---
# a logger that outlived its card
`,
  },
  {
    title: "a section that stands in code only",
    path: "Memos/week 31.md",
    text: `«# week 31»

### parts on hand
Two boxes.

    ### my take

### linkage
`,
    config,
    suggestions: ['Insert the section "my take"'],
  },
  {
    title: "all of them, in a CRLF file without a heading",
    path: "Memos/week 31.md",
    text: "«---»\r\ntitle: week 31\r\n---\r\nTwo boxes.\r\n",
    config,
    suggestions: ['Insert the section "parts on hand"'],
  },
];

import type { Example } from "./example.ts";

export const examples: readonly Example[] = [
  {
    title: "a block of the older markup",
    text: `---
note_id: 231102TJ01
---
# a logger that outlived its card

<div class="linkage">
<ul><li>#flash</li></ul>
</div>
`,
  },
  {
    title: "no block",
    text: `---
tags: [tech-journal, flash]
note_id: 231102TJ01
---
«# a logger that outlived its card»
It lasts, as [[Home]] says.
`,
    others: { "Home.md": "" },
    suggestions: ["Insert a linkage block with the note's tags and links"],
  },
  {
    title: "a block in code, in a CRLF file, and nothing to show in another",
    text: '---\r\nnote_id: 231102TJ01\r\n---\r\n«# a logger»\r\n```html\r\n<div class="linkage"></div>\r\n```\r\n',
  },
  {
    title: "a note type that may do without",
    text: `---
note_id: 231102PM01
---
# parts for week 31
`,
    config: `types: { PM: }
`,
  },
];

import type { Example } from "./example.ts";

export const examples: readonly Example[] = [
  {
    title: "text, a deeper heading, code, a lone # at the end",
    text: `---
note_id: 231102TJ01
---
# a logger that outlived its card

## scene cut
### the card
\`\`\`
# nothing
\`\`\`

#
`,
  },
  {
    title: "nothing below, in the middle and at the end, in a CRLF file",
    text: "---\r\nnote_id: 231102TJ01\r\n---\r\n# title\r\n«## risk surface»\r\n\r\n«my take\r\n---»\r\n \r\n## linkage\r\n[[Home]]\r\n«## sources»\r\n",
  },
  {
    title: "a linkage block, which is HTML",
    text: `---
note_id: 231102TJ01
---
## linkage
<div class="linkage">
<ul><li>#flash</li></ul>
</div>
`,
  },
  {
    title: "a heading that may be empty",
    text: `---
note_id: 231102TJ01
---
## Notes:

## my take
It lasts.
`,
    config: `rules: { empty-section: { ignoreHeadings: [notes] } }
`,
  },
  {
    title: "the first heading over again is repeated-heading's to report",
    text: `---
note_id: 231102TJ01
---
# a logger
It lasts.

# a logger
`,
  },
  {
    title: "a note without a note type may be unfinished",
    text: `# shopping list
`,
  },
];

import type { Example } from "./example.ts";

export const examples: readonly Example[] = [
  {
    title: "a link in the text",
    text: `---
note_id: 231102TJ01
---
The maker says so ([data sheet](https://example.com/flash)).
`,
  },
  {
    title: "an address in a property",
    text: `---
note_id: 231102TJ01
sources:
  - https://example.com/flash
---
The maker says so.
`,
  },
  {
    title: "a link in HTML, in a CRLF file",
    text: '---\r\nnote_id: 231102TJ01\r\n---\r\n<p>The <a href="https://example.com/flash">maker</a> says so.</p>\r\n',
  },
  {
    title: "links to other notes alone, and an address in code",
    text: `---
note_id: 231102TJ01
---
«# a logger that outlived its card»

As in [[Home]]: \`curl https://example.com\`.
`,
    others: { "Home.md": "" },
  },
  {
    title: "no heading either",
    text: `«---»
note_id: 231102TJ01
---
Everybody knows.
`,
  },
  {
    title: "a note without a note type owes nothing",
    text: `# shopping list
`,
  },
];

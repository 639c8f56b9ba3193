import type { Example } from "./example.ts";

export const examples: readonly Example[] = [
  {
    title: "a lone # at the end is a mark",
    text: `# a logger
It lasts.

#
`,
  },
  {
    title: "the first heading again, with text below it",
    text: `# a logger
It lasts.

# a logger
It still does.
`,
  },
  {
    title: "at the end of a tech-journal note, which ends with a #",
    text: `---
note_id: 231102TJ01
---
# a logger that outlived its card
It lasts.

## ending questions
How long?

«# a logger that outlived its *card*»
`,
    fixed: `---
note_id: 231102TJ01
---
# a logger that outlived its card
It lasts.

## ending questions
How long?

#
`,
  },
  {
    title: "at the end of any other note, in a CRLF file",
    text: "# a logger\r\nIt lasts.\r\n\r\n«# a logger»\r\n",
    fixed: "# a logger\r\nIt lasts.\r\n",
  },
  {
    title: "in code it is no heading",
    text: `# a logger
It lasts.

    # a logger
`,
  },
];

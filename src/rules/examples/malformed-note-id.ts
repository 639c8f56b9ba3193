import type { Example } from "./example.ts";

export const examples: readonly Example[] = [
  {
    title: "two or three digits, and any capitals",
    text: `---
note_id: 230718TJ116
---
`,
  },
  {
    title: "no note id yet is missing-property's to report",
    text: `---
note_id:
---
`,
  },
  {
    title: "an empty id is missing-property's to report where the note's type wants one",
    text: `---
note_id: ""
tags: [tech-journal]
---
`,
  },
  {
    title: "an empty id in a note without a type",
    text: `---
created: 2023-07-18
note_id: «""»
---
`,
  },
  {
    title: "small letters",
    text: `---
note_id: «230718tj16»
---
`,
    suggestions: ["Use the note id 230718TJ16", "Use the next free note id 230718TJ01"],
  },
  {
    title: "one digit, where another note has the id it means",
    text: `---
note_id: «"230718TJ6"» # by hand
---
`,
    others: { "open weights.md": "---\nnote_id: 230718TJ06\n---\n" },
    suggestions: ["Use the next free note id 230718TJ07"],
  },
  {
    title: "a day that does not exist: created knows better",
    text: `---
created: 2023-07-01
note_id: «230631TJ02»
---
`,
    suggestions: ["Use the next free note id 230701TJ01"],
  },
  {
    title: "written with hyphens, in a CRLF file",
    text: "---\r\nnote_id: «2023-07-18-TJ-16»\r\ntags: [tech-journal]\r\n---\r\n",
    suggestions: ["Use the note id 230718TJ16", "Use the next free note id 230718TJ01"],
  },
];

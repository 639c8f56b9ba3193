import type { Example } from "./example.ts";

const config = `types:
  PM: { classes: [parts-memo, parts-report], tags: [parts-memo], folders: [Memos] }
`;

export const examples: readonly Example[] = [
  {
    title: "the tag and one of the classes of its type",
    text: `---
tags: [Parts-Memo]
note_id: 231102PM01
cssclasses: [wide-table, parts-report]
---
`,
    config,
  },
  {
    title: "the tag in the text",
    path: "Memos/parts for week 31.md",
    text: `---
cssclasses: [parts-memo]
---
Filed under #parts-memo.
`,
    config,
  },
  {
    title: "the tag in another spelling",
    text: `---
«tags»: [techjournal, flash]
note_id: 231102TJ01
cssclasses: [tech-journal]
---
`,
    suggestions: ["Write tech-journal", 'Add the tag "tech-journal"'],
  },
  {
    title: "no class of the type, in a CRLF file",
    text: "---\r\ntags:\r\n  - tech-journal\r\nnote_id: 231102TJ01\r\n«cssclasses»:\r\n  - wide-table\r\n---\r\n",
    suggestions: ['Add the class "tech-journal"'],
  },
  {
    title: "neither, and no frontmatter",
    path: "Memos/parts for week 31.md",
    text: `«»# parts for week 31
`,
    config,
    suggestions: ['Add the tag "parts-memo"'],
  },
  {
    title: "where all but the note id says another type, note-id-type reports that",
    text: `---
tags: [tech-journal]
note_id: 231102PM01
cssclasses: [tech-journal]
---
`,
    config,
  },
  {
    title: "properties that are not there are missing-property's to report, if the type requires them",
    text: `---
note_id: 231102TJ01
---
`,
  },
];

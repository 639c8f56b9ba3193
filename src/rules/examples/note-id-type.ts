import type { Example } from "./example.ts";

const config = `types:
  PM: { classes: [parts-memo], tags: [parts-memo], folders: [Memos] }
`;

export const examples: readonly Example[] = [
  {
    title: "code, class and tag of one type",
    text: `---
tags: [tech-journal, flash]
note_id: 231102TJ01
cssclasses: [tech-journal]
---
`,
  },
  {
    title: "class and tag of another type, in quotes, in a CRLF file",
    text: '---\r\ntags: [tech-journal]\r\nnote_id: «"231102MR01"»\r\ncssclasses: [tech-journal]\r\n---\r\n',
    others: { "wind farm firmware by post.md": "---\nnote_id: 231102TJ01\n---\n" },
    suggestions: ["Use the next free note id 231102TJ02"],
  },
  {
    title: "a folder and a tag of another type",
    path: "Memos/parts for week 31.md",
    text: `---
tags: [parts-memo]
note_id: «231102TJ01»
---
`,
    config,
    suggestions: ["Use the next free note id 231102PM01"],
  },
  {
    title: "a tag alone: the note may be about the other type",
    text: `---
tags: [tech-journal]
note_id: 231102MR01
---
`,
  },
  {
    title: "signs of both types",
    path: "Memos/parts for week 31.md",
    text: `---
tags: [parts-memo, tech-journal]
note_id: 231102TJ01
---
`,
    config,
  },
  {
    title: "a second class, which may be that of a type that nobody has told of",
    text: `---
tags: [tech-journal]
note_id: 231102GN01
cssclasses: [tech-journal, general-note]
---
`,
  },
];

import type { Example } from "./example.ts";

export const examples: readonly Example[] = [
  {
    title: "the same day",
    text: `---
created: 2023-07-18
updated: 2023-08-02
note_id: 230718TJ16
---
`,
  },
  {
    title: "a time of day makes no difference",
    text: `---
created: 2023-07-18T23:59
note_id: 230718TJ16
---
`,
  },
  {
    title: "a day apart",
    text: `---
created: 2023-07-19
note_id: «230718TJ16»
---
`,
    suggestions: ["Write created: 2023-07-18", "Use the next free note id 230719TJ01"],
  },
  {
    title: "a month apart, in quotes, in a CRLF file",
    text: '---\r\ncreated: "2023-08-18T09:30" # on the train\r\nnote_id: «"230718TJ16"»\r\n---\r\n',
    others: { "open weights.md": "---\nnote_id: 230818TJ003\n---\n" },
    suggestions: ["Write created: 2023-07-18T09:30", "Use the next free note id 230818TJ004"],
  },
  {
    title: "a note id that is none is malformed-note-id's to report",
    text: `---
created: 2023-07-19
note_id: 230718-16
---
`,
  },
];

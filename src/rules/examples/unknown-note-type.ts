import type { Example } from "./example.ts";

const config = `types:
  PM: { folders: [Memos] }
  FN:
`;

export const examples: readonly Example[] = [
  {
    title: "a type of the config, and the built-in one",
    text: `---
note_id: 230718PM01
---
`,
    config,
  },
  {
    title: "without a list of types any code will do",
    text: `---
note_id: 230718XY01
---
`,
  },
  {
    title: "a code that none has",
    text: `---
note_id: «230718XY01»
---
`,
    config,
  },
  {
    title: "a slip of the pen, in quotes, in a CRLF file",
    text: '---\r\nnote_id: «"230718PN01"»\r\n---\r\n',
    others: { "Memos/parts.md": "---\nnote_id: 230718PM01\n---\n" },
    config,
    suggestions: ["Use the note id 230718PM02"],
  },
  {
    title: "what is no note id at all is malformed-note-id's to report",
    text: `---
note_id: march-7
---
`,
    config,
  },
];

import type { Example } from "./example.ts";

export const examples: readonly Example[] = [
  {
    title: "an id of its own",
    text: `---
note_id: 240305TJ07
---
`,
    others: { "cable faults.md": "---\nnote_id: 240305TJ08\n---\n" },
  },
  {
    title: "the id of another note",
    text: `---
note_id: «240305TJ07» # from the template
---
`,
    others: {
      "cable faults.md": "---\nnote_id: 240305TJ07\n---\n",
      "passkeys.md": "---\nnote_id: 240305TJ11\n---\n",
    },
    suggestions: ["Use the next free note id 240305TJ12"],
  },
  {
    title: "three notes with one id, in a CRLF file",
    text: "---\r\nnote_id: «'240305TJ07'»\r\n---\r\n",
    others: {
      "cable faults.md": "---\nnote_id: 240305TJ07\n---\n",
      "Archive/cable faults.md": "---\nnote_id: 240305TJ07\n---\n",
    },
    suggestions: ["Use the next free note id 240305TJ09"],
  },
  {
    title: "an id that is none has no next one",
    text: `---
note_id: «march-7»
---
`,
    others: { "cable faults.md": "---\nnote_id: march-7\n---\n" },
  },
  {
    title: "an ignored note, such as a template, takes no id",
    text: `---
note_id: 240305TJ07
---
`,
    others: { "Templates/journal.md": "---\nnote_id: 240305TJ07\n---\n" },
    config: `ignore: [Templates/]
`,
  },
  {
    title: "an id in the body is no property",
    text: `Replaces 240305TJ07.
`,
    others: { "cable faults.md": "---\nnote_id: 240305TJ07\n---\n" },
  },
];

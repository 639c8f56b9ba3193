import type { Example } from "./example.ts";

const config = `types:
  PM:
    folders: [Memos]
    properties:
      status: [open, waiting, done]
      topics: { kind: list, values: [radio, power] }
      rating: { kind: number, values: [1, 2, 3] }
`;
const memo = { path: "Memos/bench supply.md", config };

export const examples: readonly Example[] = [
  {
    title: "values that linkage.yaml lists, none, and another property's",
    text: `---
status: waiting
topics: [power, radio]
rating:
mood: calm
---
`,
    ...memo,
  },
  {
    title: "a value a letter off, and one that is like no other",
    text: `---
status: «opne»
rating: «7»
---
`,
    ...memo,
    suggestions: ["Write status: open", "Write status: waiting", "Write status: done"],
  },
  {
    title: "an item of a list, with CRLF line ends",
    text: "---\r\ntopics:\r\n  - radio\r\n  - «heat» # from the lab\r\n---\r\n",
    ...memo,
    suggestions: ["Write radio", "Write power"],
  },
  {
    title: "another letter case is a slip",
    text: `---
status: «"Open"»
topics: [«Power», radio]
---
`,
    ...memo,
    fixed: `---
status: "open"
topics: [power, radio]
---
`,
  },
  {
    title: "text where a number belongs is property-type's to report",
    text: `---
rating: "2"
---
`,
    ...memo,
  },
  {
    title: "a note without the type",
    text: `---
status: lost
---
`,
    config,
  },
];

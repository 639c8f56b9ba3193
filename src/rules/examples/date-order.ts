import type { Example } from "./example.ts";

export const examples: readonly Example[] = [
  {
    title: "updated on the day of its creation, or later",
    text: `---
created: 2023-03-09T18:30
updated: 2023-03-09
---
`,
  },
  {
    title: "a later hour elsewhere on earth is the same moment",
    text: `---
created: 2023-03-10T01:00+09:00
updated: 2023-03-09T17:00+01:00
---
`,
  },
  {
    title: "updated before it was created, in a CRLF file",
    text: '---\r\nupdated: «"2023-03-02"»\r\ncreated: 2023-03-09\r\n---\r\n',
  },
  {
    title: "an hour too early",
    text: `---
created: 2023-03-09T18:30
updated: «2023-03-09T17:30»
---
`,
  },
  {
    title: "a date that cannot be read is malformed-date's to report",
    text: `---
created: 2023-03-09
updated: 2.3.2023
---
`,
  },
];

import type { Example } from "./example.ts";

export const examples: readonly Example[] = [
  {
    title: "a day, a time of day, seconds and an offset",
    text: `---
created: 2023-03-09
updated: "2023-03-09T18:30:05+01:00"
---
`,
  },
  {
    title: "nothing behind it is missing-property's to report, a number is property-type's",
    text: `---
created: ""
updated: 2023
---
`,
  },
  {
    title: "dates in other forms",
    text: `---
created: «'9.3.2023'»
updated: «2023/03/11» # at last
---
`,
    suggestions: ["Write created: 2023-03-09"],
  },
  {
    title: "a date with day and month in doubt, in a CRLF file",
    text: "---\r\nUpdated: «03/09/2023»\r\n---\r\n",
    suggestions: ["Write Updated: 2023-09-03", "Write Updated: 2023-03-09"],
  },
  {
    title: "a day that does not exist, in a note whose id knows better",
    text: `---
created: «2023-02-29»
note_id: 230301TJ02
---
`,
    suggestions: ["Write created: 2023-03-01"],
  },
  {
    title: "a date in words",
    text: `---
updated: «3 June 2024»
---
The date in this line, 3.6.2024, is text.
`,
  },
  {
    title: "a day without a time, where linkage.yaml wants one, and one in another form",
    path: "Memos/parts for week 31.md",
    text: `---
due: «2023-07-18»
left: «18.07.2023 9:30»
back: 2023-07-18T18:00
---
`,
    config: `types:
  PM: { folders: [Memos], properties: { due: datetime, left: datetime, back: datetime } }
`,
  },
];

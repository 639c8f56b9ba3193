import type { Example } from "./example.ts";

export const examples: readonly Example[] = [
  {
    title: "each of its kind",
    text: `---
title: "2023"
tags: [flash, 2023]
aliases:
  - the dashcam story
draft: false
created: 2023-03-09
updated: 2023-03-09T18:30
keywords: [flash, 64]
---
`,
  },
  {
    title: "a single tag where a list belongs",
    text: `---
tags: «flash» # more to come
---
`,
    fixed: `---
tags: [flash] # more to come
---
`,
  },
  {
    title: "draft in quotes",
    text: `---
draft: «"true"»
---
`,
    suggestions: ["Write draft: true"],
  },
  {
    title: "several words in one text: which are tags?",
    text: `---
tags: «flash, memory cards»
---
`,
    suggestions: ["Write tags: [flash, memory, cards]"],
  },
  {
    title: "a year as title, a number among the aliases",
    text: `---
title: «2023»
aliases:
  - dashcam
  - «64» # gigabytes
---
`,
    fixed: `---
title: "2023"
aliases:
  - dashcam
  - "64" # gigabytes
---
`,
  },
  {
    title: "a number in quotes, where linkage.yaml wants a number",
    text: `---
rating: «"7"»
height: 1.5
---
`,
    path: "Memos/bench supply.md",
    config: "types: { PM: { folders: [Memos], properties: { rating: number, height: number } } }",
    fixed: `---
rating: 7
height: 1.5
---
`,
  },
  {
    title: "a word for draft, with CRLF line ends",
    text: "---\r\ndraft: «yes»\r\n---\r\n",
    suggestions: ["Write draft: true", "Write draft: false"],
  },
  {
    title: "a date that YAML takes for a number; one that is written otherwise is malformed-date's to report",
    text: `---
created: «20230309»
updated: 11 March 2023
---
`,
    fixed: `---
created: 2023-03-09
updated: 11 March 2023
---
`,
  },
  {
    title: "a year where a date belongs, in a note whose id knows better",
    text: `---
created: «2023»
note_id: 230301TJ02
---
`,
    suggestions: ["Write created: 2023-03-01"],
  },
];

import type { Example } from "./example.ts";

export const examples: readonly Example[] = [
  {
    title: "names of classes",
    text: `---
cssclasses:
  - tech-journal
  - wide_page
  - -x
---
`,
  },
  {
    title: "two classes in one item",
    text: `---
cssclasses:
  - «tech-journal wide-page» # for the tables
---
`,
    suggestions: ['Split into "tech-journal", "wide-page"'],
  },
  {
    title: "two classes in one item, between brackets and in quotes",
    text: `---
cssclasses: [«"tech-journal, wide-page"»]
---
`,
    suggestions: ['Split into "tech-journal", "wide-page"'],
  },
  {
    title: "a dot in front, as in a style sheet, in a CRLF file",
    text: "---\r\ncssclasses:\r\n  - «.tech-journal»\r\n---\r\n",
    suggestions: ["Write tech-journal"],
  },
  {
    title: "a digit first",
    text: `---
cssclasses: [tech-journal, «2-columns»]
---
`,
  },
  {
    title: "a single value is property-type's to report",
    text: `---
cssclasses: tech journal
---
`,
  },
];

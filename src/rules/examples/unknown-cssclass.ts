import type { Example } from "./example.ts";

const config = `classes: [wide-table]
types: { PM: { classes: [parts-memo] } }
`;

export const examples: readonly Example[] = [
  {
    title: "classes of a type, of the config, and of the built-in type",
    text: `---
cssclasses: [parts-memo, wide-table, tech-journal]
---
`,
    config,
  },
  {
    title: "without a list of classes any will do",
    text: `---
cssclasses: [two-columns]
---
`,
  },
  {
    title: "a slip of the pen, in another letter case",
    text: `---
cssclasses:
  - «Parts-memos» # for print
  - «two-columns»
---
<div class="three-columns">
</div>
`,
    config,
    suggestions: ["Write parts-memo"],
  },
  {
    title: "in quotes, in a CRLF file",
    text: '---\r\ncssclasses: ["wide-table", «"two-columns"»]\r\n---\r\n',
    config,
  },
  {
    title: "what is no class at all is malformed-cssclass's to report",
    text: `---
cssclasses: [two columns]
---
`,
    config,
  },
];

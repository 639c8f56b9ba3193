import type { Example } from "./example.ts";

export const examples: readonly Example[] = [
  {
    title: "the same, but for marks, quotes and a lone # at the end",
    text: `---
title: what the "Heron" core can do
---
## before the title

# what the “Heron” *core* can do

#
`,
  },
  {
    title: "two titles",
    text: `---
title: keyboards with a spare controller
---
«# keyboards with a spare brain»
`,
    suggestions: [
      'Write title: "keyboards with a spare brain"',
      'Write the heading "keyboards with a spare controller"',
    ],
  },
  {
    title: "underlined, and the title in quotes, in a CRLF file",
    text: "---\r\ntitle: 'week 31'\r\n---\r\n«Week: 31\r\n===»\r\n\r\n# week 31\r\n",
    suggestions: ['Write title: "Week: 31"', 'Write the heading "week 31"'],
  },
  {
    title: "a heading in code is none, and one of level 2 is no title",
    text: `---
title: memory cards
---
## flash

\`\`\`sh
# install
\`\`\`
`,
  },
];

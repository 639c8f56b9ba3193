import type { Example } from "./example.ts";

export const examples: readonly Example[] = [
  {
    title: "properties that read",
    text: `---
title: "sodium cells: leave the lab bench"
tags: [tech-journal, batteries] # two are enough
---
The first pack went on sale in spring.
`,
  },
  {
    title: "a thematic break at the start is no frontmatter",
    text: `---
The first pack went on sale in spring.
`,
  },
  {
    title: "one property in two spellings",
    text: `---
title: Cable faults
«Title»: Cable faults again
---
`,
  },
  {
    title: "a value that starts with a sign of YAML's own",
    text: `---
title: «@»home with sodium cells
---
`,
  },
  {
    title: "a blank line above",
    text: `
«---»
title: sodium cells leave the lab bench
---
The first pack went on sale in spring.
`,
    fixed: `---
title: sodium cells leave the lab bench
---
The first pack went on sale in spring.
`,
  },
  {
    title: "blank lines above, with CRLF line ends",
    text: "\r\n \r\n«---»\r\ntitle: sodium cells\r\n---\r\nOn sale in spring.\r\n",
    fixed: "---\r\ntitle: sodium cells\r\n---\r\nOn sale in spring.\r\n",
  },
  {
    title: "no closing line",
    text: `«---»
title: sodium cells leave the lab bench
tags: [batteries]

The first pack went on sale in spring.
`,
  },
  {
    title: "the same property twice",
    text: `---
created: 2023-07-18
title: sodium cells leave the lab bench
«created»: 2023-07-19
---
`,
  },
  {
    title: "text instead of properties",
    text: `---
«draft, to be checked»
---
`,
  },
];

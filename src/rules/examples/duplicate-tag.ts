import type { Example } from "./example.ts";

export const examples: readonly Example[] = [
  {
    title: "each tag once, and a tag below it",
    text: `---
tags: [ai, ai/models, policy]
---
Also filed under #ai.
`,
  },
  {
    title: "twice in a list",
    text: `---
tags:
  - ai
  - policy # since 2024
  - «ai»
draft: false
---
`,
    fixed: `---
tags:
  - ai
  - policy # since 2024
draft: false
---
`,
  },
  {
    title: "in another letter case, between brackets",
    text: `---
tags: [ai, «AI», policy, «"#Ai"»]
---
`,
    fixed: `---
tags: [ai, policy]
---
`,
  },
  {
    title: "in a CRLF file",
    text: "---\r\ntags:\r\n- ai\r\n- «ai»\r\n---\r\n",
    fixed: "---\r\ntags:\r\n- ai\r\n---\r\n",
  },
  {
    title: "a number counts as it is written",
    text: `---
tags: [2023, ai, «"2023"»]
---
`,
    fixed: `---
tags: [2023, ai]
---
`,
  },
];

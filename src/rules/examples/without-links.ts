import type { Example } from "./example.ts";

export const examples: readonly Example[] = [
  {
    title: "a note by itself",
    text: `---
title: «Cable faults»
---
See [[Not written yet]], [the site](https://example.com), [below](#Sum) and [[Note#Sum|itself]].

# Sum
`,
  },
  {
    title: "without a title, in a CRLF file",
    text: "«# Cable faults»\r\nNothing else.\r\n",
    others: { "b.md": "`[[Note]]` is code.\n" },
  },
  {
    title: "a link to another",
    text: `See [[b]].
`,
    others: { "b.md": "" },
  },
  {
    title: "a link from another, though in raw HTML",
    text: `# Cable faults
`,
    others: { "b.md": "<p>\n[[Note]]\n</p>\n" },
  },
  {
    title: "an attachment is something too",
    text: `![[bench.png]]
`,
    files: ["bench.png"],
  },
];

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
    title: "an address in raw HTML, to a note or from one",
    text: `<p><a href="./b?stack=1">b</a></p>
`,
    others: { "b.md": "" },
  },
  {
    title: "an address of another note in raw HTML",
    text: `# Cable faults
`,
    others: { "b.md": '<p><a href="/Note/">this one</a></p>\n' },
  },
  {
    title: "an address that leads to the note itself, or nowhere",
    text: `«# Cable faults»
<p><a href="./Note">this one</a> <a href="./gone">gone</a></p>
`,
  },
  {
    title: "an attachment is something too",
    text: `![[bench.png]]
`,
    files: ["bench.png"],
  },
];

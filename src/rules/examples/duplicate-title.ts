import type { Example } from "./example.ts";

export const examples: readonly Example[] = [
  {
    title: "a title of its own",
    text: `---
title: Cable faults
---
`,
    others: { "old/cable faults.md": "---\ntitle: Cable faults, again\n---\n", "Cable faults.md": "" },
  },
  {
    title: "the title of another note, letter case aside",
    text: `---
title: «"Cable faults"»
---
`,
    others: { "old/cable faults.md": "---\ntitle: Cable Faults\n---\n" },
  },
  {
    title: "three notes with one title, in a CRLF file",
    text: "---\r\ntitle: «Cable faults»\r\n---\r\n",
    others: { "a.md": "---\ntitle: Cable faults\n---\n", "b.md": "---\ntitle: ' cable faults '\n---\n" },
  },
  {
    title: "an ignored note may have it too",
    text: `---
title: Untitled
---
`,
    others: { "Templates/a.md": "---\ntitle: Untitled\n---\n" },
    config: `ignore: [Templates/]
`,
  },
];

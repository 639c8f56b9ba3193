import type { Example } from "./example.ts";

const lists = { "2024/reading list.md": "", "2025/reading list.md": "" };

export const examples: readonly Example[] = [
  {
    title: "a name that two notes have",
    text: `Three more for the «[[reading list]]».
`,
    others: lists,
    suggestions: ['Link to "2024/reading list"', 'Link to "2025/reading list"'],
  },
  {
    title: "the path of one of them",
    text: `Three more for the [[2025/reading list|reading list]] and ![[2024/reading list#Spring]].
`,
    others: lists,
  },
  {
    title: "a note at the root has its name for itself",
    text: `Three more for the [[reading list]].
`,
    others: { ...lists, "reading list.md": "" },
  },
  {
    title: "in a table, a property and a linkage block",
    text: `---
up: "«[[reading list]]»"
---
| due | list |
| --- | ---- |
| May | «[[reading list\\|books]]» |

<div class="linkage-tree"><ul><li>«[[reading list]]»</li></ul></div>
`,
    others: lists,
    suggestions: ['Link to "2024/reading list"', 'Link to "2025/reading list"'],
  },
  {
    title: "a Markdown link, in a CRLF file",
    text: "Three more for «[the list](reading%20list.md)».\r\n",
    others: lists,
    suggestions: ['Link to "2024/reading list"', 'Link to "2025/reading list"'],
  },
  {
    title: "two pictures of one name",
    text: `«![[bench.png]]»
`,
    files: ["2024/bench.png", "2025/bench.png"],
    suggestions: ['Link to "2024/bench.png"', 'Link to "2025/bench.png"'],
  },
];

import type { Example } from "./example.ts";

export const examples: readonly Example[] = [
  {
    title: "all that the tech journal requires",
    text: `---
title: a logger that outlived its card
tags:
  - tech-journal
  - flash
draft: false
description: Two years on one memory card.
created: 2023-11-02
updated: 2023-11-02
note_id: 231102TJ01
cssclasses:
  - tech-journal
---
`,
  },
  {
    title: "a note without a note type owes nothing",
    text: `---
title: shopping list
---
`,
  },
  {
    title: "no date of creation: the note id knows it",
    text: `«---»
title: a logger that outlived its card
tags: [tech-journal, flash]
draft: false
description: Two years on one memory card.
updated: 2023-11-04
note_id: 231102TJ01
cssclasses: [tech-journal]
---
`,
    suggestions: ["Insert created: 2023-11-02"],
  },
  {
    title: "a property with nothing behind it",
    text: `---
title: a logger that outlived its card
«tags»: # later
draft: false
description: Two years on one memory card.
created: 2023-11-02
updated: 2023-11-02
note_id: 231102TJ01
cssclasses: [tech-journal]
---
`,
    suggestions: ["Insert tags: [tech-journal]"],
  },
  {
    title: "no note id, with CRLF line ends: the next free one of the day",
    text: [
      "«---»",
      "title: a logger that outlived its card",
      "tags: [tech-journal, flash]",
      "draft: false",
      "description: Two years on one memory card.",
      "created: 2023-11-02",
      "updated: 2023-11-02",
      "cssclasses: [tech-journal]",
      "---",
      "",
    ].join("\r\n"),
    others: { "wind farm firmware by post.md": "---\nnote_id: 231102TJ04\n---\n" },
    suggestions: ["Insert note_id: 231102TJ05"],
  },
  {
    title: "a note type of one's own, by its folder, and a note without frontmatter",
    path: "Memos/parts for week 31.md",
    text: `«»# parts for "week 31"
`,
    config: `types:
  PM: { folders: [Memos], required: [title] }
`,
    suggestions: ['Insert title: "parts for \\"week 31\\""'],
  },
  {
    title: "one of the values that linkage.yaml lists for it",
    path: "Memos/parts for week 31.md",
    text: `---
«status»:
---
`,
    config: `types:
  PM: { folders: [Memos], required: [status], properties: { status: [open, waiting, 1] } }
`,
    suggestions: ["Insert status: open", "Insert status: waiting", "Insert status: 1"],
  },
  {
    title: "an item that linkage.yaml lists for a list",
    path: "Memos/parts for week 31.md",
    text: `«---»
title: parts for week 31
---
`,
    config: `types:
  PM: { folders: [Memos], required: [Topics], properties: { topics: { kind: list, values: [radio] } } }
`,
    suggestions: ["Insert Topics: [radio]"],
  },
];

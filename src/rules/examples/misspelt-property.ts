import type { Example } from "./example.ts";

export const examples: readonly Example[] = [
  {
    title: "known names, in any letter case, and names of one's own",
    text: `---
Title: the dashcam story
tags: [flash]
publish: true
camera: forward
---
descripton: this is text, not a property
`,
  },
  {
    title: "old names",
    text: `---
«tag»: flash # more to come
«alias»:
  - the dashcam story
«cssclass»: wide-table
---
`,
    fixed: `---
tags: [flash] # more to come
aliases:
  - the dashcam story
cssclasses: [wide-table]
---
`,
  },
  {
    title: "an old name with several words: which are tags?",
    text: `---
«tag»: flash, memory cards
---
`,
    suggestions: ["Write tags: [flash, memory, cards]"],
  },
  {
    title: "an old name beside the new one: nobody knows which holds",
    text: `---
«tag»: flash
tags: [storage]
---
`,
  },
  {
    title: "a letter left out, two letters swapped, in a CRLF file",
    text: "---\r\n«descripton»: Two years on one card.\r\n«udpated»: 2023-03-11\r\n---\r\n",
    suggestions: ["Write description"],
  },
  {
    title: "a property that the note's type requires, in quotes",
    text: `---
«"sorce"»: a letter
note_id: 230718PM01
---
`,
    config: `types: { PM: { required: [Source] } }
`,
    suggestions: ["Write Source"],
  },
  {
    title: "a name that the config knows",
    text: `---
keyword: [flash]
---
`,
    config: `rules: { misspelt-property: { known: [keyword] } }
`,
  },
];

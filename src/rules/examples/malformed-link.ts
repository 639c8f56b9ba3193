import type { Example } from "./example.ts";

export const examples: readonly Example[] = [
  {
    title: "brackets without a target, and with one too few",
    text: `The list is «[[]]», the map «[[maps of nothing]».
`,
    suggestions: ["Remove the brackets"],
  },
  {
    title: "a bracket too few",
    text: `The map is in «[[maps of nothing]».
`,
    suggestions: ['Write "]]"'],
  },
  {
    title: "a destination with blanks, and none, in a CRLF file",
    text: "See «[my notes](licence notes heron.md)»\r\nand «[the April list]()».\r\n",
    suggestions: ['Write "%20" for the blanks'],
  },
  {
    title: "a target that no file can have, in a property too",
    text: `---
up: "«[[|Home]]»"
---
See «[[|the page about b-trees]]».
`,
  },
  {
    title: "a block of the note without the hash",
    text: `See «[[^sum]]» and «[[^total]]».

Three hinges. ^sum
`,
    suggestions: ['Link to the block "#^sum"'],
  },
  {
    title: "a wikilink as an address",
    text: `<p><a href="«[[Field-Notes]]»">field notes</a></p>
`,
  },
  {
    title: "links that are right, and Markdown that only looks like a wikilink",
    text: `See [[Home]], [[Home#Sources]], [my notes](<licence notes.md>), [[1](https://example.com)], [^1] and [[a](b.md)].
Words in brackets (see also the list) and [x](not a link at all).
`,
    others: { "Home.md": "# Sources", "licence notes.md": "", "b.md": "" },
  },
  {
    title: "code, comments and math",
    text: `\`[[]]\` <!-- [[a] --> $[[a]$

    [x]()

\`\`\`
[[a] [x](a b.md)
\`\`\`
`,
  },
];

import type { Example } from "./example.ts";

const drafts = { "standby power.md": "---\ndraft: true\n---\n", "Home.md": "---\ndraft: false\n---\n" };

export const examples: readonly Example[] = [
  {
    title: "a published note that links to a draft",
    text: `---
draft: false
---
The rest is in «[[standby power]]», the way back is [[Home]].
`,
    others: drafts,
    suggestions: ["Unlink"],
  },
  {
    title: "a note without the property is published too",
    text: `The rest is in «[another note](standby%20power.md)».
`,
    others: drafts,
    suggestions: ["Unlink"],
  },
  {
    title: "from draft to draft",
    text: `---
draft: true
---
The rest is in [[standby power]].
`,
    others: drafts,
  },
  {
    title: "in the linkage block and in a property, with CRLF line ends",
    text: [
      "---",
      'up: "«[[standby power|power]]»"',
      "---",
      '<div class="linkage-tree">',
      "<ul><li>«[[standby power]]»</li></ul>",
      "</div>",
      "",
    ].join("\r\n"),
    others: drafts,
    suggestions: ["Unlink"],
  },
  {
    title: "what an embed shows cannot be said in its place",
    text: `«![[standby power#Totals]]»
`,
    others: drafts,
  },
  {
    title: "in a comment, which the site does not show",
    text: `Before %% see [[standby power]] %% «[[standby power|power]]», %% [a](standby%20power.md) and
[[standby power]] %% «[[standby power]]» %% «[[standby power]]».
`,
    others: drafts,
    suggestions: ["Unlink"],
  },
  {
    title: "in code it is no link",
    text: `Write \`[[standby power]]\` to link to it.
`,
    others: drafts,
  },
  {
    title: "on a site of Obsidian Publish, which has what says so",
    text: `---
publish: true
draft: true
---
From «[[standby power]]» and «[[a memo]]» to [[heat pumps]], with ![[bench.png]].
`,
    others: {
      "standby power.md": "",
      "a memo.md": "---\npublish: false\n---\n",
      "heat pumps.md": "---\npublish: true\ndraft: true\n---\n",
    },
    files: ["bench.png"],
    config: "site: publish",
    suggestions: ["Unlink"],
  },
  {
    title: "a note that Obsidian Publish does not have may link to any",
    text: `---
draft: false
---
See [[standby power]].
`,
    others: drafts,
    config: "site: publish",
  },
];

import type { Example } from "./example.ts";

export const examples: readonly Example[] = [
  {
    title: "links that lead to a file",
    text: `See [[Home]], [[home#Sources|the sources]], [the plan](Plans/next%20year.md) and ![[bench.png]].
An address such as [this one](https://example.com/Nowhere) leaves the vault, and \`[[Nowhere]]\` in code is no link.
`,
    others: { "Home.md": "# Sources\n", "Plans/next year.md": "" },
    files: ["bench.png"],
  },
  {
    title: "a slip of the pen",
    text: `The hinge is listed in «[[Spare Prats]]».
`,
    others: { "Spare Parts.md": "" },
    suggestions: ['Link to "Spare Parts"'],
  },
  {
    title: "the title of a note whose file is called otherwise: the reader sees what was written",
    text: `See «[[Flash wear, again!]]» and «![[Flash wear, again!]]».
| day | note |
| --- | ---- |
| Mon | «[[flash wear again]]» |
`,
    others: { "flash-wear.md": "---\ntitle: flash wear again\n---\n" },
    fixed: `See [[flash-wear|Flash wear, again!]] and ![[flash-wear]].
| day | note |
| --- | ---- |
| Mon | [[flash-wear\\|flash wear again]] |
`,
  },
  {
    title: "a Markdown link keeps its text",
    text: `The «[first part](Field_Notes.md#Day%201)» is done.
`,
    others: { "Field Notes (2024).md": "---\naliases: [field notes]\n---\n" },
    fixed: `The [first part](Field%20Notes%20%282024%29.md#Day%201) is done.
`,
  },
  {
    title: "in properties and in the linkage block, with CRLF line ends",
    text: [
      "---",
      "up: '«[[Johns bench]]»'",
      "---",
      '<div class="linkage-tree">',
      "<ul><li>«[[Johns bench]]»</li></ul>",
      "</div>",
      "",
    ].join("\r\n"),
    others: { "John's bench.md": "" },
    fixed: [
      "---",
      "up: '[[John''s bench|Johns bench]]'",
      "---",
      '<div class="linkage-tree">',
      "<ul><li>[[John's bench|Johns bench]]</li></ul>",
      "</div>",
      "",
    ].join("\r\n"),
  },
  {
    title: "to a draft only as a suggestion",
    text: `More in «[[Flash-Wear]]».
`,
    others: { "flash wear.md": "---\ndraft: true\n---\n" },
    suggestions: ['Link to "flash wear"'],
  },
  {
    title: "to a note that Obsidian Publish does not have only as a suggestion, from there to any",
    text: `---
publish: true
---
More in «[[Flash-Wear]]» and «[[E Paper]]».
`,
    others: { "flash wear.md": "---\ndraft: false\n---\n", "e-paper.md": "---\npublish: true\n---\n" },
    config: "site: publish",
    fixed: `---
publish: true
---
More in [[Flash-Wear]] and [[e-paper|E Paper]].
`,
    suggestions: ['Link to "flash wear"'],
  },
  {
    title: "a day or version that is written otherwise may be another",
    text: `See «[[2024-1-11]]», «[[2024-11-1]]» and «[[v12]]».
`,
    others: { "2024 11 1.md": "", "v1.2.md": "" },
    fixed: `See [[2024-1-11]], [[2024 11 1|2024-11-1]] and [[v12]].
`,
  },
  {
    title: "a sign that may be part of a word only as a suggestion, what parts words anyhow",
    text: `See «[[re-sign]]», «[[2024/Q1]]», «[[__init__]]» and «[[Team -2]]», «[[Zero-click, again]]» and «[[dont_panic]]».
`,
    others: {
      "resign.md": "",
      "2024 Q1.md": "",
      "init.md": "",
      "Team 2.md": "",
      "Zero click (again).md": "",
      "Don't panic.md": "",
    },
    suggestions: ['Link to "resign"'],
    fixed: `See [[re-sign]], [[2024/Q1]], [[__init__]] and [[Team -2]], [[Zero click (again)|Zero-click, again]] and [[Don't panic|dont_panic]].
`,
  },
  {
    title: "a picture of nearly the same name only as a suggestion",
    text: `«![[Bench Photo.png]]»
`,
    files: ["pictures/bench-photo.png"],
    suggestions: ['Link to "bench-photo.png"'],
  },
  {
    title: "a relative path: the folder is another, the name is not quite",
    path: "plans/Note.md",
    text: `«[[./Spare_Parts]]»
`,
    others: { "lists/Spare Parts.md": "" },
    suggestions: ['Link to "Spare Parts"'],
  },
  {
    title: "targets that the config leaves alone",
    text: `Today is [[2024-03-05]], see «[[Diary]]».
`,
    config: `rules:
  unresolved-link:
    ignoreTargets: ["????-??-??"]
`,
  },
  {
    title:
      "blanks are hyphens on a Quartz site, in a linkage block too: the link leads somewhere there alone",
    text: `See «[[Field Notes]]».

<div class="linkage"><ul><li>«[[Field Notes]]»</li></ul></div>
`,
    others: { "Field-Notes.md": "" },
    config: "site: quartz\n",
    fixed: `See [[Field-Notes|Field Notes]].

<div class="linkage"><ul><li>[[Field-Notes|Field Notes]]</li></ul></div>
`,
  },
  {
    title: "a name too short to be sure of, which the site has",
    text: `See «[[A B]]».
`,
    others: { "A-B.md": "" },
    config: "site: quartz\n",
    suggestions: ['Link to "A-B"'],
  },
];

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
    title: "targets that the config leaves alone",
    text: `Today is [[2024-03-05]], see «[[Diary]]».
`,
    config: `rules:
  unresolved-link:
    ignoreTargets: ["????-??-??"]
`,
  },
];

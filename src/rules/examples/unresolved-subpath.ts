import type { Example } from "./example.ts";

const review = `# Review of flash wear
## What the meters say
### Night
A card lasts two years. ^two-years
`;

export const examples: readonly Example[] = [
  {
    title: "headings and blocks that are there",
    text: `See [[review#what the meters say]], [[review#What the meters say#Night]], [[review#^two-years]] and [[#Sources]].
## Sources
`,
    others: { "review.md": review },
  },
  {
    title: "pages of a PDF are not checked",
    text: `See [[sheet.pdf#page=3]].
`,
    files: ["sheet.pdf"],
  },
  {
    title: "a heading that is called otherwise",
    text: `See «[[review#What the meter says|the review]]».
`,
    others: { "review.md": review },
    suggestions: ['Link to heading "What the meters say"'],
  },
  {
    title: "a heading of this note, in a table",
    text: `## Sources, old and new
| part | from |
| ---- | ---- |
| lid  | «[[#Sources\\|below]]» |
`,
    suggestions: ['Link to heading "Sources, old and new"'],
  },
  {
    title: "a block that is not there",
    text: `See «[[review#^three-years]]».
`,
    others: { "review.md": review },
  },
  {
    title: "a Markdown link, in a CRLF file",
    text: "As the «[review](review.md#What%20the%20metres%20say)» has it.\r\n",
    others: { "review.md": review },
    suggestions: ['Link to heading "What the meters say"'],
  },
  {
    title: "in the linkage block and in a property",
    text: `---
up: "«[[review#Days]]»"
---
<div class="linkage-tree">
<ul><li>«[[review#Days]]»</li></ul>
</div>
`,
    others: { "review.md": review },
  },
  {
    title: "a Markdown link may name a heading by its address on the site",
    text: "[days](#what-the-meters-say) and «[[#what-the-meters-say]]»\n\n## What the meters say\n",
    suggestions: ['Link to heading "What the meters say"'],
  },
];

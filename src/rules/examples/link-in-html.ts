import type { Example } from "./example.ts";

export const examples: readonly Example[] = [
  {
    title: "two wikilinks in a block of HTML: one finding",
    text: `<div class="try-box">
Try «[[Home]]» and [[Home]].
</div>

<p>
And «[[Home]]» again.
</p>
`,
    others: { "Home.md": "" },
  },
  {
    title: "in the linkage block wikilinks are the author's choice",
    text: `<div class="linkage-tree">
<ul><li>[[Home]]</li></ul>
</div>
`,
    others: { "Home.md": "" },
  },
  {
    title: "inline HTML does not stop Markdown",
    text: `A <b>bold</b> [[Home]], <span>[[Home]]</span> and <a href="Home">home</a>.
`,
    others: { "Home.md": "" },
  },
  {
    title: "beside a linkage block, in a CRLF file",
    text: '<div class="linkage"><ul><li>[[Home]]</li></ul></div>\r\n<p>«[[Home]]»</p>\r\n',
    others: { "Home.md": "" },
  },
];

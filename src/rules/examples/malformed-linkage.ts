import type { Example } from "./example.ts";

export const examples: readonly Example[] = [
  {
    title: "closed in order, and no blank line inside",
    text: `## linkage
<div class="linkage-tree">
  <div class="linkage-tree-title">linkage tree</div>
  <ul>
    <li>related
      <ul>
        <li>[[Home]]</li>
      </ul>
    </li>
  </ul>
</div>

The last word.
`,
  },
  {
    title: "a blank line inside",
    text: `<div class="linkage-tree">
  <ul>
    <li>#flash</li>
«
»    <li>#storage</li>
  </ul>
</div>
`,
    fixed: `<div class="linkage-tree">
  <ul>
    <li>#flash</li>
    <li>#storage</li>
  </ul>
</div>
`,
  },
  {
    title: "blank lines inside, in a CRLF file",
    text: '<div class="linkage">\r\n<ul>\r\n«\r\n  \r\n»<li>#flash</li>\r\n</ul>\r\n</div>\r\n',
    fixed: '<div class="linkage">\r\n<ul>\r\n<li>#flash</li>\r\n</ul>\r\n</div>\r\n',
  },
  {
    title: "blank lines around Markdown, which is not to become HTML",
    text: `<div class="linkage">
«
»- [[Home]]
- *text*

<p>
«
»</p>
</div>
`,
  },
  {
    title: "a blank line in a quote",
    text: `> «<div class="linkage">»
> <ul>
>
> <li>[[Home]]</li>
> </ul>
> </div>
`,
  },
  {
    title: "a list that is not closed",
    text: `<div class="linkage-tree">
«<ul>»
<li>#flash</li>
</div>
`,
  },
  {
    title: "a tag that closes nothing",
    text: `<div class="linkage-tree">
<ul>
<li>#flash</li>«</b>»
</ul>
</div>
`,
  },
  {
    title: "other HTML is not looked at",
    text: `<div class="card">
<ul>
</div>
`,
  },
];

import type { Example } from "./example.ts";

const list = "<ul><li>[[Home]]</li><li>[[Index]]</li></ul>";
const block = `<div class="linkage">${list}</div>\n`;
const ten = Object.fromEntries(Array.from({ length: 10 }, (_, at) => [`${String(at)}.md`, block]));
const nine = { ...ten, "9.md": "" };

export const examples: readonly Example[] = [
  {
    title: "the list of ten other notes",
    text: `<div class="linkage">
«<ul>
<li>[[Home]]</li>
<li>[[Index]]</li>
</ul>»
</div>
`,
    others: ten,
  },
  {
    title: "the list of nine other notes",
    text: block,
    others: nine,
  },
  {
    title: "one link more",
    text: `<div class="linkage"><ul><li>[[Home]]</li><li>[[Index]]</li><li>[[Cables]]</li></ul></div>
`,
    others: ten,
  },
  {
    title: "with CRLF line ends and a label",
    text: `<div class="linkage-tree">\r\n<ul>\r\n<li>related «${list}»</li>\r\n</ul>\r\n</div>\r\n`,
    others: ten,
  },
];

import type { Example } from "./example.ts";

export const examples: readonly Example[] = [
  {
    title: "tags of the note, numbers and the body's included",
    text: `---
tags: [flash, 2023]
---
Filed under #storage.

<div class="linkage-tree">
<ul><li>tags
<ul>
<li>#Flash</li>
<li>#2023</li>
<li>#storage</li>
</ul>
</li></ul>
</div>
`,
  },
  {
    title: "a slip of the pen",
    text: `---
tags:
  - flash
  - storage
---
<div class="linkage-tree">
<ul><li>tags
<ul>
<li>#flash</li>
<li>«#storge»</li>
</ul>
</li></ul>
</div>
`,
    suggestions: [
      "Write #storage",
      "Remove #storge from the linkage block",
      'Add the tag "storge" to the note',
    ],
  },
  {
    title: "a note without tags",
    text: `<div class="linkage">
<ul><li>«#flash»</li></ul>
</div>
`,
    suggestions: ["Remove #flash from the linkage block", 'Add the tag "flash" to the note'],
  },
  {
    title: "a tag that would be none in the note, in a CRLF file",
    text: '---\r\ntags: [flash]\r\n---\r\n<div class="linkage">\r\n<ul>\r\n<li>«#2023»</li>\r\n</ul>\r\n</div>\r\n',
    suggestions: ["Remove #2023 from the linkage block"],
  },
  {
    title: "several tags in one list item, and words behind a tag",
    text: `---
tags: [flash, storage, two words]
---
<div class="linkage">
<ul>
<li>#flash #storage</li>
<li>#flash (12)</li>
<li>#storage – the slow kind</li>
<li>#flash, [[Home]], #two words</li>
<li>#storage and more</li>
</ul>
</div>
`,
  },
  {
    title: "one of several tags in one list item",
    text: `---
tags: [flash, storage]
---
<div class="linkage">
<ul><li>#flash, «#storge», #storage</li></ul>
</div>
`,
    suggestions: [
      "Write #storage",
      "Remove #storge from the linkage block",
      'Add the tag "storge" to the note',
    ],
  },
  {
    title: "tags behind a label in one list item",
    text: `---
tags: [flash, Two Words]
---
<div class="linkage">
<ul>
<li>tags: #flash, «#zz»</li>
<li><b>Tags</b> #flash</li>
<li>as in #any other text</li>
</ul>
</div>
`,
    suggestions: ["Remove #zz from the linkage block", 'Add the tag "zz" to the note'],
  },
  {
    title: "words behind a tag that the note has not, and behind one that has blanks",
    text: `---
tags: [flash, two words]
---
<div class="linkage">
<ul><li>«#storage» and #flash</li><li>#two words and #flash</li></ul>
</div>
`,
    suggestions: ["Remove #storage from the linkage block", 'Add the tag "storage" to the note'],
  },
  {
    title: "a slip in a tag that has blanks",
    text: `---
tags: [flash, two words]
---
<div class="linkage">
<ul><li>«#two» wrods</li></ul>
</div>
`,
    suggestions: ["Write #two words", "Remove #two from the linkage block", 'Add the tag "two" to the note'],
  },
  {
    title: "tags in one line, which are meant though they are no list",
    text: `---
tags: "flash, two #words"
---
<div class="linkage">
<ul><li>#flash</li><li>#two</li><li>#words</li><li>«#other»</li></ul>
</div>
`,
    suggestions: ["Remove #other from the linkage block"],
  },
  {
    title: "tags in other HTML are text",
    text: `<div class="card">
<ul><li>#flash</li></ul>
</div>
`,
  },
];

import type { Example } from "./example.ts";

const two = {
  "cables.md": "---\ntags: [supply-chain]\n---\n",
  "meters.md": "Also #supply-chain.\n",
};

export const examples: readonly Example[] = [
  {
    title: "the spelling that most notes have",
    text: `---
tags: [supply-chain, ai]
---
`,
    others: { ...two, "screens.md": "#supplychain\n" },
  },
  {
    title: "another, in property, body and linkage block",
    text: `---
tags:
  - «Supply_Chain»
---
A matter of «#Supply_Chain».

<div class="linkage"><ul><li>#Supply_Chain</li></ul></div>
`,
    others: two,
    suggestions: ["Write supply-chain"],
  },
  {
    title: "both in one list, in a CRLF file",
    text: "---\r\ntags:\r\n- «supplychain»\r\n- supply-chain\r\n---\r\n",
    others: two,
    suggestions: ["Write supply-chain"],
  },
  {
    title: "two spellings as common as each other: nobody knows which is meant",
    text: `---
tags: [supplychain]
---
`,
    others: { "cables.md": "#supply-chain\n" },
  },
  {
    title: "in code it is no tag",
    text: "`#supplychain` and <!-- #supplychain -->\n",
    others: two,
  },
];

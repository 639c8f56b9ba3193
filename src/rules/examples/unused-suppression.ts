import type { Example } from "./example.ts";

export const examples: readonly Example[] = [
  {
    title: "suppressions that are of use",
    text: `---
linkage-disable: [malformed-tag]
tags: [2023]
---
%% linkage-disable-next-line unresolved-link %%
See [[Nowhere]].

<!-- linkage-disable-next-block unknown-linkage-tag -->
<div class="linkage"><ul><li>#ai</li></ul></div>
`,
  },
  {
    title: "what was repaired needs none any more, and there is no such rule",
    text: `---
linkage-disable:
  - «malformed-tag»
  - placeholder-link
tags: [ai]
---
%% linkage-disable-next-line «unresolved-link» %%
See [[Home]].

%% linkage-disable-next-line «unresolved», unresolved-link %%
See [[Nowhere]] and [[Latency Budget]].
`,
    others: {
      "Home.md": "",
      ...Object.fromEntries(["a", "b", "c", "d", "e"].map((name) => [`${name}.md`, "[[Latency Budget]]"])),
    },
    fixed: `---
linkage-disable:
  - placeholder-link
tags: [ai]
---
See [[Home]].

%% linkage-disable-next-line unresolved-link %%
See [[Nowhere]] and [[Latency Budget]].
`,
  },
  {
    title: "the name of a rule, misspelt",
    text: `%% linkage-disable-next-line «unresolvd-link» %%
See [[Nowhere]].
`,
    suggestions: ["Write unresolved-link", 'Remove the suppression of "unresolvd-link"'],
  },
  {
    title: "a stretch without anything in it, in a CRLF file",
    text: "%% linkage-disable «unresolved-link» %%\r\nSee [[Home]]. %% linkage-enable unresolved-link %%\r\n\r\n[[Nowhere]]\r\n",
    others: { "Home.md": "" },
    fixed: "See [[Home]].\r\n\r\n[[Nowhere]]\r\n",
  },
  {
    title: "a rule that is off may be on again one day",
    text: `%% linkage-disable-next-line unresolved-link %%
See [[Home]].
`,
    others: { "Home.md": "" },
    config: `rules:
  unresolved-link: off
`,
  },
  {
    title: "in a property that is given twice",
    text: `---
linkage-disable: [malformed-tag, «duplicate-tag»]
tags: [2023]
linkage-disable: [«duplicate-tag»]
---
`,
    fixed: `---
linkage-disable: [malformed-tag]
tags: [2023]
linkage-disable: []
---
`,
  },
  {
    title: "one text with two names",
    text: `---
linkage-disable: malformed-tag, «duplicate-tag»
tags: [2023]
---
`,
    fixed: `---
linkage-disable: malformed-tag
tags: [2023]
---
`,
  },
  {
    title: "without the comment the line above would be a heading",
    text: `The end.
<!-- linkage-disable-next-block «unknown-linkage-tag» -->
---
`,
  },
  {
    title: "a comment that is underlined",
    text: `%% linkage-disable-next-line «unresolved-link» %%
---
`,
  },
  {
    title: "no rule is named: nothing is switched off",
    text: `---
linkage-disable: «true»
---
«<!-- linkage-disable -->»

See [[Nowhere]], «%% linkage-enable %%» and [[Elsewhere]].
`,
  },
  {
    title: "a reason behind the rule's name",
    text: `---
linkage-disable:
  - malformed-tag -- the years are what the site sorts by
tags: [2023]
---
%% linkage-disable-next-line unresolved-link -- 50 % of it is written, see [[Nowhere]] %%
See [[Nowhere]].

<!-- linkage-disable-next-block unknown-linkage-tag -- #ai <b>will</b> be a tag -->
<div class="linkage"><ul><li>#ai</li></ul></div>
`,
  },
  {
    title: "a reason that is not told from the rule's name",
    text: `%% linkage-disable-next-line unresolved-link, «because it isn't written yet» %%
See [[Nowhere]].

%% linkage-disable-next-line «because it isn't written» %%
See [[Nowhere]].

%% linkage-disable-next-line unresolved-link «instead of» unresolved-link, «malformed-tags, duplicate-tags» %%
See [[Nowhere]].
`,
    fixed: `%% linkage-disable-next-line unresolved-link, -- because it isn't written yet %%
See [[Nowhere]].

%% linkage-disable-next-line because it isn't written %%
See [[Nowhere]].

%% linkage-disable-next-line unresolved-link instead of unresolved-link, malformed-tags, duplicate-tags %%
See [[Nowhere]].
`,
  },
  {
    title: "a property that is yet to be filled",
    text: `---
linkage-disable:
---
See [[Nowhere]].
`,
  },
];

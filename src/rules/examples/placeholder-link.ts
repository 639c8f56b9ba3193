import type { Example } from "./example.ts";

/** Notes that link to it too. */
const four = {
  "cables.md": "A matter of [[Latency Budget]].",
  "meters.md": "A matter of [[Latency Budget]].",
  "screens.md": "A matter of [[Latency Budget]].",
  "sensors.md": "A matter of [[latency budget]].",
};

export const examples: readonly Example[] = [
  {
    title: "the fifth note that links to a note not yet written",
    text: `Radio eats the «[[Latency Budget]]».
`,
    others: four,
  },
  {
    title: "in the linkage block",
    text: `<div class="linkage">
<ul><li>«[[Latency Budget]]»</li></ul>
</div>
`,
    others: four,
  },
  {
    title: "a placeholder by agreement",
    text: `Radio eats the [[Latency Budget]].
`,
    others: four,
    config: `placeholders: [latency budget]
`,
  },
  {
    title: "a target that few notes link to is unresolved-link's to report",
    text: `Radio eats the [[Power Budget]].
`,
    others: four,
  },
  {
    title: "a target with a near name too",
    text: `Radio eats the [[Latency Budget]].
`,
    others: { ...four, "latency budgets.md": "" },
  },
  {
    title: "a target with two near names: nobody knows which, but it is a slip",
    text: `Radio eats the [[Latency Budget]].
`,
    others: { ...four, "latency budgets.md": "", "latency-budge.md": "" },
  },
  {
    title: "wikilinks and Markdown links miss the same target, in a CRLF file",
    text: "Radio eats «[the budget](Latency%20Budget.md)», the «[[Latency Budget]]».\r\n",
    others: four,
  },
];

import type { Example } from "./example.ts";

export const examples: readonly Example[] = [
  {
    title: "what notes link to, embed, or name in HTML",
    text: `---
cover: "[[cover.png]]"
---
![[bench.png]] and [the prices](prices.csv).

<a href="/files/logo.svg">our mark</a>, <img src="files/mark.svg">

<div><video src='films/first.mp4'></video></div>
`,
    files: [
      "bench.png",
      "a/cover.png",
      "prices.csv",
      "files/logo.svg",
      "files/mark.svg",
      "films/first.mp4",
      "Board.canvas",
    ],
  },
  {
    title: "what nothing uses",
    text: `See [[bench]], \`![[bench.png]]\` and ![[b/cover.png]].
`,
    files: ["bench.png", "a/cover.png", "b/cover.png"],
    reported: ["bench.png", "a/cover.png"],
  },
  {
    title: "files that the config leaves alone, with CRLF line ends",
    text: "No link.\r\n",
    files: ["data/prices.csv", "prices.csv"],
    config: `rules:
  unused-attachment: { severity: info, ignoreFiles: [data/] }
`,
    reported: ["prices.csv"],
  },
];

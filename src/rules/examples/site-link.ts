import type { Example } from "./example.ts";

const config = "site: quartz\n";
const others = {
  "Field-Notes.md": "",
  "notes/SQLite Learns to Travel.md": "",
  "a/Twin.md": "",
  "b/Twin.md": "",
};

export const examples: readonly Example[] = [
  {
    title: "links that lead to the same here and there",
    text: `[[Field-Notes]], [[SQLite Learns to Travel|SQLite]], [[a/Twin]], ![[bench 1.png]], [[#Below]] and [[Nowhere]].
<a href="/Field-Notes">field notes</a> <a href="./a/Twin">twin</a>
`,
    others,
    files: ["bench 1.png"],
    config,
  },
  {
    title: "letter case counts on the site",
    text: `See «[[Sqlite Learns to Travel]]».
`,
    others,
    config,
    suggestions: ['Link to "SQLite Learns to Travel"'],
  },
  {
    title: "what leads to a file on the site alone is told by unresolved-link",
    text: `See [[Field Notes]].
`,
    others,
    config,
  },
  {
    title: "the end of a path is enough for Obsidian, in a CRLF file",
    text: "See «[[c/Twin]]».\r\n",
    others: { ...others, "x/c/Twin.md": "" },
    config,
    suggestions: ['Link to "x/c/Twin"'],
  },
  {
    title: "addresses in HTML that the site has not",
    text: `<p>«<a href="/Field%20Notes">»field notes</a> «<a href="/c/">»c</a> «<a href="/Twin.html">»twin</a></p>
`,
    others,
    config,
  },
  {
    title: "an address in other letter case than the page's",
    text: `<p>«<a href="./a/twin?stack=1">»twin</a></p>
`,
    others,
    config,
    suggestions: ['Link to "./a/Twin"'],
  },
  {
    title: "an address as a file is called, not as its page is",
    text: `<p>«<a href='/notes/SQLite Learns to Travel.md'>»SQLite</a></p>
`,
    others,
    config,
    suggestions: ['Link to "/notes/SQLite-Learns-to-Travel"'],
  },
  {
    title: "what a browser asks a page for, pages of folders and tags, and what else Quartz makes",
    text: `<p><a href="/Field-Notes?stack=1">field notes</a> <a href="/a/Twin.html">twin</a> <a href="?q=hinge">search</a>
<a href="/notes/">notes</a> <a href="./notes/index.html">notes</a> <a href="/tags/tech-journal">tag</a> <a href="/index.xml">feed</a>
<a href="//example.com/Nowhere">another site</a></p>
`,
    others,
    config,
  },
  {
    title: "without a site in the config nothing is known",
    text: `See [[Sqlite Learns to Travel]] and [[Field Notes]].
`,
    others,
  },
];

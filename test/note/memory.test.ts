import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import type { Note } from "../../src/note/note.ts";
import { parseNote } from "../../src/note/parse-note.ts";

setFlagsFromString("--expose-gc");

function heapUsed(): number {
  runInNewContext("gc()");
  return process.memoryUsage().heapUsed;
}

const word = "more than thirteen letters";
const megabyte = 1 << 20;

function noteWith(fact: string, at: number): Note {
  return parseNote(
    "Note.md",
    `${fact.replaceAll("@", String(at))}\n\n\`\`\`\n${"x".repeat(megabyte)}\n\`\`\`\n`,
  );
}

test.each([
  ["a heading", `# @ ${word}`],
  ["a wikilink", `[[@ ${word}#@ ${word}|@ ${word}]]`],
  ["a Markdown link", `[@ ${word}](<@ ${word}#@ ${word}>)`],
  ["a reference link", `[@ ${word}][a]\n\n[a]: <@ ${word}>`],
  ["an address", `[x](https://a.b/@-more-than-thirteen) https://c.d/@-more-than-thirteen <https://e.f/@>`],
  [
    "an address in HTML",
    `<div>\n<a href="https://a.b/@-more-than-thirteen"><a href="@-more-than-thirteen.md">\n</div>`,
  ],
  ["a tag", "#a@-more-than-thirteen %% #b@-more-than-thirteen %%"],
  ["a block's name", "x ^a@-more-than-thirteen"],
  [
    "a linkage block",
    `<div class="linkage"><ul><li>@ ${word}<ul><li>#@${word}</li><li>[[@ ${word}]]</li></ul></li></ul></div>`,
  ],
  [
    "a suppression",
    "%% linkage-disable a@-more-than-thirteen %% <!-- linkage-disable b@-more-than-thirteen -->",
  ],
  [
    "properties",
    `---\na@-more-than-thirteen: b @ ${word}\nc: ["@ ${word}", '@ ${word}']\nd: |\n  @ ${word}\n---`,
  ],
  [
    "properties that are not plain",
    `---\na@-more-than-thirteen: !!str b @ ${word}\nc: { d: "@ ${word}" }\n---`,
  ],
  ["properties that cannot be read", `---\na@: b: ${word}\n---`],
])("%s does not keep its note's text in memory", (_, fact) => {
  const notes = [noteWith(fact, 0)];
  const before = heapUsed();
  for (let at = 1; at <= 8; at++) notes.push(noteWith(fact, at));
  const grown = heapUsed() - before;
  expect(notes).toHaveLength(9);
  expect(grown).toBeLessThan(2 * megabyte);
});

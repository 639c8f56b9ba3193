import { suggestionsFor } from "../../src/lint/diagnostic.ts";
import { finishBatch, fixBatch } from "../../src/lint/fix-batch.ts";
import { sureRepairs } from "../../src/lint/repair-choice.ts";
import { fixingOf } from "./vault-of.ts";

/** So many that what is done for each with all others, or with the whole note, takes minutes. */
const many = 5000;

function times(part: string): string {
  return Array.from({ length: many }, (_, at) => part.replaceAll("@", String(at))).join("");
}

function properties(lines: string): string {
  return `---\n${lines}---\n`;
}

test.each<[what: string, before: string, after: string]>([
  ["repeated tags", properties(`tags:\n${times("- a\n")}`), properties("tags:\n- a\n")],
  ["repeated tags between brackets", properties(`tags: [${times("a, ")}a]\n`), properties("tags: [a]\n")],
  [
    "tags with a number sign",
    properties(`tags:\n${times("- '#a@'\n")}`),
    properties(`tags:\n${times("- 'a@'\n")}`),
  ],
  ["links to one misspelt name", times("[[home!]]\n\n"), times("[[Home|home!]]\n\n")],
  [
    "links in a property",
    properties(`a: "${times("[[home!]] ")}"\n`),
    properties(`a: "${times("[[Home|home!]] ")}"\n`),
  ],
  [
    "links in items of a property",
    properties(`a:\n${times("- '[[home!]]'\n")}`),
    properties(`a:\n${times("- '[[Home|home!]]'\n")}`),
  ],
  [
    "links in properties",
    properties(times("a@: '[[home!]]'\n")),
    properties(times("a@: '[[Home|home!]]'\n")),
  ],
  ["links to no heading of a misspelt name", times("[[home!#A]]\n\n"), times("[[Home#A|home! > A]]\n\n")],
  ["suppressions of no use", times("%% linkage-disable-next-line unresolved-link %%\n\n"), times("\n")],
  ["suppressions of no use to the end", times("%% linkage-disable unresolved-link %%\n\n"), times("\n")],
  // To tell whether one can go the note would have to be read again for each.
  [
    "suppressions of no use in one line",
    times("%% linkage-disable no-rule %% a "),
    times("%% linkage-disable no-rule %% a "),
  ],
  [
    "suppressions of no use in a property",
    properties(`linkage-disable:\n${times("- no-rule\n")}`),
    properties(`linkage-disable:\n${times("- no-rule\n")}`),
  ],
])("a note with thousands of repairs: %s", (_, before, after) => {
  const texts = { "Note.md": before, "Home.md": "" };
  const { fixes } = finishBatch(fixBatch(["Note.md"], fixingOf(texts, sureRepairs())), () => before);
  expect((fixes[0]?.after ?? before) === after).toBe(true);
});

test.each<[what: string, rule: string, text: string]>([
  ["tags of digits", "malformed-tag", `${properties(`tags:\n${times("- 1@\n").repeat(4)}`)}#10 #11 #12\n`],
  ["links to headings of near names", "unresolved-subpath", times("# section @\n\n[[#sectoin @]]\n\n")],
])("suggestions for thousands of problems of one note: %s", (_, rule, text) => {
  const { vault, linter } = fixingOf({ "Note.md": text, "Home.md": "" }, sureRepairs());
  const note = vault.note("Note.md");
  const found = note ? linter.lintWhole(note, vault).filter((each) => each.rule === rule) : [];
  expect(found.length).toBeGreaterThanOrEqual(many);
  for (const each of found) expect(suggestionsFor(each, text)).not.toEqual([]);
});

import type { NoteType } from "../../src/journal/conventions.ts";
import { techJournal } from "../../src/journal/tech-journal.ts";
import { parseNote } from "../../src/note/parse-note.ts";
import type { CompletionPlace } from "../../src/writing/completion-place.ts";
import {
  classCompletions,
  type Completion,
  insertionOf,
  linkageTagCompletions,
  linkCompletion,
  noteIdCompletions,
  tagCompletions,
  unshownLinks,
} from "../../src/writing/completions.ts";
import { vaultOf } from "../vault/vault-of.ts";

const bare: Omit<NoteType, "code"> = {
  classes: [],
  tags: [],
  folders: [],
  properties: [],
  required: [],
  sections: [],
  linkage: "optional",
  ending: null,
};
const types = [
  { ...bare, code: "TJ", tags: ["tj"], classes: ["tj-page"], folders: ["J"] },
  { ...bare, code: "GN", tags: ["gn"] },
];

const files = {
  "a.md": "---\nnote_id: 260301TJ04\ntags: [AI, energy, 2026, wind]\ncssclasses: [wide]\n---\n",
  "b.md": "---\nnote_id: 260301TJ2\ntags: [ai, energy]\ncssclasses: [wide, tall]\n---\n#ai #body\n",
  "c.md": "---\ntags: [ai]\n---\n",
  "d.md": "#ai",
  "J/new.md": "",
  "x/same.md": "",
  "y/same.md": "",
};
const vault = vaultOf(files, { ...techJournal, types, classes: ["snippet"] });

function texts(completions: readonly Completion[]): readonly string[] {
  return completions.map(({ text }) => text);
}

function frontmatter(lines: string): string {
  return `---\n${lines}\n---\n`;
}

test.each([
  ["of the type that the folder tells", "J/new.md", "created: 2026-03-01\nnote_id:", "", ["260301TJ05"]],
  ["of the type that the tag tells", "n.md", "tags: [gn]\ncreated: 2026-03-01", "26", ["260301GN01"]],
  ["of each type, if nothing tells", "n.md", "created: 2026-03-01", "", ["260301TJ05", "260301GN01"]],
  ["of the type that is being written", "n.md", "created: 2026-03-01", "260301g", ["260301GN01"]],
  ["of today, if the note does not say its day", "J/new.md", "title: A", "", ["260405TJ01"]],
  ["the note's own does not count", "a.md", "tags: [tj]\ncreated: 2026-03-01", "", ["260301TJ01"]],
  ["none that begins otherwise", "J/new.md", "created: 2026-03-01", "25", []],
  ["none that is there", "J/new.md", "created: 2026-03-01", "260301TJ05", []],
  ["none of another century", "J/new.md", "created: 1999-03-01", "", []],
])("a note id: %s", (_, path, properties, query, expected) => {
  const note = parseNote(path, frontmatter(properties));
  expect(texts(noteIdCompletions(query, note, vault, "2026-04-05"))).toEqual(expected);
});

test.each([
  ["the type's, then the commonest", "J/new.md", "tags: []", "", ["tj", "ai", "energy", "wind", "body"]],
  ["that begin so, then those that hold it", "n.md", "tags: []", "y", ["energy", "body"]],
  ["not those that are listed", "n.md", "tags: [AI, x]", "", ["energy", "wind", "body"]],
  ["not what is there already", "n.md", "tags: [energy]", "energy", []],
  ["no numbers", "n.md", "tags: []", "20", []],
])("tags: %s", (_, path, properties, query, expected) => {
  expect(texts(tagCompletions(query, parseNote(path, frontmatter(properties)), vault))).toEqual(expected);
});

test.each([
  ["the type's, the commonest, then unused ones", "J/new.md", "", ["tj-page", "wide", "tall", "snippet"]],
  ["that begin so, then those that hold it", "J/new.md", "t", ["tj-page", "tall", "snippet"]],
])("classes: %s", (_, path, query, expected) => {
  expect(texts(classCompletions(query, parseNote(path, ""), vault))).toEqual(expected);
});

test("tags in a linkage block are those of the note", () => {
  const note = parseNote("n.md", "---\ntags: [ai, energy, 2026]\n---\n#body\n");
  expect(texts(linkageTagCompletions("", note))).toEqual(["ai", "energy", "body"]);
  expect(texts(linkageTagCompletions("E", note))).toEqual(["energy"]);
});

test.each([
  ["by its name", "a.md", "a", { text: "a", detail: "a" }],
  ["by its title, which is shown beside", "J/new.md", "Title", { text: "new", detail: "Title" }],
  ["by its path where the name is not enough", "x/same.md", "same", { text: "x/same", detail: "" }],
])("a link to a note %s", (_, path, name, expected) => {
  expect(linkCompletion(path, name, vault)).toEqual(expected);
});

test("before a word is typed, the links of the text that the blocks do not show are offered", () => {
  const text = "[[a]] [[b]] ![[c]] [[n]] [[nowhere]]\n\n<div class=linkage><ul><li>[[b]]</ul></div>\n";
  expect(unshownLinks(parseNote("n.md", text), vaultOf({ ...files, "n.md": text }))).toEqual(["a.md"]);
});

const place: CompletionPlace = { kind: "tag", query: "", from: 0, close: "", closed: "", isQuoted: false };

test.each([
  ["as it is", "ai", place, "ai"],
  ["in quotes where YAML wants them", "@home", place, '"@home"'],
  ["with the quote that is missing", "@home", { ...place, close: "'", isQuoted: true }, "@home'"],
])("it is inserted %s", (_, text, at, insertion) => {
  expect(insertionOf({ text, detail: "" }, at)).toBe(insertion);
});

import type { Conventions, NoteType } from "../../src/journal/conventions.ts";
import {
  noteTypeOf,
  typeByClass,
  typeByFolder,
  typeByNoteId,
  typeByTag,
} from "../../src/journal/note-type.ts";
import { techJournal } from "../../src/journal/tech-journal.ts";
import { parseNote } from "../../src/note/parse-note.ts";

function type(code: string, signs: Partial<NoteType>): NoteType {
  return {
    code,
    classes: [],
    tags: [],
    folders: [],
    required: [],
    properties: [],
    sections: [],
    linkage: "optional",
    ending: null,
    ...signs,
  };
}

const conventions: Conventions = {
  ...techJournal,
  types: [
    type("AA", { classes: ["a", "a2"], tags: ["a"], folders: ["Notes"] }),
    type("BB", { classes: ["b"], tags: ["B"], folders: ["Notes/b", "Other"] }),
    type("CC", { classes: ["b"], tags: ["c"] }),
  ],
};

test.each([
  ["its code", "note_id: 230718BB01", "x.md", "BB"],
  ["its code before its class", "note_id: 230718BB01\ncssclasses: [a]", "x.md", "BB"],
  ["its class before its tag", "cssclasses: [a]\ntags: [b]", "x.md", "AA"],
  ["its tag before its folder", "tags: [b]", "Notes/x.md", "BB"],
  ["its folder", "", "Notes/x.md", "AA"],
  ["an unknown code, then its class", "note_id: 230718XX01\ncssclasses: [a]", "x.md", "AA"],
  ["a note id of no day, then its class", "note_id: 230732BB01\ncssclasses: [a]", "x.md", "AA"],
  ["the first class of any type", "cssclasses: [x, b, a]", "x.md", "BB"],
  ["the second class of its type", "cssclasses: a2", "x.md", "AA"],
  ["the first type with its class", "cssclasses: [b]", "x.md", "BB"],
  ["a tag with a # in another letter case", "tags: ['#b']", "x.md", "BB"],
  ["the innermost folder", "", "Notes/b/c/x.md", "BB"],
  ["another of the folders", "", "Other/x.md", "BB"],
  ["no class in another letter case", "cssclasses: [A]", "x.md", null],
  ["no folder in another letter case", "", "notes/x.md", null],
  ["no folder that begins alike", "", "Notes2/x.md", null],
  ["no file named like the folder", "", "Notes", null],
  ["no tag below the type's", "tags: [a/b]", "x.md", null],
  ["nothing", "", "x.md", null],
])("a note's type by %s", (_, yaml, path, code) => {
  expect(noteTypeOf(parseNote(path, `---\n${yaml}\n---\n`), conventions)?.code ?? null).toBe(code);
});

test("each sign for itself", () => {
  const text = "---\nnote_id: 230718AA01\ncssclasses: [b]\ntags: [c]\n---\n";
  const note = parseNote("Notes/x.md", text);
  const signs = [
    typeByNoteId(note, conventions),
    typeByClass(note, conventions),
    typeByTag(note, conventions),
  ];
  expect([...signs, typeByFolder(note.path, conventions)].map((sign) => sign?.code)).toEqual([
    "AA",
    "BB",
    "CC",
    "AA",
  ]);
});

test("the folder without a name is the whole vault", () => {
  const whole = { ...conventions, types: [...conventions.types, type("ZZ", { folders: [""] })] };
  expect(typeByFolder("x.md", whole)?.code).toBe("ZZ");
  expect(typeByFolder("Notes/x.md", whole)?.code).toBe("AA");
});

test.each(["cssclasses: [tech-journal]", "tags: [tech-journal]", "note_id: 230718TJ16"])(
  "a tech-journal note: %s",
  (yaml) => {
    expect(noteTypeOf(parseNote("x.md", `---\n${yaml}\n---\n`), techJournal)?.code).toBe("TJ");
  },
);

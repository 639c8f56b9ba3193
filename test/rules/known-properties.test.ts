import type { NoteType } from "../../src/journal/conventions.ts";
import { parseNote } from "../../src/note/parse-note.ts";
import { splitProperties } from "../../src/rules/known-properties.ts";

const meeting: NoteType = {
  code: "MR",
  classes: [],
  tags: [],
  folders: [],
  required: ["Source"],
  properties: [],
  sections: [],
  linkage: "optional",
  ending: null,
};

const text = "---\nTitle: a\nmood: b\nsource: c\ntitle: d\n---\n";
const [note, other] = [parseNote("Note.md", text), parseNote("Other.md", text.replace("mood", "updated"))];

test.each([
  [note, null, ["Title", "title"], ["mood", "source"]],
  [note, meeting, ["Title", "source", "title"], ["mood"]],
  [other, meeting, ["Title", "updated", "source", "title"], []],
  [note, null, ["Title", "title"], ["mood", "source"]],
])("%#: by the note and its type", (of, type, known, unknown) => {
  const split = splitProperties(of, type);
  expect(split.known.map(({ property }) => property.key)).toEqual(known);
  expect(split.known.map(({ schema }) => schema.name.toLowerCase())).toEqual(
    known.map((name) => name.toLowerCase()),
  );
  expect(split.unknown.map(({ key }) => key)).toEqual(unknown);
  expect(splitProperties(of, type)).toBe(split);
});

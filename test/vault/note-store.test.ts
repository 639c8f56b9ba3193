import { PackedNote } from "../../src/note/packed/packed-note.ts";
import { RecentNotes } from "../../src/note/packed/recent-notes.ts";
import { packNote } from "../../src/note/packed/pack-note.ts";
import { parseNote } from "../../src/note/parse-note.ts";
import { NoteStore } from "../../src/vault/note-store.ts";

type Step = "set" | "delete" | "set packed";

const set = "set";

test.each<
  [what: string, plain: number, changed: number, steps: readonly (readonly [string, Step])[], kept: string]
>([
  [
    "notes that came first",
    2,
    0,
    [
      ["a", set],
      ["b", set],
      ["c", set],
    ],
    "a b",
  ],
  [
    "one more in place of one that has gone",
    1,
    0,
    [
      ["a", set],
      ["a", "delete"],
      ["b", set],
    ],
    "b",
  ],
  [
    "one that came first and changes",
    1,
    0,
    [
      ["a", set],
      ["b", set],
      ["a", set],
      ["b", set],
    ],
    "a",
  ],
  [
    "the one that changed last",
    0,
    1,
    [
      ["a", set],
      ["b", set],
      ["a", set],
      ["b", set],
    ],
    "b",
  ],
  [
    "the two that changed last",
    0,
    2,
    [
      ["a", set],
      ["b", set],
      ["a", set],
      ["b", set],
      ["a", set],
    ],
    "a b",
  ],
  [
    "none, if the one that changed has gone",
    0,
    1,
    [
      ["a", set],
      ["b", set],
      ["a", set],
      ["a", "delete"],
    ],
    "",
  ],
  [
    "none, if it has been packed",
    0,
    1,
    [
      ["a", set],
      ["a", set],
      ["a", "set packed"],
    ],
    "",
  ],
  [
    "one that changed and came first, and another that changed",
    1,
    1,
    [
      ["a", set],
      ["b", set],
      ["b", set],
    ],
    "a b",
  ],
])("plain are %s", (_, mostPlain, mostChanged, steps, kept) => {
  const store = new NoteStore(mostPlain, new RecentNotes(), mostChanged);
  for (const [path, step] of steps) {
    const note = parseNote(path, `# ${path}`);
    if (step === "delete") store.delete(path);
    else store.set(step === "set" ? note : new PackedNote(path, packNote(note), new RecentNotes()));
  }
  const plain = [...store.all()].filter((note) => !(note instanceof PackedNote)).map(({ path }) => path);
  expect(plain.join(" ")).toBe(kept);
  for (const { path, headings } of store.all()) expect(headings).toMatchObject([{ text: path }]);
});

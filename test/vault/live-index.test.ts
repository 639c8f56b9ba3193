import { setTimeout } from "node:timers/promises";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { techJournal } from "../../src/journal/tech-journal.ts";
import type { Note } from "../../src/note/note.ts";
import { packNote } from "../../src/note/packed/pack-note.ts";
import { PackedNote } from "../../src/note/packed/packed-note.ts";
import { RecentNotes } from "../../src/note/packed/recent-notes.ts";
import { parseNote } from "../../src/note/parse-note.ts";
import { VaultIndex } from "../../src/vault/vault-index.ts";

setFlagsFromString("--expose-gc");

test.each<[what: string, ask: (index: VaultIndex, note: Note) => unknown]>([
  ["nothing", () => null],
  ["its type", (index, note) => index.typeOf(note)],
  ["where a link leads in it", (index, note) => index.resolveSubpath(note, "#A")],
  ["its links", (_, note) => note.links],
])("facts that a note had are not held where it was asked for %s", async (_, ask) => {
  const index = VaultIndex.live(techJournal);
  const given = Array.from({ length: 20 }, (__, at) => {
    const note = parseNote("a.md", `# A\n\n[[b]] ${"x".repeat(at)}`);
    index.setNote(note);
    const kept = index.note("a.md");
    if (kept) ask(index, kept);
    return [new WeakRef(note), new WeakRef(kept ?? note)];
  });
  // What a weak reference was made of is held until the end of the task.
  await setTimeout(0);
  runInNewContext("gc()");
  const held = new Set(given.flatMap((refs) => refs.flatMap((ref) => ref.deref() ?? [])));
  expect([...held]).toEqual([index.note("a.md")]);
});

test("notes that are loaded are not among those read lately", () => {
  const recent = new RecentNotes(2);
  const packed = (path: string): PackedNote =>
    new PackedNote(path, packNote(parseNote(path, "[[x]]")), recent);
  const read = packed("read.md");
  const { links } = read;
  const index = VaultIndex.live(techJournal);
  for (const path of ["a.md", "b.md", "c.md"]) index.loadNote(packed(path));
  expect(read.links).toBe(links);
});

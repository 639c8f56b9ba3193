import "../law-seed.ts";
import { fc, test as law } from "@fast-check/jest";
import { techJournal } from "../../src/journal/tech-journal.ts";
import { property, textOf } from "../../src/journal/properties.ts";
import { Linter } from "../../src/lint/linter.ts";
import { parseNote } from "../../src/note/parse-note.ts";
import { allRules } from "../../src/rules/all-rules.ts";
import { fileName, nameKey, withoutExtension } from "../../src/vault/names.ts";
import { newNote, noteForTarget } from "../../src/writing/new-note.ts";
import { folderForType } from "../../src/writing/type-folder.ts";
import { newestOfType, sampledOf } from "../../src/writing/type-samples.ts";
import { vaultOf } from "../vault/vault-of.ts";
import { notesOf, titles, types } from "./random-type.ts";

const moment = { day: "2026-03-01", time: "23:59:30", offset: "+05:30" };

/** The rules on properties and on what a note of a type is made of; links in a title are the author's. */
const rules: ReadonlySet<string> = new Set([
  ...[
    "invalid-frontmatter",
    "missing-property",
    "property-type",
    "property-value",
    "misspelt-property",
    "malformed-note-id",
  ],
  ...[
    "unknown-note-type",
    "note-id-date",
    "note-id-type",
    "duplicate-note-id",
    "malformed-tag",
    "duplicate-tag",
  ],
  ...[
    "tag-spelling",
    "missing-type-tag",
    "malformed-cssclass",
    "unknown-cssclass",
    "malformed-date",
    "date-order",
  ],
  ...["title-heading", "missing-section", "missing-linkage", "malformed-linkage", "unknown-linkage-tag"],
  ...["repeated-heading", "unused-suppression"],
]);

const vaults = types.chain((known) => fc.tuple(fc.constant(known), notesOf(known), fc.nat()));

law.prop([vaults, titles])(
  "a new note lacks what only its author can say, and nothing else is wrong",
  ([known, files, at], title) => {
    const type = known[at % known.length];
    if (type === undefined) throw new RangeError("A vault without types");
    const conventions = { ...techJournal, types: known };
    const vault = vaultOf(files, conventions);
    const newest = newestOfType(type, vault);
    const samples = sampledOf(newest, folderForType(type, moment.day, newest), moment.day).map((note) => ({
      note,
      text: files[note.path] ?? "",
    }));
    const made = newNote({ type, title, moment }, newest, samples, vault);
    if ("fault" in made) {
      expect(made.fault).toMatch(/^The title .*, expected /);
      return;
    }
    const { path, text, open, line } = made;
    const taken = Object.keys(files).map(nameKey);
    expect(taken).not.toContain(nameKey(path));
    const note = parseNote(path, text);
    vault.setNote(note);
    expect(vault.typeOf(note)).toBe(type);
    const names = withoutExtension(fileName(path));
    expect(vault.resolve({ linkpath: names }, "")).toEqual({ kind: "resolved", path });
    expect(Buffer.byteLength(fileName(path))).toBeLessThanOrEqual(255);
    const said = new Linter(allRules, conventions).lint(note, vault).filter(({ rule }) => rules.has(rule));
    expect(said.map(({ rule, target }) => `${rule} ${target ?? ""}`)).toEqual(
      open.map((name) => `missing-property ${name}`),
    );
    const written = property(note, "title");
    if (written) expect(textOf(written)).toBe(title.trim());
    expect(text.split("\n")[line]?.trim()).toBe("");
  },
);

law.prop([titles, fc.constantFrom("", "a/", "/a/", "./", "../"), fc.constantFrom("", "Notes")])(
  "the note that a missing target wants makes its links resolve",
  (name, way, folder) => {
    const linkpath = way + name.trim();
    const from = "Notes/in/here.md";
    const vault = vaultOf({ [from]: "" });
    const wanted = noteForTarget(linkpath, from, folder);
    if ("fault" in wanted) return;
    vault.setNote(parseNote(wanted.path, ""));
    expect(vault.resolve({ linkpath }, from)).toEqual({ kind: "resolved", path: wanted.path });
  },
);

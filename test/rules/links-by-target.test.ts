import { techJournal } from "../../src/journal/tech-journal.ts";
import type { Note } from "../../src/note/note.ts";
import { parseNote } from "../../src/note/parse-note.ts";
import { linksByTarget } from "../../src/rules/links-by-target.ts";
import type { VaultIndex } from "../../src/vault/vault-index.ts";
import { vaultOf } from "../vault/vault-of.ts";

/** The targets of a note's links: `a > b.md` leads to a file, `a ?` to none, `a ~` to none on purpose, `a !` can lead to none, `a -` is plain text. */
function told(note: Note, vault: VaultIndex): readonly string[] {
  const { leading, missing, impossible, plain } = linksByTarget(note, vault);
  return [
    ...leading.map(({ link, resolution }) => `${link.linkpath} > ${resolution.path}`),
    ...missing.map(({ link, isPlaceholder }) => `${link.linkpath} ${isPlaceholder ? "~" : "?"}`),
    ...impossible.map(({ linkpath }) => `${linkpath} !`),
    ...plain.map(({ linkpath }) => `${linkpath} -`),
  ];
}

const conventions = { ...techJournal, placeholders: ["Some day"] };

test.each([
  ["[[Home]], [[#Here]] and ![[Home#a]]", ["Home > Home.md", " > Note.md", "Home > Home.md"]],
  ["[[Nowhere]] and [[Some day]]", ["Nowhere ?", "Some day ~"]],
  ["[[^a]] and [[C:\\x]]", ["C:\\x ?", "^a !"]],
  ["<p>[[Home]]</p>", ["Home -"]],
  ['<div class="linkage-tree">\n<ul><li>[[Home]]</li></ul>\n</div>', ["Home > Home.md"]],
  ['<a href="Home">a</a>', []],
])("%j", (text, expected) => {
  const vault = vaultOf({ "Note.md": text, "Home.md": "" }, conventions);
  expect(told(parseNote("Note.md", text), vault)).toEqual(expected);
});

test("each note and each vault has its own", () => {
  const [note, other] = [parseNote("Note.md", "[[Home]]"), parseNote("Note.md", "[[Away]]")];
  const [vault, empty] = [vaultOf({ "Home.md": "" }), vaultOf({})];
  const asked = [
    [note, vault],
    [note, empty],
    [other, vault],
    [note, vault],
  ] as const;
  expect(asked.map(([of, inVault]) => told(of, inVault))).toEqual([
    ["Home > Home.md"],
    ["Home ?"],
    ["Away ?"],
    ["Home > Home.md"],
  ]);
  expect(linksByTarget(note, vault)).toBe(linksByTarget(note, vault));
});

test("what is kept of a note ends with the next change of the vault", () => {
  const vault = vaultOf({ "Note.md": "[[Home]]" });
  const note = vault.note("Note.md");
  const seen: unknown[] = [];
  const changes = [
    () => vault.addFile("Home.md"),
    () => vault.rename("Home.md", "Away.md"),
    () => vault.rename("Away.md", "b/Home.md"),
    () => vault.setNote(parseNote("a/Home.md", "")),
    () => vault.remove("a/Home.md"),
    () => vault.remove("b/Home.md"),
    () => vault.setCanvas("Home", []),
  ];
  for (const change of changes) {
    change();
    seen.push(note && told(note, vault));
  }
  expect(seen).toEqual([
    ["Home > Home.md"],
    ["Home ?"],
    ["Home > b/Home.md"],
    ["Home > a/Home.md"],
    ["Home > b/Home.md"],
    ["Home ?"],
    ["Home ?"],
  ]);
});

test("a target is a placeholder as soon as a fifth note links to it, from wherever", () => {
  const names = ["a.md", "b.md", "c.md", "d.md"];
  const vault = vaultOf(Object.fromEntries(names.map((name) => [name, "[[Later]] [[./Later]]"])));
  const toldOf = (path: string): readonly string[] => {
    const note = vault.note(path);
    return note === null ? [] : told(note, vault);
  };
  expect(toldOf("a.md")).toEqual(["Later ?", "./Later ?"]);
  vault.setNote(parseNote("e/e.md", "[[Later]] [[./Later]]"));
  expect(toldOf("a.md")).toEqual(["Later ~", "./Later ?"]);
  vault.setNote(parseNote("f.md", "[[./Later]]"));
  expect(toldOf("a.md")).toEqual(["Later ~", "./Later ~"]);
  expect(toldOf("e/e.md")).toEqual(["Later ~", "./Later ?"]);
});

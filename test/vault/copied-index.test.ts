import { techJournal } from "../../src/journal/tech-journal.ts";
import { Linter } from "../../src/lint/linter.ts";
import { parseNote } from "../../src/note/parse-note.ts";
import { allRules } from "../../src/rules/all-rules.ts";
import { finish } from "../../src/text/steps.ts";
import { copiedIndex } from "../../src/vault/copied-index.ts";
import { VaultIndex } from "../../src/vault/vault-index.ts";

const texts = {
  "Home.md":
    "---\ntitle: Welcome\ntags: [ai]\nnote_id: 230718TJ01\n---\n# Sources\n[[a/Twin]] ![[x.png]] [[Nowhere]]",
  "a/Twin.md": "---\ndraft: true\n---\n[[Welcome]] [[Home#Sorces]]",
  "b/Twin.md": "---\nnote_id: 230718TJ01\ntags: [AI]\n---\n[[Twin]]",
};

function vaultOf(): VaultIndex {
  const notes = Object.entries(texts).map(([path, text]) => parseNote(path, text));
  const canvases = new Map([["Board.canvas", [{ kind: "wikilink", linkpath: "b/Twin" } as const]]]);
  return VaultIndex.of(["x.png", "unused.png", "Board.canvas"], notes, techJournal, canvases);
}

function said(vault: VaultIndex): unknown {
  const linter = new Linter(
    allRules,
    techJournal,
    allRules.map(({ id }) => id),
  );
  return {
    files: [...vault.files()].sort(),
    found: [...vault.notes()].map((note) =>
      linter.lint(note, vault).map(({ rule, message, range }) => [rule, message, range]),
    ),
    unused: [...vault.files()].sort().map((path) => linter.lintFile(path, vault).length),
    backlinks: [...vault.files()].sort().map((path) => vault.backlinks(path)),
  };
}

test("a copy says the same, and changing it leaves the other as it was", () => {
  const vault = vaultOf();
  const copy = finish(copiedIndex(vault));
  expect(said(copy)).toEqual(said(vault));
  const before = said(vault);
  copy.setNote(parseNote("Home.md", "[[Else]]"));
  copy.remove("b/Twin.md");
  copy.addFile("Nowhere.md");
  expect(said(vault)).toEqual(before);
  expect(said(copy)).not.toEqual(before);
});

test("what changes while a copy is made is not in it", () => {
  const vault = vaultOf();
  const steps = copiedIndex(vault);
  steps.next();
  vault.setNote(parseNote("Home.md", "[[Else]]"));
  vault.remove("b/Twin.md");
  expect(said(finish(steps))).toEqual(said(vaultOf()));
});

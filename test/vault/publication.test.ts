import { siteKinds } from "../../src/journal/conventions.ts";
import { techJournal } from "../../src/journal/tech-journal.ts";
import { parseNote } from "../../src/note/parse-note.ts";
import { vaultOf } from "./vault-of.ts";

test.each(siteKinds)("a note that comes to the site of %s concerns those that link to it", (site) => {
  const property = { quartz: "draft: false", publish: "publish: true" }[site];
  const unpublished = "---\ndraft: true\n---\n";
  const vault = vaultOf({ "a.md": "[[b]]", "b.md": unpublished, "c.md": "[[d]]" }, { ...techJournal, site });
  expect(vault.isUnpublished("b.md")).toBe(true);
  const affected = vault.setNote(parseNote("b.md", `---\n${property}\n---\n`));
  expect([...affected].sort()).toEqual(["a.md", "b.md"]);
  expect(vault.isUnpublished("b.md")).toBe(false);
});

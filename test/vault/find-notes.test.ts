import { findNotes } from "../../src/vault/find-notes.ts";
import { vaultOf } from "./vault-of.ts";

const vault = vaultOf({
  "a.md": "---\ntitle: The Clock\nnote_id: 230718TJ01\n---\n",
  "b.md": "---\ntitle: a\n---\n",
  "c.md": "---\ntitle: the  clock\n---\n",
  "d.md": "---\ntitle: The clock\n---\n",
});

test.each([
  ["230718TJ01", ["a.md"]],
  ["230718tj01", ["a.md"]],
  ["the clock", ["a.md", "d.md"]],
  ["a", ["a.md"]],
  ["none", []],
  ["", []],
])("%s means %j", (wanted, paths) => {
  expect(findNotes(wanted, vault)).toEqual(paths);
});

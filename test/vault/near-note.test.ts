import { insteadOfFile, insteadOfNote } from "../../src/vault/near-note.ts";
import { vaultOf } from "./vault-of.ts";

const vault = vaultOf({
  "deep/copper wires.md": "---\ntitle: The Copper Ledger\n---\n",
  "plan.canvas": "{}",
});

const all = "expected a path, a name, a note id or a title";

test.each([
  ["coper wires", 'perhaps "copper wires"'],
  ["elsewhere/Copper-Wires", 'perhaps "copper wires"'],
  ["the coper ledger", 'perhaps "The Copper Ledger"'],
  ["copper", 'perhaps "copper wires"'],
  ["Coper wires.md", 'perhaps "copper wires"'],
  ["plan", all],
  ["silver", all],
  ["zz", all],
])("instead of %s: %s", (wanted, told) => {
  expect(insteadOfNote(wanted, vault)).toBe(told);
});

test.each([
  ["coper wires.md", 'perhaps "copper wires"'],
  ["plan", 'perhaps "plan.canvas"'],
  ["plam.canvas", 'perhaps "plan.canvas"'],
  ["silver", all],
])("of files, instead of %s: %s", (wanted, told) => {
  expect(insteadOfFile(wanted, vault)).toBe(told);
});

/** @jest-environment jsdom */
import "../app.ts";
import { parseNote } from "../../../src/note/parse-note.ts";
import { LinkNames } from "../../../src/obsidian/completions/link-names.ts";
import type { VaultIndex } from "../../../src/vault/vault-index.ts";
import { vaultOf } from "../../vault/vault-of.ts";

/** A vault that tells what changes in it, and the names of its notes. */
function namesIn(index: VaultIndex): { names: LinkNames; tell: (affected: ReadonlySet<string>) => void } {
  const listeners = new Set<(affected: ReadonlySet<string>) => void>();
  const names = new LinkNames({
    index,
    onChange: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  });
  names.load();
  return {
    names,
    tell: (affected) => {
      for (const listener of listeners) listener(affected);
    },
  };
}

async function found(names: LinkNames, query: string): Promise<readonly string[]> {
  return (await names.find(query, 10)).map(({ path, name }) => `${path}: ${name}`);
}

const files = {
  "J/tide-tables.md": "---\ntitle: When the tide comes\naliases: [Almanac]\n---\n",
  "tide.md": "",
  "low tide.md": "",
  "no#link tide.md": "",
};

test.each([
  [
    "by name, those that begin so first",
    "tid",
    ["tide.md: tide", "J/tide-tables.md: tide-tables", "low tide.md: low tide"],
  ],
  ["by title", "the ti", ["J/tide-tables.md: When the tide comes"]],
  ["by alias", "alm", ["J/tide-tables.md: Almanac"]],
  ["by words here and there", "comes tide", ["J/tide-tables.md: tide-tables"]],
  ["none", "x", []],
])("notes are found %s", async (_, query, expected) => {
  const { names } = namesIn(vaultOf(files));
  expect(await found(names, query)).toEqual(expected);
  names.unload();
});

test("what has changed since is found too, and what has gone is not", async () => {
  const index = vaultOf(files);
  const { names, tell } = namesIn(index);
  expect(await found(names, "low")).toEqual(["low tide.md: low tide"]);
  tell(index.setNote(parseNote("low.md", "---\ntitle: Lowlands\n---\n")));
  expect(await found(names, "lowl")).toEqual(["low.md: Lowlands"]);
  tell(index.setNote(parseNote("low.md", "")));
  expect(await found(names, "lowl")).toEqual([]);
  tell(new Set(["low tide.md", ...index.remove("low tide.md")]));
  expect(await found(names, "low")).toEqual(["low.md: low"]);
  names.unload();
});

test("after very many changes all are gathered anew", async () => {
  const index = vaultOf(files);
  const { names, tell } = namesIn(index);
  await names.find("a", 1);
  for (let at = 0; at < 600; at++) tell(index.setNote(parseNote(`new/tidal ${String(at)}.md`, "")));
  expect(await found(names, "tidal 599")).toEqual(["new/tidal 599.md: tidal 599"]);
  expect(await found(names, "alm")).toEqual(["J/tide-tables.md: Almanac"]);
  names.unload();
});

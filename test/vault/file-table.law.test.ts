import { fc, test } from "@fast-check/jest";
import { FileTable } from "../../src/vault/file-table.ts";
import { nameKey } from "../../src/vault/names.ts";

/** Folders of a few names, some of which differ in letter case or in how a letter is composed alone. */
const folder = fc
  .array(fc.constantFrom("a", "A", "b", "é", "e\u0301"), { maxLength: 4 })
  .map((names) => names.map((name) => `${name}/`).join(""));

/** Few files of a name, and as many as are no longer looked through one by one. */
const folders = fc.oneof(
  fc.uniqueArray(folder, { minLength: 1, maxLength: 4 }),
  fc.uniqueArray(folder, { minLength: 18, maxLength: 30 }),
);

test.prop([folders, fc.nat(), fc.boolean(), fc.boolean()])(
  "however many files of a name there are, those are found that a look at each finds",
  (all, at, isWhole, isFromRoot) => {
    const paths = all.map((each) => `${each}Note.md`);
    const gone = paths[at % paths.length] ?? "";
    const said = isWhole ? gone : gone.slice(gone.indexOf("/") + 1);
    const table = new FileTable();
    for (const path of paths) table.add(path);
    expect(matched(table, said, isFromRoot)).toEqual(lookedAt(paths, said, isFromRoot));
    table.remove(gone);
    const left = paths.filter((path) => path !== gone);
    expect(matched(table, said, isFromRoot)).toEqual(lookedAt(left, said, isFromRoot));
  },
);

test.prop([folders, folder, fc.boolean()])(
  "however many files match, those below a folder are found that a look at each finds, in the same order",
  (all, below, isGone) => {
    const table = new FileTable();
    for (const each of all) table.add(`${each}Note.md`);
    const looked = below.slice(0, -1);
    if (isGone) {
      table.matchBelow("note", looked);
      table.remove(`${all[0] ?? ""}Note.md`);
    }
    const expected = looked === "" ? [] : table.match("note").filter((path) => path.startsWith(`${looked}/`));
    expect(table.matchBelow("note", looked)).toEqual(expected);
  },
);

function matched(table: FileTable, path: string, isFromRoot: boolean): ReadonlySet<string> {
  return new Set(table.match((isFromRoot ? "/" : "") + nameKey(path).slice(0, -".md".length)));
}

function lookedAt(paths: readonly string[], path: string, isFromRoot: boolean): ReadonlySet<string> {
  const exact = paths.filter((each) => nameKey(each) === nameKey(path));
  if (exact.length > 0 || isFromRoot) return new Set(exact);
  return new Set(paths.filter((each) => nameKey(each).endsWith(`/${nameKey(path)}`)));
}

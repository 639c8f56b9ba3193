import { fc, test } from "@fast-check/jest";
import { FileTable } from "../../src/vault/file-table.ts";
import { targetKey, targetsOfFile } from "../../src/vault/names.ts";

const name = fc.constantFrom("a", "A", "b", "a.md", "é", "e\u0301", "a b", "a\u00A0b", "a.png", ".md");
const file = fc
  .tuple(fc.array(name, { maxLength: 3 }), name, fc.constantFrom(".md", ".MD", ".md.md", ".png", ""))
  .map(([folders, last, extension]) => [...folders, last + extension].join("/"));
const linkpath = fc
  .tuple(fc.constantFrom("", "/", "./", "../", "a/"), file, fc.nat(4))
  .map(([start, path, cut]) => start + path.slice(0, path.length - cut));

test.prop([fc.array(file, { maxLength: 12 }), fc.array(fc.tuple(linkpath, file), { maxLength: 12 })])(
  "every target that a file matches is among those of the file",
  (paths, links) => {
    const files = new FileTable();
    for (const path of paths) files.add(path);
    const missed = links.flatMap(([linkpath, from]) => {
      const key = targetKey(linkpath, from) ?? "";
      return files.match(key).filter((path) => !targetsOfFile(path).includes(key));
    });
    expect(missed).toEqual([]);
  },
);

test("the targets of a file", () => {
  expect(targetsOfFile("A/B c.md")).toEqual(["b c", "b c.md", "a/b c", "a/b c.md", "/a/b c", "/a/b c.md"]);
  expect(targetsOfFile("x.png")).toEqual(["x.png", "/x.png"]);
});

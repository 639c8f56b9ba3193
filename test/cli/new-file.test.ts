import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileToBe } from "../../src/cli/new-file.mts";
import { folderOf } from "./command-line.ts";

test("a file that has come meanwhile stays", () => {
  const path = join(folderOf({ "a/": "" }), "linkage.yaml");
  const file = fileToBe(path, "linkage.yaml", true);
  writeFileSync(path, "theirs");
  expect(() => {
    file.write("ours");
  }).toThrow('"linkage.yaml" is there already');
  expect(readFileSync(path, "utf8")).toBe("theirs");
});

test("a file that was changed meanwhile stays, and nothing is left beside it", () => {
  const folder = folderOf({ "linkage.yaml": "before" });
  const path = join(folder, "linkage.yaml");
  const file = fileToBe(path, "linkage.yaml", true);
  writeFileSync(path, "theirs");
  expect(() => {
    file.write("ours");
  }).toThrow("was changed while the notes were read");
  expect(readFileSync(path, "utf8")).toBe("theirs");
  expect(readdirSync(folder)).toEqual(["linkage.yaml"]);
});

test("a file in a folder that is not there", () => {
  const path = join(folderOf({ "a/": "" }), "b", "linkage.yaml");
  expect(() => {
    fileToBe(path, "linkage.yaml", false).write("");
  }).toThrow('"linkage.yaml" cannot be written: no such file or directory');
});

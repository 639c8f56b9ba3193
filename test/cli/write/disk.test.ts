import { statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { realDisk } from "../../../src/cli/write/disk.mts";
import { folderOf } from "../command-line.ts";

test("a folder is made with those around it, and left if it is there", () => {
  const path = join(folderOf({}), "a", "b", "c");
  realDisk.makeFolder(path, 0o700);
  realDisk.makeFolder(path, 0o700);
  expect(statSync(path).isDirectory()).toBe(true);
});

test("a folder that cannot be made is refused, and not tried for ever", () => {
  const file = join(folderOf({}), "file");
  writeFileSync(file, "");
  // Of the last Linux says that it is not there, though it is.
  for (const place of [file, "/dev/null", "/proc"])
    expect(() => {
      realDisk.makeFolder(join(place, "linkage", "caches"), 0o700);
    }).toThrow();
});

import { fileMetadata } from "./file-metadata.ts";
import { resolveSubpath } from "./subpath.ts";

const cache = fileMetadata("# One\n\n## Two: *and* more\n\ntext ^id1\n\n# Three\n\n## Two\n");

test.each([
  ["#One", 0],
  ["#one", 0],
  ["#Two and more", 2],
  ["#One#Two: *and* more", 2],
  ["#Three#Two", 8],
  ["#Three#One", null],
  ["#Nowhere", null],
  ["#^id1", 4],
  ["#^ID1", 4],
  ["#^id2", null],
])("%s is on line %p", (subpath, line) => {
  expect(resolveSubpath(cache, subpath)?.start.line ?? null).toBe(line);
});

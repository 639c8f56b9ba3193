import { LinkResolver } from "./resolve.ts";

const paths = [
  "Home.md",
  "a/Note.md",
  "b/Note.md",
  "b/c/Note.md",
  "b/pic.png",
  "x/Note.1.md",
  "x/Café.md",
  "README",
];

const resolver = new LinkResolver();
for (const path of paths) resolver.add(path);

test.each([
  ["a unique name", "Home", "b/x.md", "Home.md"],
  ["another letter case", "hOME", "b/x.md", "Home.md"],
  ["another form of the same letter", "Cafe\u0301", "b/x.md", "x/Café.md"],
  ["a no-break space is a blank", "Home\u00a0", "b/x.md", "Home.md"],
  ["the note itself", "", "b/x.md", "b/x.md"],
  ["an extension", "pic.png", "a/x.md", "b/pic.png"],
  ["an attachment without its extension", "pic", "a/x.md", null],
  ["a dot in the name", "Note.1", "a/x.md", "x/Note.1.md"],
  ["a file without extension", "README", "a/x.md", null],
  ["a path", "b/c/Note", "a/x.md", "b/c/Note.md"],
  ["the end of a path", "c/Note", "a/x.md", "b/c/Note.md"],
  ["not half a folder's name", "Xc/Note", "a/x.md", null],
  ["a wrong folder", "wrong/Home", "a/x.md", null],
  ["from the root", "/a/Note", "b/x.md", "a/Note.md"],
  ["from the root, not there", "/Note", "b/x.md", null],
  ["relative", "./Note", "a/x.md", "a/Note.md"],
  ["relative, up", "../a/Note", "b/x.md", "a/Note.md"],
  ["relative, not there", "./Home", "a/x.md", null],
  ["above the root", "../../Home", "a/x.md", null],
  ["several: the nearest first", "Note", "b/c/x.md", "b/c/Note.md"],
  ["several: the shorter path", "Note", "z.md", "a/Note.md"],
  ["backslashes", "b\\c\\Note", "a/x.md", "b/c/Note.md"],
  ["a slash at the end", "Home/", "a/x.md", null],
])("%s: %j from %s", (_, linkpath, from, expected) => {
  expect(resolver.resolve(linkpath, from)).toBe(expected);
});

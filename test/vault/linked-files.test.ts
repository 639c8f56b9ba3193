import { vaultOf } from "./vault-of.ts";

const three = { "1.md": "[[one]]", "2.md": "[[one]]", "3.md": "[[one]]" };
const hub = Object.fromEntries(Array.from({ length: 500 }, (_, at) => [`${String(at)}.md`, "[[one]]"]));

test.each<readonly [string, Readonly<Record<string, string>>, string, readonly string[]]>([
  ["all links by a name leave the only file of it", { ...three, "a/one.md": "" }, "one.md", ["a/one.md"]],
  [
    "a repair that links by a name must say the path",
    { "a.md": "[[two words]]", "b/one.md": "---\ntitle: Two-words\n---\n" },
    "one.md",
    ["a.md"],
  ],
  [
    "a note that links by path, whose block names the file",
    { "a.md": "[[b/one]]", "b/one.md": "" },
    "one.md",
    ["a.md"],
  ],
  ["nobody where another name is near", { ...hub, "one.md": "" }, "once.md", []],
])("whom a file affects that comes or goes: %s", (_, files, path, concerned) => {
  const vault = vaultOf(files);
  expect([...vault.addFile(path)]).toEqual(expect.arrayContaining([...concerned]));
  const left = [...vault.remove(path)];
  expect(left).toEqual(expect.arrayContaining([...concerned]));
  if (concerned.length === 0) expect(left).toEqual([]);
});

import { MemoryAdapter } from "./adapter.ts";
import type { TAbstractFile } from "./files.ts";
import { Vault } from "./vault.ts";

/** A vault with these files, and all that it tells from now on: `create a.md`, `rename b.md from a.md`. */
function vaultWith(...paths: readonly string[]): { readonly vault: Vault; readonly told: string[] } {
  const given = paths.map((path) => ({ path, text: `text of ${path}`, ctime: 1, mtime: 2 }));
  const vault = new Vault(new MemoryAdapter("test", given));
  vault.loadFiles();
  const told: string[] = [];
  for (const name of ["create", "modify", "delete"])
    vault.on(name, ({ path }: TAbstractFile) => told.push(`${name} ${path}`));
  vault.on("rename", ({ path }: TAbstractFile, old: string) => told.push(`rename ${path} from ${old}`));
  return { vault, told };
}

function fileAt(vault: Vault, path: string): TAbstractFile {
  const file = vault.getAbstractFileByPath(path);
  if (!file) throw new RangeError(path);
  return file;
}

test("hidden files are the adapter's, not the vault's (obsidian.md A17)", async () => {
  const { vault } = vaultWith("a.md", ".obsidian/app.json", "b/.hidden/c.md");
  expect(vault.getFiles().map(({ path }) => path)).toEqual(["a.md"]);
  expect(await vault.adapter.read(".obsidian/app.json")).toContain("text of");
});

test("a renamed folder is told of before the files in it, which keep their objects", async () => {
  const { vault, told } = vaultWith("a/b/c.md", "d.md");
  const file = fileAt(vault, "a/b/c.md");
  await vault.rename(fileAt(vault, "a"), "z");
  expect(told).toEqual(["rename z from a", "rename z/b from a/b", "rename z/b/c.md from a/b/c.md"]);
  expect(vault.getFileByPath("z/b/c.md")).toBe(file);
  expect(vault.getAbstractFileByPath("a/b/c.md")).toBeNull();
  expect(await vault.adapter.exists("z/b/c.md")).toBe(true);
});

test("a deleted folder is told of after the files in it", async () => {
  const { vault, told } = vaultWith("a/b.md");
  await vault.delete(fileAt(vault, "a"), true);
  expect(told).toEqual(["delete a/b.md", "delete a"]);
  expect(vault.getAllLoadedFiles().map(({ path }) => path)).toEqual(["/"]);
});

test("processing reads and writes with nothing in between", async () => {
  const { vault, told } = vaultWith("a.md");
  const file = vault.getFileByPath("a.md");
  if (!file) throw new RangeError("a.md");
  const add = (text: string): Promise<string> => vault.process(file, (data) => data + text);
  await Promise.all([add("1"), add("2"), add("3")]);
  expect(await vault.read(file)).toBe("text of a.md123");
  expect(told).toEqual(["modify a.md", "modify a.md", "modify a.md"]);
  expect(file.stat).toMatchObject({ ctime: 1, size: 15 });
});

test.each([
  ["a file that is there", (vault: Vault) => vault.create("a.md", ""), "File already exists."],
  ["a file in no folder", (vault: Vault) => vault.create("no/b.md", ""), "ENOENT"],
  ["a rename onto another", (vault: Vault) => vault.rename(fileAt(vault, "a.md"), "b.md"), "already exists"],
  ["a folder that is there", (vault: Vault) => vault.createFolder("c"), "Folder already exists."],
])("refuses %s", async (_, act, message) => {
  const { vault, told } = vaultWith("a.md", "b.md", "c/d.md");
  await expect(act(vault)).rejects.toThrow(message);
  expect(told).toEqual([]);
});

test("a byte order mark is left out when text is read, and stays in the bytes", async () => {
  const vault = new Vault(new MemoryAdapter("test", [{ path: "a.md", text: "\ufeffx", ctime: 1, mtime: 1 }]));
  expect(await vault.adapter.read("a.md")).toBe("x");
  expect((await vault.adapter.readBinary("a.md")).byteLength).toBe(4);
});

/** @jest-environment jsdom */
import { basename, join } from "node:path";
import type { CliData } from "obsidian";
import { Plugin } from "obsidian-test-mocks/obsidian";
import LinkagePlugin from "../../../src/main.ts";
import { folderOf, linkage } from "../../cli/command-line.ts";
import { appOf, original } from "../app.ts";
import { filesIn } from "../files-in.ts";
import { manifest } from "../manifest.ts";

afterEach(() => {
  jest.restoreAllMocks();
});

const plugins: Plugin[] = [];

afterAll(() => {
  for (const plugin of plugins) plugin.unload();
});

function enable(files: Readonly<Record<string, string>>, vaultName = "vault"): Plugin {
  const app = appOf(files);
  original(app).vault.getName = () => vaultName;
  const plugin = new LinkagePlugin(original(app), manifest);
  app.workspace.setLayoutReady__();
  plugin.load();
  plugins.push(Plugin.fromOriginalType2__(plugin));
  return Plugin.fromOriginalType2__(plugin);
}

async function run(plugin: Plugin, id: string, params: CliData = {}): Promise<string> {
  const handler = plugin.cliHandlers__.get(id);
  if (!handler) throw new RangeError(`There is no command "${id}"`);
  return handler(params);
}

/** The plugin in the vault of a folder, the same for all commands that only read. */
const pluginOf = keptFor((folder: string) => enable(filesIn(folder), basename(folder)));

function keptFor<T>(make: (key: string) => T): (key: string) => T {
  const kept = new Map<string, T>();
  return (key) => {
    const value = kept.get(key) ?? make(key);
    kept.set(key, value);
    return value;
  };
}

const sample = join(process.cwd(), "test/vaults/journal");
const note = "Notes/Tech_Journal/2026/the clock radio runs zephyr.md";
const odd = {
  "linkage.yaml": "rulez: {}\nignore: [Templates/]\nrules:\n  unresolved-link: info\n  duplicate-tag: off\n",
  "Templates/t.md": "[[gone]]",
  "a/x.md": "---\r\ntags: [2023, a, A]\r\n---\r\n[[gone]]\r\n",
  "a.md": "[[gone]] [[home-port]]",
  "a b.md": "",
  "Home Port.md": "see [[a]] \u001b[31m",
};

describe.each([
  ["the sample vault", sample],
  ["odd files", folderOf(odd)],
])("prints of %s what the terminal prints", (_, folder) => {
  test.each([
    ["lint", {}, []],
    ["lint", { format: "json" }, ["--format", "json"]],
    ["lint", { format: "markdown" }, ["--format", "markdown"]],
    ["lint", { format: "json", suggestions: "true" }, ["--format", "json", "--suggestions"]],
    ["lint", { group: "note", severity: "warning" }, ["--group", "note", "--severity", "warning"]],
    ["lint", { rule: "unresolved-link" }, ["--rule", "unresolved-link"]],
    [
      "lint",
      { rule: "duplicate-tag, malformed-tag" },
      ["--rule", "duplicate-tag", "--rule", "malformed-tag"],
    ],
    ["facts", {}, []],
  ] satisfies [string, CliData, string[]][])("%s %j", async (command, params, args) => {
    const { out, err } = await linkage([command, ...args], { cwd: folder });
    expect(out.length).toBeGreaterThan(50);
    expect(await run(pluginOf(folder), `linkage:${command}`, params)).toBe(
      out + (command === "facts" ? "" : err),
    );
  });
});

describe("prints of the sample vault what the terminal prints", () => {
  test.each([
    ["a note", note],
    ["a folder", "Notes/Tech_Journal/2026"],
    ["a folder", "Notes/Tech_Journal/2026/"],
    ["a folder", "./Notes"],
    ["a glob", "Notes/*/2024/**"],
    ["everything", "."],
    ["what is not there", "Nowhere.md"],
    ["a glob without a note", "Nowhere/*.md"],
  ])("lint of %s: %s", async (_, path) => {
    const { out, err } = await linkage(["lint", "--vault", ".", path], { cwd: sample });
    expect(await run(pluginOf(sample), "linkage:lint", { path })).toBe(out + err);
  });

  test.each([
    [{ note: "the clock radio runs zephyr" }, ["the clock radio runs zephyr"]],
    [{ note, depth: "1" }, [note, "--depth", "1"]],
    [{ note, format: "json", depth: "1" }, [note, "--format", "json", "--depth", "1"]],
    [{ note, groups: "links, tags" }, [note, "--groups", "links, tags"]],
    [{ note: "nobody" }, ["nobody"]],
    [{ note: "reading list" }, ["reading list"]],
  ] satisfies [CliData, string[]][])("tree %j", async (params, args) => {
    const { out, err } = await linkage(["tree", ...args], { cwd: sample });
    expect(await run(pluginOf(sample), "linkage:tree", params)).toBe(out + err);
  });
});

test.each([
  [
    "linkage:lint",
    { rule: "nope" },
    'linkage: No rule is called "nope", Linkage\'s settings list all under Rules\n',
  ],
  ["linkage:lint", { format: "xml" }, 'linkage: format is "xml", expected text, json or markdown\n'],
  ["linkage:tree", {}, "linkage: note is missing, expected a path, a name, a note id or a title\n"],
  ["linkage:tree", { note: "a", depth: "x" }, 'linkage: depth is "x", expected a whole number\n'],
])("%s %j cannot run, and says why", async (id, params: CliData, said) => {
  expect(await run(enable({ "a.md": "" }), id, params)).toBe(said);
});

test("a command that another plugin has stays that plugin's, and the others are there", () => {
  const warned = jest.spyOn(console, "warn").mockReturnValue();
  jest.spyOn(Plugin.prototype, "registerCliHandler").mockImplementation(function (
    this: Plugin,
    id,
    _description,
    _flags,
    handler,
  ) {
    if (id === "linkage:tree") throw new Error("Already registered");
    this.cliHandlers__.set(id, handler);
  });
  expect([...enable({}).cliHandlers__.keys()]).toEqual(["linkage:lint", "linkage:facts"]);
  expect(warned).toHaveBeenCalledTimes(1);
});

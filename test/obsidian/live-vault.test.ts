/** @jest-environment jsdom */
import { vaultOf } from "../vault/vault-of.ts";
import { Linter } from "../../src/lint/linter.ts";
import { allRules } from "../../src/rules/all-rules.ts";
import type { LiveVault } from "../../src/obsidian/live-vault.ts";
import {
  appOf,
  canvasOf,
  connectedAppOf,
  fileAt,
  liveVaultOf,
  nextChange,
  original,
  problemsOf,
} from "./app.ts";

/** What an index built at once from these files says. */
function expected(files: Readonly<Record<string, string>>): readonly string[] {
  const index = vaultOf(files);
  const linter = new Linter(allRules, index.conventions);
  return [...index.notes()]
    .sort((a, b) => (a.path < b.path ? -1 : 1))
    .flatMap((note) => linter.lint(note, index))
    .map(
      ({ path, rule, range, message }) =>
        `${path} ${rule} ${String(range.from)}–${String(range.to)} ${message}`,
    );
}

function rulesAt(vault: LiveVault, path: string): readonly string[] {
  return vault.diagnostics(path).map(({ rule }) => rule);
}

const files = {
  "a.md": "[[b]] [[gone]]",
  "b.md": "---\ntags: [2023]\n---\n[[c]]",
  "in/c.md": "[[a]] [[in/d]] ![[pic.png]]",
  "in/deep/d.md": "[[a#None]]",
  "in/pic.png": "",
};

test("before the layout is ready nothing is read", async () => {
  const app = appOf(files);
  const vault = await liveVaultOf(app);
  expect([...vault.linted()].sort()).toEqual(["a.md", "b.md", "in/c.md", "in/deep/d.md"]);
  expect(problemsOf(vault)).toEqual(expected(files));
  expect(problemsOf(vault)).not.toEqual([]);
});

test.each([
  ["a note", "a.md", ["unresolved-link"]],
  ["a note that cannot be read", "large.md", ["unreadable-file"]],
  ["a file that is no note", "in/pic.png", []],
])("the active file has been linted when the first reading is done: %s", async (_, path, rules) => {
  const app = appOf({ ...files, "large.md": "" });
  Object.assign(fileAt(app, "large.md").stat, { size: 3_000_000 });
  jest.spyOn(app.workspace, "getActiveFile").mockReturnValue(fileAt(app, path));
  const [lint, lintFile] = [jest.spyOn(Linter.prototype, "lint"), jest.spyOn(Linter.prototype, "lintFile")];
  const lints = (): number => lint.mock.calls.length + lintFile.mock.calls.length;
  const vault = await liveVaultOf(app);
  const before = lints();
  expect(rulesAt(vault, path)).toEqual(rules);
  expect(lints()).toBe(before);
  expect(rulesAt(vault, "in/deep/d.md")).toEqual(["unresolved-subpath"]);
  expect(lints()).toBe(before + 1);
  jest.restoreAllMocks();
});

test("the active note is linted in turns with others where that takes long", async () => {
  const app = appOf({ "a.md": "[[gone]]" });
  jest.spyOn(app.workspace, "getActiveFile").mockReturnValue(fileAt(app, "a.md"));
  const steps = jest.spyOn(Linter.prototype, "lintInSteps");
  // So long takes whatever happens between two looks at the clock.
  let now = 0;
  jest.spyOn(performance, "now").mockImplementation(() => (now += 5));
  let turns = 0;
  const timer = setInterval(() => (turns += steps.mock.calls.length), 0);
  const vault = await liveVaultOf(app);
  clearInterval(timer);
  jest.restoreAllMocks();
  expect(turns).toBeGreaterThan(10);
  expect(problemsOf(vault)).toEqual(expected({ "a.md": "[[gone]]" }));
});

describe("follows", () => {
  test.each([
    [
      "a note that is made",
      async (app) => {
        await app.vault.create("gone.md", "");
      },
      { ...files, "gone.md": "" },
    ],
    [
      "a note that is changed",
      (app) => app.vault.modify(fileAt(app, "a.md"), "[[Nowhere]]"),
      { ...files, "a.md": "[[Nowhere]]" },
    ],
    [
      "a note that is deleted",
      (app) => app.fileManager.trashFile(fileAt(app, "b.md")),
      without(files, "b.md"),
    ],
    [
      "another file that is deleted",
      (app) => app.fileManager.trashFile(fileAt(app, "in/pic.png")),
      without(files, "in/pic.png"),
    ],
    [
      "a note that is renamed",
      (app) => app.vault.rename(fileAt(app, "b.md"), "gone.md"),
      { ...without(files, "b.md"), "gone.md": files["b.md"] },
    ],
    [
      "a folder that is renamed",
      (app) => app.vault.rename(folderAt(app, "in"), "gone"),
      {
        "a.md": files["a.md"],
        "b.md": files["b.md"],
        "gone/c.md": files["in/c.md"],
        "gone/deep/d.md": files["in/deep/d.md"],
        "gone/pic.png": "",
      },
    ],
    [
      "all at once",
      async (app) => {
        await app.vault.create("new.md", "[[gone]]");
        await app.vault.modify(fileAt(app, "a.md"), "[[new]] [[b]]");
        await app.vault.rename(fileAt(app, "b.md"), "in/b2.md");
        await app.fileManager.trashFile(fileAt(app, "in/c.md"));
        await app.vault.modify(fileAt(app, "new.md"), "[[b2]]");
      },
      {
        ...without(without(files, "b.md"), "in/c.md"),
        "a.md": "[[new]] [[b]]",
        "new.md": "[[b2]]",
        "in/b2.md": files["b.md"],
      },
    ],
  ] satisfies [string, (app: ReturnType<typeof appOf>) => Promise<void>, Readonly<Record<string, string>>][])(
    "%s",
    async (_, change, after) => {
      const app = appOf(files);
      const vault = await liveVaultOf(app);
      problemsOf(vault);
      const told = nextChange(vault);
      await change(app);
      await told;
      expect(problemsOf(vault)).toEqual(expected(after));
      expect([...vault.index.files()].sort()).toEqual(Object.keys(after).sort());
    },
  );

  test("a folder that is deleted, told of by the folder alone", async () => {
    const app = appOf(files);
    const vault = await liveVaultOf(app);
    const told = nextChange(vault);
    for (const path of ["in/c.md", "in/deep/d.md", "in/pic.png"]) app.vault.deleteVaultAbstractFile__(path);
    await app.fileManager.trashFile(folderAt(app, "in"));
    expect([...(await told)]).toEqual(
      expect.arrayContaining(["a.md", "b.md", "in/c.md", "in/deep/d.md"].slice(1)),
    );
    expect([...vault.linted()].sort()).toEqual(["a.md", "b.md"]);
  });
});

test("500 files that change at once are one change", async () => {
  const many = Object.fromEntries(Array.from({ length: 500 }, (_, i) => [`n${String(i)}.md`, "[[gone]]"]));
  const app = connectedAppOf({ "a.md": "[[n1]]", ...many });
  const vault = await liveVaultOf(app);
  const told: number[] = [];
  vault.onChange(({ size }) => told.push(size));
  const change = nextChange(vault);
  for (const path of Object.keys(many)) await app.vault.modify(fileAt(app, path), "fine");
  await change;
  await new Promise((resolve) => setTimeout(resolve, 300));
  expect(told).toEqual([500]);
  expect(problemsOf(vault)).toEqual([]);
});

test("only what a change affects is linted again", async () => {
  const app = appOf(files);
  const vault = await liveVaultOf(app);
  const before = vault.diagnostics("b.md");
  const told = nextChange(vault);
  await app.vault.modify(fileAt(app, "a.md"), "[[b]]");
  expect([...(await told)]).toEqual(["a.md"]);
  expect(vault.diagnostics("b.md")).toBe(before);
});

describe("unsaved text", () => {
  test("counts at once, also for other notes", async () => {
    const vault = await liveVaultOf(appOf({ "a.md": "# One", "b.md": "[[a#One]]" }));
    expect(rulesAt(vault, "b.md")).toEqual([]);
    const told = nextChange(vault);
    vault.setText("a.md", "# Two [[gone]]");
    expect([...(await told)].sort()).toEqual(["a.md", "b.md"]);
    expect(rulesAt(vault, "a.md")).toEqual(["unresolved-link"]);
    expect(rulesAt(vault, "b.md")).toEqual(["unresolved-subpath"]);
  });

  test("holds when it is saved with other line ends, and yields to what another writes", async () => {
    const app = connectedAppOf({ "a.md": "", "b.md": "" });
    const vault = await liveVaultOf(app);
    vault.setText("a.md", "one\n[[gone]]");
    const range = vault.diagnostics("a.md")[0]?.range;
    expect(range).toEqual({ from: 4, to: 12 });
    let told = nextChange(vault);
    await app.vault.modify(fileAt(app, "a.md"), "one\r\n[[gone]]");
    await app.vault.modify(fileAt(app, "b.md"), "[[gone]]");
    expect([...(await told)]).toEqual(["b.md"]);
    expect(vault.diagnostics("a.md")[0]?.range).toEqual(range);
    told = nextChange(vault);
    await app.vault.modify(fileAt(app, "a.md"), "another\r\n[[gone]]");
    await told;
    expect(vault.diagnostics("a.md")[0]?.range).toEqual({ from: 9, to: 17 });
  });

  test("counts when what was read of it is taken up, unless the note has gone by then", async () => {
    const app = connectedAppOf({ "a.md": "", "b.md": "" });
    const vault = await liveVaultOf(app);
    const [takeUp, tooLate] = [vault.readText("a.md", "[[gone]]"), vault.readText("b.md", "[[gone]]")];
    expect(vault.editedText("a.md")).toBeNull();
    expect(rulesAt(vault, "a.md")).toEqual([]);
    const told = nextChange(vault);
    await app.fileManager.trashFile(fileAt(app, "b.md"));
    await told;
    takeUp();
    tooLate();
    expect(vault.editedText("a.md")).toBe("[[gone]]");
    expect(rulesAt(vault, "a.md")).toEqual(["unresolved-link"]);
    expect([...vault.linted()]).toEqual(["a.md"]);
  });

  test("of a file that is no note of the vault is not taken up", async () => {
    const vault = await liveVaultOf(appOf({ "a.md": "" }));
    vault.setText("elsewhere.md", "[[gone]]");
    expect([...vault.linted()]).toEqual(["a.md"]);
  });
});

describe("linkage.yaml", () => {
  const config = "rules:\n  unresolved-link: off\n";

  test("holds from the beginning", async () => {
    const vault = await liveVaultOf(connectedAppOf({ "a.md": "[[gone]]", "linkage.yaml": config }));
    expect(problemsOf(vault)).toEqual([]);
    expect(vault.configMistakes()).toEqual([]);
  });

  test("a change applies, and so does its removal", async () => {
    const app = connectedAppOf({ "a.md": "[[gone]]" });
    const vault = await liveVaultOf(app);
    let told = nextChange(vault);
    await app.vault.create("linkage.yaml", config);
    expect([...(await told)].sort()).toEqual(["a.md", "linkage.yaml"]);
    expect(rulesAt(vault, "a.md")).toEqual([]);
    told = nextChange(vault);
    await app.vault.modify(fileAt(app, "linkage.yaml"), "rules:\n  unresolved-link: error\n");
    await told;
    expect(vault.diagnostics("a.md").map(({ severity }) => severity)).toEqual(["error"]);
    told = nextChange(vault);
    await app.fileManager.trashFile(fileAt(app, "linkage.yaml"));
    await told;
    expect(vault.diagnostics("a.md").map(({ severity }) => severity)).toEqual(["warning"]);
  });

  test("files that a rule spoke of have nothing said of them when it is off", async () => {
    const app = appOf({
      "a.md": "",
      "pic.png": "",
      "linkage.yaml": "rules:\n  unused-attachment: warning\n",
    });
    const vault = await liveVaultOf(app);
    await vault.found.look();
    expect(vault.found.table.of("pic.png")).toHaveLength(1);
    const told = nextChange(vault);
    await app.vault.modify(fileAt(app, "linkage.yaml"), "rules:\n  unused-attachment: off\n");
    expect([...(await told)].sort()).toEqual(["a.md", "linkage.yaml", "pic.png"]);
    await vault.found.look();
    expect(vault.found.table.of("pic.png")).toEqual([]);
  });

  test("what it says of no file is a hint, until there is one", async () => {
    const app = connectedAppOf({ "a.md": "", "linkage.yaml": "ignore: [b*]\n" });
    const vault = await liveVaultOf(app);
    const hint = { rule: "invalid-config", severity: "info", range: { from: 9, to: 11 } };
    expect(vault.configMistakes()).toMatchObject([hint]);
    let told = nextChange(vault);
    await app.vault.create("b.txt", "");
    expect([...(await told)]).toContain("linkage.yaml");
    expect(vault.configMistakes()).toEqual([]);
    told = nextChange(vault);
    await app.fileManager.trashFile(fileAt(app, "b.txt"));
    expect([...(await told)]).toContain("linkage.yaml");
    expect(vault.configMistakes()).toMatchObject([hint]);
  });

  test("a change that the app does not tell of applies when the user comes back", async () => {
    const app = connectedAppOf({ "a.md": "[[gone]]" });
    const vault = await liveVaultOf(app);
    const told = nextChange(vault);
    await original(app).vault.adapter.write("linkage.yaml", config);
    window.dispatchEvent(new Event("focus"));
    await told;
    expect(problemsOf(vault)).toEqual([]);
  });

  test("templates and excluded files are left out as soon as the app's settings say so", async () => {
    const app = appOf({ "a.md": "[[gone]]", "Templates/t.md": "[[gone]]", "old/b.md": "[[gone]]" });
    const vault = await liveVaultOf(app);
    const { adapter, configDir } = original(app).vault;
    const told = nextChange(vault);
    await adapter.mkdir(configDir);
    await adapter.write(`${configDir}/templates.json`, '{"folder":"Templates"}');
    await adapter.write(`${configDir}/app.json`, '{"userIgnoreFilters":["/^OLD|^old/"]}');
    window.dispatchEvent(new Event("focus"));
    await told;
    expect([...vault.linted()].filter((path) => vault.diagnostics(path).length > 0)).toEqual(["a.md"]);
  });

  test("a class is known as soon as a snippet of the app styles it", async () => {
    const text = "---\ncssclasses: [striped]\n---\n[[a]]";
    const app = appOf({ "a.md": text, "linkage.yaml": "classes: [wide]\n" });
    const vault = await liveVaultOf(app);
    expect(rulesAt(vault, "a.md")).toContain("unknown-cssclass");
    const { adapter, configDir } = original(app).vault;
    const told = nextChange(vault);
    await adapter.mkdir(`${configDir}/snippets`);
    await adapter.write(`${configDir}/snippets/tables.css`, ".striped td { color: red }");
    window.dispatchEvent(new Event("focus"));
    await told;
    expect(rulesAt(vault, "a.md")).not.toContain("unknown-cssclass");
  });

  test("what is typed while it is read again is not lost", async () => {
    const app = connectedAppOf({ "a.md": "", "linkage.yaml": "" });
    const vault = await liveVaultOf(app);
    const { adapter } = original(app).vault;
    adapter.read = () => {
      vault.setText("a.md", "[[gone]]");
      return Promise.resolve("rules:\n  unresolved-link: error\n");
    };
    window.dispatchEvent(new Event("focus"));
    while (!(await nextChange(vault)).has("linkage.yaml"));
    expect(vault.diagnostics("a.md").map(({ severity }) => severity)).toEqual(["error"]);
  });

  test("a mistake in it is a problem with its place", async () => {
    const vault = await liveVaultOf(connectedAppOf({ "a.md": "[[gone]]", "linkage.yaml": "rulez: {}\n" }));
    expect(vault.configMistakes()).toMatchObject([
      { rule: "invalid-config", path: "linkage.yaml", range: { from: 0, to: 5 } },
    ]);
    expect(rulesAt(vault, "a.md")).toEqual(["unresolved-link"]);
  });

  test("one that cannot be read is a problem, and the built-in conventions hold", async () => {
    const app = connectedAppOf({ "a.md": "[[gone]]", "linkage.yaml": config });
    const { adapter } = original(app).vault;
    const read = adapter.read.bind(adapter);
    adapter.read = (path) =>
      path === "linkage.yaml" ? Promise.reject(new Error("EACCES: permission denied")) : read(path);
    const vault = await liveVaultOf(app);
    expect(vault.configMistakes()).toMatchObject([
      { rule: "unreadable-file", message: "This file cannot be read: EACCES: permission denied" },
    ]);
    expect(rulesAt(vault, "a.md")).toEqual(["unresolved-link"]);
  });
});

test("a note that cannot be read is a problem, and stays a file that links lead to", async () => {
  const app = appOf({ "a.md": "[[b]] [[gone]]", "b.md": "" });
  const { vault: files } = original(app);
  const cachedRead = files.cachedRead.bind(files);
  files.cachedRead = (file) =>
    file.path === "b.md" ? Promise.reject(new Error("EIO: i/o error")) : cachedRead(file);
  const vault = await liveVaultOf(app);
  expect([...vault.linted()].sort()).toEqual(["a.md", "b.md"]);
  expect(vault.diagnostics("b.md")).toMatchObject([
    {
      rule: "unreadable-file",
      severity: "error",
      path: "b.md",
      message: "This file cannot be read: EIO: i/o error",
    },
  ]);
  expect(rulesAt(vault, "a.md")).toEqual(["unresolved-link"]);
  files.cachedRead = cachedRead;
  const told = nextChange(vault);
  await app.vault.modify(fileAt(app, "b.md"), "[[a]]");
  await told;
  expect(vault.diagnostics("b.md")).toEqual([]);
});

test("a note in another encoding is a problem", async () => {
  const app = connectedAppOf({ "a.md": "caf\ufffd", "b.md": "caf\ufffd" });
  const { vault: files } = original(app);
  const bytes = { "a.md": [99, 97, 102, 233], "b.md": [99, 97, 102, 239, 191, 189] };
  files.readBinary = ({ path }) =>
    Promise.resolve(new Uint8Array(bytes[path === "a.md" ? "a.md" : "b.md"]).buffer);
  const vault = await liveVaultOf(app);
  expect(problemsOf(vault)).toEqual([
    "a.md unreadable-file 0–0 This file is not UTF-8, expected text in UTF-8",
  ]);
});

test("a note of more than 2 MB is not read, and becomes one where it is typed", async () => {
  const app = connectedAppOf({ "large.md": "[[gone]]", "a.md": "[[large]]" });
  fileAt(app, "large.md").stat.size = 2 * 1024 * 1024 + 1;
  const vault = await liveVaultOf(app);
  const large =
    "unreadable-file 0–0 This note has more than 2 MB and is not indexed by Obsidian, expected a smaller note";
  expect(problemsOf(vault)).toEqual([`large.md ${large}`]);
  vault.setText("a.md", "é".repeat(1024 * 1024 + 1));
  expect(problemsOf(vault)).toEqual([`a.md ${large}`, `large.md ${large}`]);
  vault.setText("a.md", "é".repeat(1024 * 1024));
  expect(problemsOf(vault)).toEqual([`large.md ${large}`]);
});

test("work on a large vault leaves others their turn", async () => {
  const text = "Many words, *some* of them `marked`.\n".repeat(200);
  const many = Object.fromEntries(Array.from({ length: 300 }, (_, i) => [`n${String(i)}.md`, text]));
  const app = appOf(many);
  let turns = 0;
  const timer = setInterval(() => (turns += 1), 1);
  await liveVaultOf(app);
  clearInterval(timer);
  expect(turns).toBeGreaterThan(3);
});

function without(all: Readonly<Record<string, string>>, path: string): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(all).filter(([each]) => each !== path));
}

function folderAt(app: ReturnType<typeof appOf>, path: string): ReturnType<typeof app.vault.getRoot> {
  const folder = app.vault.getFolderByPath(path);
  if (!folder) throw new RangeError(`There is no folder "${path}"`);
  return folder;
}

describe("files that are no notes", () => {
  const rules = "rules:\n  unused-attachment: info\n";
  const pictures = {
    "a.md": "![[used.png]]",
    "used.png": "",
    "shown.png": "",
    "left.png": "",
    "linkage.yaml": rules,
  };

  test("are spoken of where a rule is on, and a canvas uses what it shows", async () => {
    const app = connectedAppOf({ ...pictures, "b.canvas": canvasOf(["shown.png"]) });
    const vault = await liveVaultOf(app);
    const unused = (): readonly string[] =>
      ["used.png", "shown.png", "left.png"].filter((path) => vault.diagnostics(path).length > 0);
    expect(unused()).toEqual([]);
    await app.vault.modify(fileAt(app, "All.canvas"), canvasOf(["a.md"]));
    expect(await nextChange(vault)).toContain("left.png");
    expect(unused()).toEqual(["left.png"]);
    await app.fileManager.trashFile(fileAt(app, "b.canvas"));
    await nextChange(vault);
    expect(unused()).toEqual(["shown.png", "left.png"]);
    expect([...vault.linted()]).toContain("left.png");
  });

  test("links of a canvas hold when the config changes", async () => {
    const app = connectedAppOf({ "a.md": "" });
    const vault = await liveVaultOf(app);
    await app.vault.create("linkage.yaml", "ignore: []\n");
    await nextChange(vault);
    expect(vault.index.backlinks("a.md")).toEqual(["All.canvas"]);
  });
});

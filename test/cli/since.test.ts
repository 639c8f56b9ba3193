import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { lintReportSchema } from "../../src/report/json.ts";
import { folderOf, linkage } from "./command-line.ts";

const id = (noteId: string): string => `---\nnote_id: ${noteId}\n---\n`;

const files = {
  "linkage.yaml": "",
  "Home.md": "[[Target]] [[Wrong before]]\n",
  "Target.md": "[[Home]]\n",
  "Größe & more.md": "[[Home]] [[Wrong, too]]\n",
  "Dated.md": `${id("230718XX01")}[[Home]]\n`,
  "Far.md": "[[Far]] [[Wrong there]]\n",
  ".gitignore": "private/\n",
};

/** git as it is without anybody's config. */
function git(cwd: string, ...args: readonly string[]): string {
  const env = { PATH: process.env["PATH"], GIT_CONFIG_GLOBAL: "/dev/null", GIT_CONFIG_NOSYSTEM: "1" };
  const who = ["-c", "user.name=a", "-c", "user.email=a@example.org", "-c", "init.defaultBranch=main"];
  return execFileSync("git", [...who, ...args], { cwd, env, encoding: "utf8" });
}

function commit(repository: string): void {
  git(repository, "add", "--all");
  git(repository, "commit", "--quiet", "--message", "all");
}

/** A vault that is a folder of a repository, or all of it, with everything committed. */
function committed(all: Readonly<Record<string, string>> = files, below = ""): string {
  const folder = folderOf(
    Object.fromEntries(Object.entries(all).map(([path, text]) => [join(below, path), text])),
  );
  git(folder, "init", "--quiet", "--template=");
  commit(folder);
  return join(folder, below);
}

function put(vault: string, path: string, text: string): void {
  mkdirSync(dirname(join(vault, path)), { recursive: true });
  writeFileSync(join(vault, path), text);
}

/** `rule path target` of what is shown but for infos, of all or of what has changed. */
async function shown(vault: string, ...args: readonly string[]): Promise<readonly string[]> {
  const asked = ["lint", "--format", "json", "--severity", "warning", ...args];
  const { out, err } = await linkage(asked, { cwd: vault });
  if (err !== "") return [err];
  return lintReportSchema
    .parse(JSON.parse(out))
    .diagnostics.map(({ rule, path, target }) => [rule, path, target ?? ""].join(" "));
}

const since = ["--since", "HEAD"];

/** What is done to the vault, and what is shown then. */
const cases: readonly (readonly [string, (vault: string) => void, readonly string[]])[] = [
  ["nothing", () => undefined, []],
  [
    "a note changes",
    (vault) => {
      put(vault, "Home.md", "[[Target]] [[Nowhere]]\n");
    },
    ["unresolved-link Home.md Nowhere"],
  ],
  [
    "a note changes whose name git would quote",
    (vault) => {
      put(vault, "Größe & more.md", "[[Home]] [[Nowhere]]\n");
    },
    ["unresolved-link Größe & more.md Nowhere"],
  ],
  [
    "a note comes, not yet added",
    (vault) => {
      put(vault, "in/New.md", "[[Home]] [[Nowhere]]\n");
    },
    ["unresolved-link in/New.md Nowhere"],
  ],
  [
    "a note comes, and is added",
    (vault) => {
      put(vault, "New.md", "[[Home]] [[Nowhere]]\n");
      git(vault, "add", "New.md");
    },
    ["unresolved-link New.md Nowhere"],
  ],
  [
    "a note goes: links to it lead nowhere",
    (vault) => {
      rmSync(join(vault, "Target.md"));
    },
    ["unresolved-link Home.md Target", "unresolved-link Home.md Wrong before"],
  ],
  [
    "a note is renamed, staged",
    (vault) => {
      git(vault, "mv", "Target.md", "Elsewhere.md");
    },
    ["unresolved-link Home.md Target", "unresolved-link Home.md Wrong before"],
  ],
  [
    "a note is moved: links by its name lead there",
    (vault) => {
      mkdirSync(join(vault, "in"));
      renameSync(join(vault, "Target.md"), join(vault, "in/Target.md"));
    },
    ["unresolved-link Home.md Wrong before"],
  ],
  [
    "a new note takes the note id of another",
    (vault) => {
      put(vault, "New.md", `${id("230718XX01")}[[Home]]\n`);
    },
    ["duplicate-note-id Dated.md 230718XX01", "duplicate-note-id New.md 230718XX01"],
  ],
  [
    "a note cannot be read any more",
    (vault) => {
      writeFileSync(join(vault, "Far.md"), Uint8Array.of(0xff));
    },
    ["unreadable-file Far.md "],
  ],
  [
    "the config changes: all notes are linted",
    (vault) => {
      put(vault, "linkage.yaml", "rules: { unresolved-link: error }\n");
    },
    [
      "unresolved-link Far.md Wrong there",
      "unresolved-link Größe & more.md Wrong, too",
      "unresolved-link Home.md Wrong before",
    ],
  ],
];

describe.each([
  ["a vault that is a repository", ""],
  ["a vault in a folder of one", "notes/my vault"],
])("%s", (_, below) => {
  let before: readonly string[];

  beforeAll(async () => {
    before = await shown(committed(files, below));
  });

  test.each(cases)("%s, and nothing that is new is left out", async (_, act, expected) => {
    const vault = committed(files, below);
    act(vault);
    const found = await shown(vault, ...since);
    expect([...found].sort()).toEqual(expected);
    const fresh = (await shown(vault)).filter((each) => !before.includes(each));
    expect(found).toEqual(expect.arrayContaining(fresh));
  });
});

test("any revision, of which paths and a baseline take a part", async () => {
  const vault = committed();
  put(vault, "Home.md", "[[Target]] [[Nowhere]]\n");
  commit(vault);
  put(vault, "Far.md", "[[Far]] [[Nowhere]]\n");
  expect(await shown(vault, "--since", "HEAD")).toEqual(["unresolved-link Far.md Nowhere"]);
  expect(await shown(vault, "--since", "main~1")).toEqual([
    "unresolved-link Far.md Nowhere",
    "unresolved-link Home.md Nowhere",
  ]);
  expect(await shown(vault, "--since", "main~1", "Home.md")).toEqual(["unresolved-link Home.md Nowhere"]);
  await linkage(["baseline"], { cwd: vault });
  put(vault, "Far.md", "[[Far]] [[Nowhere]] [[Gone]]\n");
  const known = ["--baseline", "linkage-baseline.json"];
  expect(await shown(vault, "--since", "HEAD", ...known)).toEqual(["unresolved-link Far.md Gone"]);
});

test("what git ignores counts as unchanged", async () => {
  const vault = committed();
  put(vault, "private/New.md", "[[Home]] [[Nowhere]]\n");
  expect(await shown(vault, ...since)).toEqual([]);
});

test("what was linted is said in one line", async () => {
  const vault = committed();
  const said = async (): Promise<string | undefined> =>
    (await linkage(["lint", "--since", "HEAD"], { cwd: vault })).out.trim().split("\n").at(-1);
  expect(await said()).toBe("Since HEAD: 0 files changed, 0 others affected");
  rmSync(join(vault, "Target.md"));
  put(vault, "New.md", "[[Home]]\n");
  expect(await said()).toBe("Since HEAD: 1 file changed and 1 file gone, 1 other affected");
  put(vault, ".obsidian/app.json", "{}");
  expect(await said()).toBe('".obsidian/app.json" has changed since HEAD: all notes were linted');
});

test("in a hook, where git's variables mean another folder, and with programs in the repository's config", async () => {
  const vault = committed(files, "notes");
  const ran = join(vault, "../ran");
  for (const name of ["core.fsmonitor", "diff.external", "core.pager", "diff.md.textconv"])
    git(vault, "config", name, `sh -c 'touch "${ran}"'`);
  put(vault, ".gitattributes", "*.md diff=md\n");
  put(vault, "Home.md", "[[Target]] [[Nowhere]]\n");
  const env = { GIT_DIR: ".git", GIT_INDEX_FILE: "/nowhere", GIT_EXTERNAL_DIFF: "false", GIT_PREFIX: "x/" };
  const index = join(vault, "../.git/index");
  const before = { bytes: readFileSync(index), at: statSync(index).mtimeMs };
  const { out } = await linkage(["lint", "--since", "HEAD"], { cwd: vault, env });
  expect(out).toContain("Nowhere");
  expect(out).not.toContain("Wrong there");
  expect({ bytes: readFileSync(index), at: statSync(index).mtimeMs }).toEqual(before);
  expect(() => statSync(ran)).toThrow();
});

describe("repairs", () => {
  const old = "# Old\n\n[[By the title]]\n\n# Old\n";
  const vault = (): string => {
    const folder = committed({
      "linkage.yaml": "",
      "Old.md": old,
      "titled.md": "---\ntitle: By the title\n---\n",
      "By far.md": "[[titled]]\n",
    });
    put(folder, "New.md", "[[By the title]]\n");
    return folder;
  };
  const text = (folder: string, path: string): string => readFileSync(join(folder, path), "utf8");
  const run = (folder: string, ...args: readonly string[]) =>
    linkage(args, { cwd: folder, env: { PATH: process.env["PATH"] ?? "", XDG_STATE_HOME: folderOf({}) } });

  test.each([
    ["fix", ["fix", "--since", "HEAD"]],
    ["lint --fix", ["lint", "--fix", "--since", "HEAD"]],
    ["lint --fix of a folder", ["lint", "--fix", "--since", "HEAD", "."]],
  ])("%s repairs what has changed and what that affects, and nothing else", async (_, args) => {
    const folder = vault();
    const { code, out, err } = await run(folder, ...args);
    expect(code).toBe(0);
    expect(out + err).toContain("Repaired 1 problem in 1 note");
    expect(text(folder, "New.md")).toBe("[[titled|By the title]]\n");
    expect(text(folder, "Old.md")).toBe(old);
  });

  test("of a note that is not among them none are made", async () => {
    const folder = vault();
    const { out } = await run(folder, "fix", "--since", "HEAD", "Old.md");
    expect(out).toBe("Nothing to repair that is sure\n");
    expect(text(folder, "Old.md")).toBe(old);
  });

  test("where the config has changed, all are made", async () => {
    const folder = vault();
    put(folder, "linkage.yaml", "site: publish\n");
    const { out } = await run(folder, "fix", "--since", "HEAD");
    expect(out).toContain("Repaired 3 problems in 2 notes");
  });

  test("what a change affects is repaired, too", async () => {
    const folder = vault();
    rmSync(join(folder, "titled.md"));
    put(folder, "another.md", "---\ntitle: titled\n---\n");
    await run(folder, "fix", "--since", "HEAD");
    expect(text(folder, "By far.md")).toBe("[[another|titled]]\n");
  });
});

describe("what cannot be run says so on one line", () => {
  test.each(["nope", "--help", "HEAD:Home.md"])("revision %j", async (revision) => {
    expect(await linkage(["lint", `--since=${revision}`], { cwd: committed() })).toEqual({
      code: 2,
      out: "",
      err: `linkage: "${revision}" is no revision of the vault's git repository, expected a commit, branch or tag\n`,
    });
  });

  test("no repository, one without commits, no git", async () => {
    const folder = folderOf(files);
    const run = async (env = {}) => linkage(["lint", "--since", "HEAD"], { cwd: folder, env });
    const none = await run();
    expect(none).toMatchObject({ code: 2, out: "" });
    expect(none.err).toBe(
      `linkage: "${folder}" is in no git repository that can be read: not a git repository (or any of the parent directories): .git\n`,
    );
    expect((await run({ PATH: "/nowhere" })).err).toBe(
      "linkage: git cannot be run: no such file or directory\n",
    );
    git(folder, "init", "--quiet");
    expect((await run()).err).toMatch(/^linkage: "HEAD" is no revision [^\n]*\n$/);
  });
});

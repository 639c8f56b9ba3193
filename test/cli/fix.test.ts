import { execFileSync } from "node:child_process";
import { readFileSync, rmSync, statSync, symlinkSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { folderOf, linkage, type Outcome } from "./command-line.ts";

const unsure = "---\ntitle: No such place\n---\n\n[[Nowhere at all]]\n";
const files = {
  "linkage.yaml": "",
  "Linear-Regression.md": "---\ntitle: Linear Regression\n---\n\n# Linear Regression\n\n## Sums\n\nAll.\n",
  "A.md":
    "---\r\ntitle: A\r\n---\r\n\r\nSee [[linear regression]].\r\n\r\n| [[Linear Regression#Sums]] |\r\n| --- |\r\n",
  "in/B.md": "\ufeffNo line end, [[Linear Regression]]",
  'in/with tab\t and "quotes".md': "[[Linear Regression]]\n",
  "Left.md": unsure,
};

const repaired = {
  "A.md": files["A.md"]
    .replace("[[linear regression]]", "[[Linear-Regression|linear regression]]")
    .replace("[[Linear Regression#Sums]]", "[[Linear-Regression#Sums\\|Linear Regression > Sums]]"),
  "in/B.md": "\ufeffNo line end, [[Linear-Regression|Linear Regression]]",
  'in/with tab\t and "quotes".md': "[[Linear-Regression|Linear Regression]]\n",
};

/** A vault with these files, and what runs in it must not share with others. */
function vault(more: Readonly<Record<string, string>> = {}): Vault {
  const folder = folderOf({ ...files, ...more });
  const env = { XDG_STATE_HOME: folderOf({}) };
  return {
    folder,
    run: (...args) => linkage(args, { cwd: folder, env }),
    read: (path) => readFileSync(join(folder, path), "utf8"),
  };
}

interface Vault {
  readonly folder: string;
  readonly run: (...args: readonly string[]) => Promise<Outcome>;
  readonly read: (path: string) => string;
}

test("fix makes the sure repairs, and no other byte changes", async () => {
  const { run, read } = vault();
  const { code, out, err } = await run("fix");
  expect({ code, err }).toEqual({ code: 0, err: "" });
  expect(out).toBe(
    '      4  unresolved-link  in 3 notes\nRepaired 4 problems in 3 notes; "linkage undo" takes it back\n',
  );
  for (const [path, text] of Object.entries({ ...files, ...repaired })) expect(read(path)).toBe(text);
});

test("a note that its repairs would make too long is left, and a dry run says so", async () => {
  const text = "[[linear regression]]\n";
  const long = text + "x".repeat(2 * 1024 * 1024 - text.length);
  const { run, read } = vault({ "Long.md": long });
  const [dry, wet] = [await run("fix", "--dry-run", "Long.md"), await run("fix", "Long.md")];
  expect([dry.code, wet.code]).toEqual([1, 1]);
  expect(dry.err).toContain("Left 1 note: The new text has more than 2 MB, expected less\n  Long.md\n");
  expect([dry.out, wet.out, wet.err]).toEqual(["", dry.err, ""]);
  expect(read("Long.md")).toBe(long);
});

test("undo takes it back, byte for byte", async () => {
  const { run, read } = vault();
  await run("fix");
  expect((await run("undo")).out).toContain("3 notes have their old text again");
  for (const [path, text] of Object.entries(files)) expect(read(path)).toBe(text);
});

test("a second time there is nothing to do, and no note is touched", async () => {
  const { run, folder } = vault();
  await run("fix");
  const then = new Date(2020, 1, 1);
  for (const path of Object.keys(files)) utimesSync(join(folder, path), then, then);
  const { code, out } = await run("fix");
  expect({ code, out }).toEqual({ code: 0, out: "Nothing to repair that is sure\n" });
  for (const path of Object.keys(files)) expect(statSync(join(folder, path)).mtime).toEqual(then);
});

test.each([
  [["in"], ["in/B.md", 'in/with tab\t and "quotes".md']],
  [["A.md"], ["A.md"]],
  [["--target", "linear regression", "--rule", "unresolved-link"], ["A.md"]],
  [["--rule", "malformed-tag"], []],
])("fix %j changes only %j", async (args, changed) => {
  const { run, read } = vault();
  expect((await run("fix", ...args)).code).toBe(0);
  const paths = Object.entries(files).flatMap(([path, text]) => (read(path) === text ? [] : [path]));
  expect(paths).toEqual(changed);
});

test("--dry-run prints a patch that git applies, and writes nothing", async () => {
  const { folder, run, read } = vault();
  const { code, out, err } = await run("fix", "--dry-run");
  expect({ code, err }).toEqual({
    code: 0,
    err: "      4  unresolved-link  in 3 notes\nWould repair 4 problems in 3 notes\n",
  });
  for (const [path, text] of Object.entries(files)) expect(read(path)).toBe(text);
  execFileSync("git", ["apply", "--whitespace=nowarn", "-"], { cwd: folder, input: out });
  for (const [path, text] of Object.entries({ ...files, ...repaired })) expect(read(path)).toBe(text);
});

test("--dry-run names a file once, by its own path, and says what would be left", async () => {
  const { run, folder, read } = vault();
  const outside = folderOf({ "Out.md": "[[Linear Regression]]\n" });
  symlinkSync("A.md", join(folder, "Linked.md"));
  symlinkSync("in", join(folder, "also-in"));
  symlinkSync(join(outside, "Out.md"), join(folder, "Out.md"));
  const { code, out, err } = await run("fix", "--dry-run");
  expect(code).toBe(1);
  expect(err).toContain("Left 1 note: This leads out of the vault, where nothing is written\n  Out.md\n");
  writeFileSync(join(outside, "fix.patch"), out);
  execFileSync("git", ["init", "--quiet", folder]);
  execFileSync("git", ["apply", join(outside, "fix.patch")], { cwd: folder });
  for (const [path, text] of Object.entries(repaired)) expect(read(path)).toBe(text);
});

test("what is left to the writer, and why", async () => {
  const { run, read } = vault({
    "Left.md": "---\ntitle: Left\n---\n\n![[Round We Go]]\n",
    "round-we-go.md": "---\ntitle: Round we go\n---\n\n![[Left]]\n",
  });
  const before = read("Left.md");
  const { code, out } = await run("fix", "Left.md");
  expect(code).toBe(1);
  expect(out).toContain(`Left 1 problem as it is: "round-we-go" embeds this note`);
  expect(read("Left.md")).toBe(before);
});

test.each([["fix"], ["fix", "--dry-run"]])(
  "of a group, what is left to the writer: %s %s",
  async (...args) => {
    const draft = "---\ntitle: Half done\ndraft: true\n---\n\n[[half-finished]]\n";
    const { run } = vault({
      "half.md": "---\ntitle: Half finished\ndraft: true\n---\n",
      "other-draft.md": draft,
      "published.md": "[[half-finished]]\n",
    });
    const { code, out, err } = await run(...args, "--target", "half-finished");
    expect(code).toBe(1);
    expect(out + err).toContain(
      'Left 1 problem as it is: "half" is not published, expected a published note to link to published notes\n  published.md:1  Link to "half"\n',
    );
    expect(out + err).toMatch(/(?:Would repair|Repaired) 1 problem in 1 note/);
  },
);

test("what comes to light is told", async () => {
  const { run } = vault({ "Light.md": "\n---\ntitle: Light\ntags: [a, a]\n---\n" });
  const { out } = await run("fix", "Light.md", "--rule", "invalid-frontmatter");
  expect(out).toContain("Came to light, 1 problem:\n  Light.md  duplicate-tag");
});

test("lint --fix repairs what is sure and reports what is left", async () => {
  const { run, read } = vault();
  const { code, out, err } = await run("lint", "--fix", "--format", "json", "--fail-on", "warning");
  expect(err).toContain("Repaired 4 problems in 3 notes");
  expect(read("in/B.md")).toBe(repaired["in/B.md"]);
  const left = [...out.matchAll(/"rule": ?"unresolved-link"/g)];
  expect(left).toHaveLength(1);
  expect(code).toBe(1);
});

test.each([
  [["--rule", "no-such-rule"], 'linkage: No rule is called "no-such-rule"'],
  [["Nowhere.md"], 'linkage: "Nowhere.md" does not exist'],
])("fix %j is one line and no change", async (args, message) => {
  const { run } = vault();
  const { code, out, err } = await run("fix", ...args);
  expect({ code, out }).toEqual({ code: 2, out: "" });
  expect(err).toContain(message);
});

test("a note without any place for the journal is not written", async () => {
  const folder = folderOf(files);
  const { code, err } = await linkage(["fix"], { cwd: folder, env: {} });
  expect(code).toBe(2);
  expect(err).toContain("There is no place for the journal");
  writeFileSync(join(folder, "again"), "");
  expect(readFileSync(join(folder, "A.md"), "utf8")).toBe(files["A.md"]);
});

describe("fix --interactive", () => {
  const more = {
    "Left.md": "[[Linaer-Regression]], [[On purpose]]\n",
    "More.md": "[[On purpose]] [[linaer-regression]]\n",
  };

  /** What is asked of somebody who answers so, and what becomes of the vault. */
  async function asked(
    input: string,
    made = vault(more),
    rule = "unresolved-link",
  ): Promise<Outcome & Vault> {
    const outcome = await linkage(["fix", "--interactive", "--rule", rule], {
      cwd: made.folder,
      env: { XDG_STATE_HOME: folderOf({}), NO_COLOR: "1" },
      input,
      columns: 80,
    });
    return { ...outcome, ...made };
  }

  test("asks for each target, sure repairs first", async () => {
    const { err } = await asked("s\ns\ns\ns\n");
    const questions = [...err.matchAll(/^unresolved-link {2}(.*)$/gm)].map(([, message]) => message);
    expect(questions).toEqual([
      'No file matches "linear regression"',
      'No file matches "Linaer-Regression"',
      'No file matches "On purpose"',
    ]);
  });

  test("says where the first stands, and that nothing was chosen", async () => {
    const { err, out } = await asked("s\ns\ns\n");
    expect(err).toContain("4 problems in 3 notes, first A.md:5:5\n");
    expect(out).toBe("Repaired nothing\n");
  });

  const single = (...tags: readonly string[]): Vault =>
    vault(Object.fromEntries(tags.map((tag, at) => [`${String(at)}.md`, `---\ntags: ${tag}\n---\n`])));

  test("asks of its own about those that are repaired otherwise than the first", async () => {
    const { out, err, read } = await asked("s\n1\n", single("radio", "power", "power"), "property-type");
    expect(err.match(/^ .* first .*$/gm)).toEqual([
      "  1 problem in 1 note, first 0.md:2:7",
      "  2 problems in 2 notes, first 1.md:2:7",
    ]);
    expect(out).toContain("Repaired 2 problems in 2 notes");
    expect(["0.md", "1.md", "2.md"].map((path) => read(path).split("\n")[1])).toEqual([
      "tags: radio",
      "tags: [power]",
      "tags: [power]",
    ]);
  });

  test("does not offer what would be refused", async () => {
    const made = vault({ "Draft.md": '---\ndraft: "true"\n---\n' });
    const { err } = await asked("1\n", made, "property-type");
    expect(err).not.toContain("Write draft");
  });

  test("all that is sure from here on is not what was skipped of the same problem", async () => {
    const { read } = await asked("s\na\n", single("radio", "power"), "property-type");
    expect([read("0.md"), read("1.md")]).toEqual(["---\ntags: radio\n---\n", "---\ntags: [power]\n---\n"]);
  });

  test("makes what was chosen, also where it is not sure", async () => {
    const { code, out, read } = await asked("s\n1\nq\n");
    expect(code).toBe(0);
    expect(out).toContain("Repaired 2 problems in 2 notes");
    expect(read("Left.md")).toBe("[[Linear-Regression]], [[On purpose]]\n");
    expect(read("A.md")).toBe(files["A.md"]);
  });

  test("all that is sure from here on", async () => {
    const { read } = await asked("a\n");
    expect(read("in/B.md")).toBe(repaired["in/B.md"]);
    expect(read("Left.md")).toBe(more["Left.md"]);
  });

  test("keeps a target as a placeholder", async () => {
    const { out, read } = await asked("s\ns\nk\n");
    expect(out).toBe('Put down the placeholders in linkage.yaml; "linkage undo" takes it back\n');
    expect(read("linkage.yaml")).toBe("placeholders: [On purpose]\n");
  });

  test("says what has to be there for placeholders", async () => {
    const made = single();
    rmSync(join(made.folder, "linkage.yaml"));
    const { err } = await asked("q\n", made);
    expect(err).toContain(
      'Targets are kept as placeholders in linkage.yaml, which this vault has not: "linkage init" writes it\n',
    );
  });

  test("says that it does not understand and asks again, and writes nothing when somebody goes away", async () => {
    const { code, err, read } = await asked("what?\n1\n");
    expect(code).toBe(0);
    expect(err.match(/^unresolved-link/gm)).toHaveLength(2);
    expect(err).toContain('  "what?" is none of these\n');
    expect(read("in/B.md")).toBe(files["in/B.md"]);
  });

  test("needs somebody", async () => {
    const { code, err } = await linkage(["fix", "--interactive"], { cwd: vault().folder });
    expect({ code, err }).toEqual({
      code: 2,
      err: "linkage: There is nobody to ask, expected --interactive to run in a terminal\n",
    });
  });
});

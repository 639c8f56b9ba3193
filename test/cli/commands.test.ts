import { factsReportSchema } from "../../src/report/json.ts";
import { allRules } from "../../src/rules/all-rules.ts";
import { folderOf, linkage } from "./command-line.ts";

const note = "---\nnote_id: 230718TJ16\ntags: [ai]\n---\n# Home\n\n[[Other]] [[Nowhere]]\n";
const vault = folderOf({ "linkage.yaml": "", "Home.md": note, "in/Other.md": "[[Home]]", "picture.png": "" });

test("--version", async () => {
  expect(await linkage(["--version"])).toEqual({ code: 0, out: "1.2.3\n", err: "" });
});

test.each([[["--help"]], [["lint", "--help"]], [["tree", "-h"]]])(
  "%j tells how to use it, and fits the screen",
  async (args) => {
    const { code, out, err } = await linkage(args, { columns: 80 });
    expect({ code, err }).toEqual({ code: 0, err: "" });
    expect(out).toContain("Usage: linkage");
    expect(Math.max(...out.split("\n").map((line) => line.length))).toBeLessThanOrEqual(80);
  },
);

test("without a command it tells how to use it, and has done nothing", async () => {
  const { code, out, err } = await linkage([]);
  expect({ code, out }).toEqual({ code: 2, out: "" });
  expect(err).toContain("Usage: linkage");
});

test("facts fit their schema", async () => {
  const { code, out, err } = await linkage(["facts"], { cwd: vault });
  expect({ code, err }).toEqual({ code: 0, err: "" });
  const { files, notes } = factsReportSchema.parse(JSON.parse(out));
  expect({ files, paths: notes.map(({ path }) => path) }).toEqual({
    files: 4,
    paths: ["Home.md", "in/Other.md"],
  });
});

test("facts of a folder", async () => {
  expect(JSON.parse((await linkage(["facts", `${vault}/in`])).out)).toMatchObject({
    files: 1,
    notes: [{ path: "Other.md" }],
  });
});

test.each([["facts"], ["undo", "--list"], ["init", "--dry-run"], ["baseline", "--output", "known.json"]])(
  "%s takes the vault as an argument, as an option, or as both",
  async (...args) => {
    const folder = folderOf({ "linkage.yaml": "", "Home.md": note });
    const [command = "", ...options] = args;
    const runs = [[folder], ["--vault", folder], [folder, "--vault", `${folder}/`]].map((vaults) =>
      linkage([command, ...vaults, ...options], { cwd: folderOf({}), env: { HOME: folderOf({}) } }),
    );
    const [first, ...others] = (await Promise.all(runs)).map(({ code, out, err }) => ({ code, out, err }));
    expect(first).toMatchObject({ code: 0, err: "" });
    expect(others).toEqual([first, first]);
  },
);

test.each([["Home.md"], ["Home"], ["home"], ["./Home.md"], ["230718TJ16"]])(
  "a tree of %s",
  async (wanted) => {
    const { code, out } = await linkage(["tree", wanted], { cwd: vault });
    expect(code).toBe(0);
    expect(out.split("\n")[0]).toContain("Home");
  },
);

test.each([["in/Other"], ["Other.md"], ["in/other.md"]])("a tree of %s, from elsewhere", async (wanted) => {
  const { out } = await linkage(["tree", wanted, "--vault", vault, "--depth", "0"]);
  expect(out).toMatch(/^[^\n]*Other[^\n]*\n$/);
});

test("rules lists all rules", async () => {
  const { code, out } = await linkage(["rules"]);
  expect(code).toBe(0);
  for (const { id, severity, summary } of allRules) {
    expect(out.split("\n")).toContainEqual(expect.stringMatching(new RegExp(`^${id} +${severity} +`)));
    expect(out).toContain(summary);
  }
  expect(out).toContain("unreadable-file");
  expect(out).toContain("invalid-config");
});

test.each([40, 60, 80, 120])(
  "rules on %i columns: no line is longer, and no summary is squeezed",
  async (columns) => {
    const { out } = await linkage(["rules"], { columns, env: { NO_COLOR: "1" } });
    const lines = out.trimEnd().split("\n");
    expect(lines.filter((line) => line.length > columns)).toEqual([]);
    const most = Math.max(...allRules.map(({ summary }) => summary.length));
    // The longest summary takes most lines: 30 columns of it, or nearly, stand on each.
    expect(lines.length / allRules.length).toBeLessThan(1 + most / 30);
    expect(lines.slice(0, 2).join("\n")).toMatch(
      columns < 60
        ? /^invalid-frontmatter +error\n {2}The front/
        : /^invalid-frontmatter +error {2,}The front/,
    );
  },
);

test("rules tells about one", async () => {
  const { code, out } = await linkage(["rules", "duplicate-tag"], { columns: 80, env: { NO_COLOR: "1" } });
  expect(code).toBe(0);
  expect(out).toMatch(/^duplicate-tag\n.*\n\nseverity {2}warning\nnotes {5}all\nrepairs {3}sure ones/);
  expect(out).toMatch(
    /It finds what stands between « and »\n\n- [^]*\n {2}repaired:\n[^]*\nIt leaves alone\n\n- /,
  );
});

test.each([...allRules.map(({ id }) => id), "unreadable-file", "invalid-config", "invalid-baseline"])(
  "rules %s",
  async (id) => {
    const { code, out, err } = await linkage(["rules", id]);
    expect({ code, err, first: out.split("\n")[0] }).toEqual({ code: 0, err: "", first: id });
  },
);

import { existsSync, readdirSync, readFileSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { lintReportSchema } from "../../src/report/json.ts";
import { applyEdits } from "../../src/text/edits.ts";
import { runOf } from "../report/sarif-schema.ts";
import { folderOf, linkage, type Outcome, type Place } from "./command-line.ts";

const formats = ["text", "json", "markdown", "sarif", "github", "junit"] as const;

/** One error, one warning with a sure repair, in a file with CRLF, a byte order mark and characters of two code units. */
const files = {
  "linkage.yaml": "",
  "Home.md": "\ufeff🔋\r\n\r\n[[Draft]] 🔋 [[Field Notes]]\r\n",
  "Draft.md": "---\ndraft: true\n---\n[[Home]]\n",
  "Field-Notes.md": "[[Home]]\n",
};

function vaultWith(more: Readonly<Record<string, string | Uint8Array>> = {}): string {
  return folderOf({ ...files, ...more });
}

function lint(folder: string, args: readonly string[], place: Place = {}): Promise<Outcome> {
  return linkage(["lint", "--fail-on", "never", ...args], { cwd: folder, ...place });
}

const summary = "2 problems in 1 of 3 notes: 1 error, 1 warning";

describe("--output", () => {
  test.each(formats)("%s: the file has what would be printed, and one line is printed", async (format) => {
    const folder = vaultWith();
    const printed = await lint(folder, ["--format", format]);
    const written = await lint(folder, ["--format", format, "--output", "report.txt"]);
    expect(written).toEqual({ code: 0, out: `${summary}, written to report.txt\n`, err: "" });
    expect(readFileSync(join(folder, "report.txt"), "utf8")).toBe(printed.out);
  });

  test.each(formats)("%s: written over itself, and found by no rule", async (format) => {
    const folder = vaultWith();
    const args = ["--format", format, "--output", format === "markdown" ? "Problems.md" : "report"];
    await lint(folder, args);
    expect(await lint(folder, args)).toMatchObject({ code: 0, err: "" });
    const { out } = await lint(folder, []);
    expect(out).toContain("2 problems in 1 of");
  });

  test("a file takes no colours and has lines of any length", async () => {
    const folder = vaultWith();
    const place = { columns: 40, env: { FORCE_COLOR: "1" } };
    await lint(folder, ["--output", "report.txt"], place);
    expect(readFileSync(join(folder, "report.txt"), "utf8")).toBe((await lint(folder, [])).out);
  });

  test("says why the run fails, since it prints no report", async () => {
    const { code, out } = await linkage(
      ["lint", "--max-warnings", "0", "--fail-on", "never", "--output", "r"],
      {
        cwd: vaultWith(),
      },
    );
    expect({ code, lines: out.split("\n").slice(1) }).toEqual({
      code: 1,
      lines: ["Failed: 1 warning, expected at most 0 (--max-warnings)", ""],
    });
  });

  const own = "it is a file of the vault that holds no report, expected another name";

  test.each<readonly [string, string, string]>([
    ["a note", "Home.md", own],
    ["a note in another letter case of its extension", "Todo.MD", own],
    ["a note that starts like a printed report", "Count.md", own],
    ["the config", "linkage.yaml", own],
    ["a picture", "picture.png", own],
    ["an empty note", "Empty.md", own],
    ["a note by another way", "in/../Home.md", own],
    ["a note by a symbolic link", "link.txt", own],
    ["a folder", "in", "it is a folder, expected a file"],
    ["a folder that is not there", "none/report.txt", "its folder does not exist"],
    ["a folder that is a file", "Home.md/report.txt", "its folder is a file"],
  ])("never writes over %s", async (_, output, why) => {
    const folder = vaultWith({
      "Todo.MD": "mine",
      "Count.md": "vault · 3 notes\n\n[[Home]]",
      "picture.png": new Uint8Array([137, 80, 78, 71]),
      "Empty.md": "",
      "in/a.md": "[[Home]]",
    });
    symlinkSync(join(folder, "Home.md"), join(folder, "link.txt"));
    const before = contentsOf(folder);
    const outcome = await lint(folder, ["--output", output]);
    expect(outcome).toEqual({ code: 2, out: "", err: `linkage: "${output}" cannot be written: ${why}\n` });
    expect(contentsOf(folder)).toEqual(before);
  });

  test("from elsewhere, by an absolute path and through a folder's symbolic link", async () => {
    const folder = vaultWith();
    const elsewhere = folderOf({ "out/": "" });
    symlinkSync(folder, join(elsewhere, "vault"));
    const home = join(elsewhere, "vault/Home.md");
    expect((await lint(elsewhere, ["--vault", folder, "--output", home])).err).toContain(own);
    const report = join(folder, "new.txt");
    expect((await lint(elsewhere, ["--vault", folder, "--output", report])).code).toBe(0);
    expect(existsSync(report)).toBe(true);
  });

  test("outside the vault any file is written over, as other linters do", async () => {
    const elsewhere = folderOf({ "report.txt": "of another tool" });
    await lint(vaultWith(), ["--output", join(elsewhere, "report.txt")]);
    expect(readFileSync(join(elsewhere, "report.txt"), "utf8")).toContain(summary);
  });

  test("what the disk refuses is said on one line", async () => {
    const outcome = await lint(vaultWith(), ["--output", "/dev/full"]);
    expect(outcome).toMatchObject({ code: 2, out: "" });
    expect(outcome.err).toBe('linkage: "/dev/full" cannot be written: no space left on device\n');
  });
});

describe("formats for CI", () => {
  test("SARIF of the sample vault is what its schema says, and has all that JSON has", async () => {
    const sample = join(process.cwd(), "test/vaults/journal");
    const json = lintReportSchema.parse(JSON.parse((await lint(sample, ["--format", "json"])).out));
    const { results } = runOf((await lint(sample, ["--format", "sarif"])).out);
    const regions = results.map(({ ruleId, message, locations }) => ({
      rule: ruleId,
      message: message.text,
      from: locations[0]?.physicalLocation.region.charOffset,
      line: locations[0]?.physicalLocation.region.startLine,
      column: locations[0]?.physicalLocation.region.startColumn,
    }));
    expect(regions).toEqual(
      json.diagnostics.map(({ rule, message, from, line, column }) => ({
        rule,
        message,
        from,
        line,
        column,
      })),
    );
    expect(new Set(results.map((each) => each.partialFingerprints["linkage/v1"])).size).toBe(results.length);
  });

  test("a fix in SARIF repairs the file, behind its byte order mark and in its line ends", async () => {
    const { results } = runOf((await lint(vaultWith(), ["--format", "sarif"])).out);
    const [change] = results.flatMap(({ fixes = [] }) => fixes).flatMap((fix) => fix.artifactChanges);
    const edits = (change?.replacements ?? []).map(({ deletedRegion, insertedContent }) => {
      const { charOffset = 0, charLength = 0 } = deletedRegion;
      return { from: charOffset, to: charOffset + charLength, insert: insertedContent.text };
    });
    expect(change?.artifactLocation.uri).toBe("Home.md");
    expect(change?.replacements[0]?.deletedRegion).toMatchObject({ startLine: 3, startColumn: 16 });
    expect(applyEdits(files["Home.md"].slice(1), edits)).toBe(
      "🔋\r\n\r\n[[Draft]] 🔋 [[Field-Notes|Field Notes]]\r\n",
    );
  });

  test.each<readonly [string, string, Readonly<Record<string, string>>, string]>([
    ["in a repository", "repo/notes", {}, "notes/Home.md"],
    ["that is the repository", "repo", {}, "Home.md"],
    ["in no repository", "bare/notes", {}, "Home.md"],
    ["in a workflow's workspace", "bare/notes", { GITHUB_WORKSPACE: "bare" }, "notes/Home.md"],
    ["in another than the workflow's", "repo/notes", { GITHUB_WORKSPACE: "bare" }, "notes/Home.md"],
    ["with a workspace that is not there", "repo/notes", { GITHUB_WORKSPACE: "none" }, "notes/Home.md"],
  ])("files of a vault %s are named from its root, wherever one stands", async (_, vault, env, expected) => {
    const root = folderOf({
      "repo/.git/HEAD": "",
      "repo/Home.md": "[[Nowhere]]",
      "repo/notes/Home.md": "[[Nowhere]]",
      "bare/notes/Home.md": "[[Nowhere]]",
    });
    const place = {
      cwd: "/",
      env: Object.fromEntries(Object.entries(env).map(([name, folder]) => [name, join(root, folder)])),
    };
    const args = ["--vault", join(root, vault), "--rule", "unresolved-link", "--format"];
    expect((await lint("/", [...args, "github"], place)).out).toContain(`file=${expected},`);
    expect((await lint("/", [...args, "junit"], place)).out).toContain(`file="${expected}"`);
    expect((await lint("/", [...args, "sarif"], place)).out).toContain(`"uri":"${expected}"`);
  });

  test("a JUnit case fails where the run does", async () => {
    const failures = async (...args: readonly string[]): Promise<string | undefined> =>
      /failures="(\d)"/.exec(
        (await linkage(["lint", "--format", "junit", ...args], { cwd: vaultWith() })).out,
      )?.[1];
    expect(await failures()).toBe("1");
    expect(await failures("--fail-on", "warning")).toBe("2");
    expect(await failures("--fail-on", "never")).toBe("0");
  });

  test("milder problems than asked for are in none of them", async () => {
    for (const format of formats) {
      const { out } = await lint(vaultWith(), ["--format", format, "--severity", "error"]);
      expect(out).toContain("link-to-draft");
      if (format !== "sarif") expect(out).not.toContain("unresolved-link");
      else expect(out).not.toContain('"ruleId":"unresolved-link"');
    }
  });
});

function contentsOf(folder: string): readonly (readonly [string, string])[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ name }) => [name, readFileSync(join(folder, name), "latin1")]);
}

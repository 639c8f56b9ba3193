import { readdirSync, readFileSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { writeBatch } from "../src/cli/write/write-batch.mts";
import { blockUpdate } from "../src/linkage/block-update.ts";
import { parseNote } from "../src/note/parse-note.ts";
import { applyEdits } from "../src/text/edits.ts";
import { folderOf, linkage, type Outcome } from "./cli/command-line.ts";
import { journaledVault } from "./cli/write/journaled-vault.ts";
import { vaultOf } from "./vault/vault-of.ts";

/*
 * How other tools of this kind lost the trust of those who used them, each as a test that it cannot happen here. What the
 * plugin does is held to the same in test/obsidian/trust.test.ts.
 */

type Files = Readonly<Record<string, string>>;

/** A vault on the disk, and all that it says. */
function onDisk(files: Files): {
  readonly run: (...args: readonly string[]) => Promise<Outcome>;
  readonly all: () => Files;
  readonly folder: string;
} {
  const folder = folderOf({ "linkage.yaml": "", ...files });
  const env = { XDG_STATE_HOME: folderOf({}), XDG_CACHE_HOME: folderOf({}) };
  const paths = (): readonly string[] =>
    readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((path) =>
      statSync(join(folder, path)).isFile(),
    );
  return {
    folder,
    run: (...args) => linkage(args, { cwd: folder, env }),
    all: () => Object.fromEntries(paths().map((path) => [path, readFileSync(join(folder, path), "utf8")])),
  };
}

test("1. no file is overwritten from a stale read, and no note emptied", async () => {
  const { journal, read, folder } = journaledVault({ "A.md": "old", "B.md": "old" });
  writeFileSync(join(folder, "A.md"), "what somebody has just written");
  const changes = [
    { path: "A.md", before: "old", after: "" },
    { path: "B.md", before: "old", after: "new" },
  ];
  const report = await writeBatch(journal, "fix", changes);
  expect(report.written).toEqual(["B.md"]);
  expect(report.left).toMatchObject([{ path: "A.md", why: "changed" }]);
  expect(read("A.md")).toBe("what somebody has just written");
});

const handMade = `---
# kept by hand
title:   'It''s late'   # in single quotes
tags: [ "a" , b,  B ]   # flow, with odd blanks
created: 2024-01-02
note_id: 240102TJ01
cssclasses:
    - tech-journal     # four blanks
empty:
long: >-
  folded
  text
---

# It's late
`;

test("3. no round trip through YAML: comments, quotes, order, blanks and dates stay", async () => {
  const { run, all } = onDisk({ "A.md": handMade });
  expect((await run("fix")).code).toBe(0);
  expect(all()["A.md"]).toBe(handMade.replace(`b,  B ]`, `b ]`));
});

test("4. frontmatter in a CRLF file is found, and no second block written", async () => {
  const text = handMade.replaceAll("\n", "\r\n");
  const { run, all } = onDisk({ "A.md": text, "B.md": `\ufeff${text.replace("240102TJ01", "240102TJ02")}` });
  await run("fix");
  for (const path of ["A.md", "B.md"]) {
    const fixed = (all()[path] ?? "").replace("\ufeff", "");
    expect(fixed.match(/^---\r$/gm)).toHaveLength(2);
    expect(fixed.replaceAll("\r\n", "")).not.toMatch(/[\r\n]/);
    expect(fixed).toContain("b ]");
  }
  expect(all()["B.md"]?.startsWith("\ufeff---\r\n")).toBe(true);
});

const linked: Files = {
  "Linear-Regression.md": "---\ntitle: Linear Regression\n---\n",
  "notes/Twin.md": "---\ntitle: The twin\n---\n",
  "other/Twin.md": "",
  "A.md": "[[Linear Regression]] [[the twin]] [[Twin]] [[Nowhere]] ![[linear regression|200]]\n",
  "B.md": "See [[Linear Regression|it]] and [again](Linear%20Regression.md), [[A#Nothing]].\n",
};

test("5. no repair leaves more links without a target than before", async () => {
  const { run, all } = onDisk(linked);
  const unresolved = async (): Promise<number> =>
    ((await run("lint", "--format", "json")).out.match(/"unresolved-link"/g) ?? []).length;
  const before = await unresolved();
  await run("fix");
  expect(await unresolved()).toBeLessThan(before);
  expect(all()["A.md"]).toContain("[[Twin]] [[Nowhere]]");
});

test("6. rewriting again and again takes nothing away", async () => {
  const { run, all } = onDisk({ ...linked, "C.md": handMade });
  await run("fix");
  const once = all();
  for (let time = 0; time < 3; time++) await run("fix");
  expect(all()).toEqual(once);
  expect(once["B.md"]).toContain("|it]]");
});

test("7. no note is ever deleted", async () => {
  const { run, all } = onDisk({ ...linked, "Empty.md": "", "Alone.md": "words" });
  const paths = Object.keys(all()).sort();
  for (const args of [["lint", "--fix"], ["fix"], ["undo"], ["tree", "A.md"], ["facts"], ["init", "--force"]])
    await run(...args);
  expect(Object.keys(all()).sort()).toEqual(paths);
});

test("7. nothing in the plugin can delete a file of the vault", () => {
  const sources = readdirSync("src", { recursive: true, encoding: "utf8" }).filter((path) =>
    path.endsWith(".ts"),
  );
  const deleting = sources.filter((path) =>
    /\b(trashFile|vault\.delete|vault\.trash|adapter\.(remove|rmdir|trashLocal|trashSystem))\b/.test(
      readFileSync(join("src", path), "utf8"),
    ),
  );
  expect(deleting).toEqual([]);
});

test("8. on the command line nothing is written unasked", async () => {
  const { run, all, folder } = onDisk({ ...linked, "C.md": handMade });
  const before = all();
  const then = new Date(2020, 1, 1);
  for (const path of Object.keys(before)) utimesSync(join(folder, path), then, then);
  for (const args of [["lint"], ["lint", "--suggestions", "--format", "json"], ["facts"], ["tree", "A.md"]])
    expect((await run(...args)).code).toBeLessThan(2);
  await run("fix", "--dry-run");
  await run("init", "--dry-run");
  expect(all()).toEqual(before);
  for (const path of Object.keys(before)) expect(statSync(join(folder, path)).mtime).toEqual(then);
});

const obsidianSyntax = `---
title: All that Obsidian reads
aliases: [Everything]
tags: [a/b, c_d, ünï]
cssclasses: [wide]
---

# All that Obsidian reads

> [!note]- A callout, folded
> with [[B|a link]] and ==marked== text %%and a comment%%

| [[B\\|in a table]] | ![[B\\|100]] |
| --- | --- |

![[B#^block]] ![[B#Heading]] ![[picture.png|100x145]] [[B#Heading|there]] #tag/nested ^id

- [ ] a task with $x_1$ and $$\\sum$$
- [x] done[^1], [[#All that Obsidian reads]]

[^1]: A footnote with [[B]].

\`\`\`dataview
LIST FROM [[Nowhere at all]]
\`\`\`

\`\`\`mermaid
graph TD; A[[x]] --> B
\`\`\`
`;

test("9. what Obsidian reads is not taken for broken Markdown", async () => {
  const { run } = onDisk({
    "A.md": obsidianSyntax,
    "B.md": "# Heading\n\nwords ^block\n\n[[A]]\n",
    "picture.png": "",
  });
  const { out } = await run("lint", "--format", "json", "A.md", "B.md");
  expect(out.match(/"rule": ?"[^"]*"/g) ?? []).toEqual([]);
});

const untidy = `Title
=====

*   odd bullets
+ of three
- kinds


 

\tindented with a tab   
1) a number
1) the same again
### skips two levels ###
* * *
__bold__ and *slanted*, a line that is much longer than any formatter would want it to be, without any end in sight, on and on
https://example.org
[[B]]`;

test("10. nothing is formatted: an untidy note has no problem, and fixing leaves it as it is", async () => {
  const { run, all } = onDisk({ "A.md": untidy, "B.md": "[[A]]\n" });
  const { out } = await run("lint", "--format", "json");
  expect(out.match(/"rule": ?"[^"]*"/g) ?? []).toEqual([]);
  await run("fix");
  expect(all()["A.md"]).toBe(untidy);
});

test("11. updating a linkage block keeps all that was made by hand", () => {
  const text = `---
tags: [a, b]
---

See [[B]] and [[C]].

<div class="linkage-tree">
  <!-- mine -->
  <ul>
    <li>My own group
      <ul>
        <li>[[C]] because it matters</li>   <!-- first! -->
      </ul>
    </li>
    <li>tags
      <ul><li>#a</li></ul>
    </li>
  </ul>
</div>
`;
  const note = parseNote("A.md", text);
  const update = blockUpdate(note, text, vaultOf({ "A.md": text, "B.md": "", "C.md": "" }));
  if (!("edits" in update)) throw new Error(JSON.stringify(update));
  const updated = applyEdits(text, update.edits);
  expect(updated).not.toBe(text);
  const kept = text.split("\n").filter((line) => line.includes("<") && !line.includes("#a"));
  let from = 0;
  for (const line of kept) {
    const at = updated.indexOf(line.trim(), from);
    expect(at).toBeGreaterThanOrEqual(from);
    from = at;
  }
});

test("12. without a terminal nobody is asked anything", async () => {
  const { run } = onDisk(linked);
  expect(await run("fix", "--interactive")).toMatchObject({ code: 2, out: "" });
  expect((await run("fix")).out).not.toContain("?");
});

/** @jest-environment jsdom */
import { join } from "node:path";
import * as z from "../../src/journal/zod.ts";
import { lintReportSchema } from "../../src/report/json.ts";
import { folderOf, linkage } from "../cli/command-line.ts";
import { appOf, liveVaultOf } from "./app.ts";
import { filesIn } from "./files-in.ts";

/** What is compared of a problem. */
const sayings = z.array(
  z.object({
    path: z.string(),
    rule: z.string(),
    severity: z.string(),
    from: z.number(),
    to: z.number(),
    message: z.string(),
  }),
);

async function byCommandLine(folder: string): Promise<unknown> {
  const { out } = await linkage(["lint", "--vault", folder, "--format", "json"], { cwd: folder });
  return sorted(z.parse(lintReportSchema, JSON.parse(out)).diagnostics);
}

async function byPlugin(folder: string): Promise<unknown> {
  const vault = await liveVaultOf(appOf(filesIn(folder)));
  const found = [
    ...vault.configMistakes(),
    ...[...vault.linted()].flatMap((path) => vault.diagnostics(path)),
  ];
  return sorted(found.map(({ range, ...rest }) => ({ ...rest, ...range })));
}

function sorted(problems: unknown): unknown {
  return z
    .parse(sayings, problems)
    .map((problem) => JSON.stringify(problem))
    .sort();
}

const hostile = {
  "linkage.yaml": "rulez: {}\nignore: [Templates/]\nrules:\n  unresolved-link: info\n",
  "Templates/t.md": "[[gone]]",
  "crlf.md": "---\r\ntags: [2023]\r\n---\r\n[[gone]]\r\n",
  "mark.md": "\ufeff---\ntags: [2023]\n---\n[[crlf]] [[gone]]",
  "unclosed.md": "---\ntags: a\n\n[[gone]]",
  "odd.md": "---\n? [a, b]\n: &x {c: *x}\n---\n",
  "pic.png": "",
  "deep/er/Café.md": "![[pic.png]] [[cafe\u0301]] [[mark#None]]",
};

const conventions = {
  "linkage.yaml": `site: publish
extends: none
placeholders: [later]
ignore: [Templats/, "*.md.bak", Inbox/]
types:
  PM: { folders: [Memos, Memo], tags: memo, required: [status], properties: { status: [open, 2], due: datetime } }
  PR: { tags: [memo], linkage: maybe }
rules:
  unresolved-link: { ignore: [Nowhere.md], ignoreTargets: 3 }
  missing-type-tag: { ignore: [Memos/] }
`,
  "Inbox/a.md": "[[gone]]",
  "Memos/b.md": "---\npublish: true\nstatus: opn\ndue: 2023-07-18\n---\n[[c]] [[gone]] [[later]]",
  "c.md": "---\nnote_id: 230718TJ01\n---\n[[b]]",
  "Nowhere.md": "[[b]] [[gone]]",
};

test.each([
  ["a config with all kinds of faults", () => folderOf(conventions)],
  ["the sample vault", () => join(process.cwd(), "test/vaults/journal")],
  ["odd files", () => folderOf(hostile)],
])("law 7: plugin and command line say the same of %s", async (_, folder) => {
  const path = folder();
  const said = await byCommandLine(path);
  expect(said).not.toEqual([]);
  expect(await byPlugin(path)).toEqual(said);
});

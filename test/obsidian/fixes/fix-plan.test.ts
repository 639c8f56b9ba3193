/** @jest-environment jsdom */
import { MarkdownView } from "obsidian-test-mocks/obsidian";
import { FixPlan } from "../../../src/obsidian/fixes/fix-plan.ts";
import { vaultRequest, type FixRequest } from "../../../src/obsidian/fixes/fix-request.ts";
import { fixTree, isChoice, nodeWithKey, type FixNode } from "../../../src/obsidian/fixes/fix-tree.ts";
import { Slices } from "../../../src/obsidian/slices.ts";
import { connectedAppOf, fileAt, liveVaultOf, original } from "../app.ts";
import { openInEditor } from "../batch/batch-app.ts";

type App = ReturnType<typeof connectedAppOf>;

beforeEach(() => {
  jest.spyOn(performance, "now").mockReturnValue(0);
});

afterEach(() => {
  jest.restoreAllMocks();
});

const files = {
  "Linear-Regression.md": "",
  "a.md": "[[Linear Regression]] and [[linear regression]]\n",
  "in/b.md": "---\ntags: one\n---\n[[Linear Regression]]\n",
  "in/crlf.md": "first\r\n[[Linear Regression]]\r\n",
  "fine.md": "[[a]]\n",
};

/** A plan that has looked at all it is asked for. */
async function planOf(app: App, request: Partial<FixRequest> = {}): Promise<FixPlan> {
  const plan = new FixPlan(original(app), await liveVaultOf(app), { ...vaultRequest, ...request });
  await plan.make(new Slices(), () => undefined);
  return plan;
}

/** What is to be written. */
async function settled(plan: FixPlan): Promise<readonly string[]> {
  const { fixes, unread } = await plan.settle(new Slices(), () => undefined);
  return [
    ...fixes.filter(({ before, after }) => before !== after).map(({ path, after }) => `${path}: ${after}`),
    ...unread.map((path) => `${path} unread`),
  ].sort();
}

function keysIn(plan: FixPlan, path: string): readonly string[] {
  return (plan.notes.get(path)?.done ?? []).map(({ key }) => key);
}

const led = "[[Linear-Regression|Linear Regression]]";

test("looks at the whole vault, and writes nothing", async () => {
  const app = connectedAppOf(files);
  const process = jest.spyOn(app.vault, "process");
  const plan = await planOf(app);
  expect([...plan.notes.keys()].sort()).toEqual(["a.md", "in/b.md", "in/crlf.md"]);
  expect(await settled(plan)).toEqual([
    `a.md: ${led} and [[Linear-Regression|linear regression]]\n`,
    `in/b.md: ---\ntags: [one]\n---\n${led}\n`,
    `in/crlf.md: first\r\n${led}\r\n`,
  ]);
  expect(process).not.toHaveBeenCalled();
});

test.each<readonly [string, Partial<FixRequest>, readonly string[]]>([
  ["a rule", { rules: ["property-type"] }, [`in/b.md: ---\ntags: [one]\n---\n[[Linear Regression]]\n`]],
  [
    "a folder and a target",
    { paths: ["in"], targets: ["Linear Regression"] },
    [`in/b.md: ---\ntags: one\n---\n${led}\n`, `in/crlf.md: first\r\n${led}\r\n`],
  ],
  ["a note", { paths: ["in/crlf.md"] }, [`in/crlf.md: first\r\n${led}\r\n`]],
  [
    "links as plain text",
    { repair: { kind: "text" }, paths: ["a.md"], rules: ["unresolved-link"] },
    ["a.md: Linear Regression and linear regression\n"],
  ],
  [
    "links to another note",
    { repair: { kind: "link", path: "fine.md" }, paths: ["in/crlf.md"] },
    ["in/crlf.md: first\r\n[[fine|Linear Regression]]\r\n"],
  ],
])("looks at what is asked for alone: %s", async (_, request, expected) => {
  expect(await settled(await planOf(connectedAppOf(files), request))).toEqual(expected);
});

test("what is left out stays as it is, and nothing else", async () => {
  const plan = await planOf(connectedAppOf(files));
  plan.choose(keysIn(plan, "a.md").slice(0, 1), false);
  plan.choose(keysIn(plan, "in/b.md"), false);
  const part = "[[Linear Regression]] and [[Linear-Regression|linear regression]]\n";
  expect(plan.chosenFix("a.md")?.after).toBe(part);
  expect(plan.chosenFix("in/b.md")?.after).toBe(files["in/b.md"]);
  expect(await settled(plan)).toEqual([`a.md: ${part}`, `in/crlf.md: first\r\n${led}\r\n`]);
});

test("a note that has changed since is not written, until the plan has looked at it again", async () => {
  const app = connectedAppOf(files);
  const plan = await planOf(app);
  plan.choose(keysIn(plan, "a.md").slice(1), false);
  await app.vault.modify(fileAt(app, "a.md"), `New first line\n${files["a.md"]}`);
  expect(await settled(plan)).toContain("a.md unread");
  expect(await plan.follow(["a.md"], new Slices())).toBe(true);
  expect(await settled(plan)).toContain(`a.md: New first line\n${led} and [[linear regression]]\n`);
});

test("after an undo the same of two repairs that say the same is left out", async () => {
  const app = connectedAppOf({ "Home.md": "", "a.md": "[[home!]] and [[home!]]\n" });
  const plan = await planOf(app);
  const [first = "", second] = keysIn(plan, "a.md");
  plan.choose([first], false);
  const { before = "", after = "" } = plan.chosenFix("a.md") ?? {};
  expect(after).toBe("[[home!]] and [[Home|home!]]\n");
  for (const text of [after, before]) {
    await app.vault.modify(fileAt(app, "a.md"), text);
    await plan.follow(["a.md"], new Slices());
  }
  expect(plan.choice.keysOf(plan.notes.get("a.md")?.done ?? [])).toEqual([second]);
});

test("what another change has taken away, and an undo brings back, is left out again", async () => {
  const app = connectedAppOf({ "Home.md": "", "a.md": "[[home!]] and [[home?]]\n" });
  const plan = await planOf(app);
  const [first = "", second = ""] = keysIn(plan, "a.md");
  plan.choose([first], false);
  await app.vault.modify(fileAt(app, "a.md"), "[[Home]] and [[home?]]\n");
  await plan.follow(["a.md"], new Slices());
  await app.vault.modify(fileAt(app, "a.md"), "[[home!]] and [[home?]]\n");
  await plan.follow(["a.md"], new Slices());
  expect(plan.choice.keysOf(plan.notes.get("a.md")?.done ?? [])).toEqual([second]);
});

test("what was chosen since is not left out again by an undo", async () => {
  const app = connectedAppOf({ "Home.md": "", "a.md": "[[home!]] and [[home!]]\n" });
  const plan = await planOf(app);
  plan.choose(keysIn(plan, "a.md").slice(0, 1), false);
  const { before = "", after = "" } = plan.chosenFix("a.md") ?? {};
  await app.vault.modify(fileAt(app, "a.md"), after);
  await plan.follow(["a.md"], new Slices());
  plan.choose(keysIn(plan, "a.md"), true);
  await app.vault.modify(fileAt(app, "a.md"), before);
  await plan.follow(["a.md"], new Slices());
  expect(plan.choice.of(plan.notes.get("a.md")?.done ?? [])).toBe("all");
});

test("what is left out of a note stays so when that is renamed", async () => {
  const app = connectedAppOf(files);
  const plan = await planOf(app);
  plan.choose(keysIn(plan, "in/crlf.md"), false);
  plan.choice.rename("in/crlf.md", "moved.md");
  const moved = plan.notes.get("in/crlf.md")?.done.map((repair) => ({
    ...repair,
    key: repair.key.replace("in/crlf.md", "moved.md"),
  }));
  expect(plan.choice.of(moved ?? [])).toBe("none");
});

test("a note that is gone, or is fine now, is no longer in the plan", async () => {
  const app = connectedAppOf(files);
  const plan = await planOf(app);
  await app.vault.modify(fileAt(app, "a.md"), "fine\n");
  await app.fileManager.trashFile(fileAt(app, "in/b.md"));
  expect(await plan.follow(["a.md", "in/b.md", "fine.md"], new Slices())).toBe(true);
  expect([...plan.notes.keys()]).toEqual(["in/crlf.md"]);
});

test("a note that was looked at again and is as it was is no news", async () => {
  const app = connectedAppOf(files);
  const plan = await planOf(app);
  plan.choose(keysIn(plan, "a.md").slice(0, 1), false);
  const [all, chosen] = [plan.notes.get("a.md"), plan.chosenFix("a.md")];
  expect(await plan.follow(["a.md", "in/b.md", "in/crlf.md", "fine.md"], new Slices())).toBe(false);
  expect(plan.notes.get("a.md")).toBe(all);
  expect(plan.chosenFix("a.md")).toBe(chosen);
});

test("a change is made anew for the line ends of an editor, and for those of the file", async () => {
  const app = connectedAppOf(files);
  const plan = await planOf(app);
  const fix = plan.notes.get("in/crlf.md");
  const lf = "first\n[[Linear Regression]]\n";
  const remade = fix && plan.remake(fix, lf);
  expect(remade?.after).toBe(`first\n${led}\n`);
  const view = await openInEditor(app, "in/crlf.md");
  expect(view).toBeInstanceOf(MarkdownView);
  await plan.follow(["in/crlf.md"], new Slices());
  const shown = plan.notes.get("in/crlf.md");
  expect(shown?.before).toBe(lf);
  expect(shown && plan.remake(shown, files["in/crlf.md"])?.after).toBe(`first\r\n${led}\r\n`);
});

/** Rows with all below them, by their depth. */
function said(nodes: readonly FixNode[], depth = 0): readonly string[] {
  return nodes.flatMap((node) => [
    `${"  ".repeat(depth)}${node.label}${isChoice(node) ? ` ${String(node.repairs.length)}` : ""}`,
    ...said(node.nodes(), depth + 1),
  ]);
}

test.each<readonly [FixRequest["grouping"], readonly string[]]>([
  ["rule", ["unresolved-link 4", "property-type 1"]],
  ["target", ["Linear Regression 3", "tags 1", "linear regression 1"]],
  ["folder", ["Top folder 2", "in 3"]],
  ["note", ["a 2", "b 2", "crlf 1"]],
])("is grouped by %s", async (grouping, top) => {
  const { notes, elsewhere } = await planOf(connectedAppOf(files));
  const tree = said(fixTree({ fixes: notes.values(), elsewhere }, grouping));
  expect(tree.filter((row) => !row.startsWith(" "))).toEqual(top);
});

test("finds each of its rows by its key", async () => {
  const { notes, elsewhere } = await planOf(connectedAppOf(files));
  const all = (nodes: readonly FixNode[]): readonly FixNode[] =>
    nodes.flatMap((node) => [node, ...all(node.nodes())]);
  for (const grouping of ["rule", "target", "folder", "note"] as const) {
    const tree = fixTree({ fixes: notes.values(), elsewhere }, grouping);
    for (const node of all(tree)) expect(nodeWithKey(tree, node.key)).toBe(node);
    expect(nodeWithKey(tree, "gone")).toBeNull();
  }
});

test("tells what is refused and why, and what comes to light", async () => {
  const app = connectedAppOf({ "Draft-Note.md": "---\ndraft: true\n---\n", "a.md": "[[Draft Note]]\n" });
  const plan = await planOf(app, { repair: { kind: "link", path: "Draft-Note.md" } });
  const [problem] = [...plan.notes.values()].flatMap(({ refused }) => refused.map((each) => each.problem));
  expect(problem).toBeDefined();
  const elsewhere = problem ? [{ ...problem, message: "Two notes have this id" }] : [];
  expect(said(fixTree({ fixes: plan.notes.values(), elsewhere }, "note"))).toEqual([
    'Not repaired: "Draft-Note" is not published, expected a published note to link to published notes',
    '  Link to "Draft-Note"',
    "Would come to light",
    "  Two notes have this id",
  ]);
});

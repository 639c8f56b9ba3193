/** @jest-environment jsdom */
import type { Editor } from "obsidian";
import { MarkdownView, WorkspaceLeaf, type Plugin } from "obsidian-test-mocks/obsidian";
import { appOf, fileAt } from "../app.ts";
import { enable, until } from "../enabled-plugin.ts";
import { heardNotices } from "../heard-notices.ts";

const files = {
  "Home.md": "",
  "Plan.md": "---\ntitle: The plan\n---\n",
  "a.md": "",
  "old.md": '<div class="linkage-tree"></div>\n',
};
const head = "---\nnote_id: 230718TJ01\ntags: [tech-journal, ai]\n---\n";

/** Run a command in an editor with this text; gives whether it is there, and the editor when something was said or written. */
async function run(
  id: string,
  text: string,
  act: (view: MarkdownView) => void = () => undefined,
): Promise<{
  readonly isThere: boolean;
  readonly after: string;
  readonly said: readonly string[];
  readonly steps: number;
}> {
  const app = appOf(files);
  const said = heardNotices();
  const plugin: Plugin = enable(app);
  const view = MarkdownView.create2__(WorkspaceLeaf.create2__(app));
  view.file = fileAt(app, "a.md");
  view.editor.setValue(text);
  const steps = jest.spyOn(view.editor, "transaction");
  const command = plugin.commands__.get(id);
  const editor = view.editor as unknown as Editor;
  const isThere = command?.editorCheckCallback?.(true, editor, view.asOriginalType7__()) === true;
  if (isThere) {
    command.editorCheckCallback?.(false, editor, view.asOriginalType7__());
    act(view);
    const before = view.editor.getValue();
    await until(() => said.length > 0 || view.editor.getValue() !== before);
  }
  plugin.unload();
  return { isThere, after: view.editor.getValue(), said, steps: steps.mock.calls.length };
}

afterEach(() => {
  jest.restoreAllMocks();
});

test("a block is inserted where notes of its type have theirs, in one step", async () => {
  const text = `${head}See [[Plan]].\n\n#\n`;
  const { after, steps, said } = await run("insert-block", text);
  expect(after).toMatch(/See \[\[Plan\]\]\.\n\n## linkage\n<div class="linkage-tree">\n[^]*<\/div>\n\n#\n$/);
  expect(after).toContain("<li>#ai</li>");
  expect(after).toContain("<li>[[Plan]]</li>");
  expect(after).not.toContain("#tech-journal");
  expect([steps, said]).toEqual([1, []]);
});

test("a block is completed, with all of its own", async () => {
  const block = '<div class="linkage">\n<ul> <!-- mine -->\n\t<li>[[Home]]</li>\n</ul>\n</div>\n';
  const { after, steps, said } = await run("update-block", `${head}[[Plan]] and [[Home]].\n\n${block}`);
  expect(after).toBe(
    `${head}[[Plan]] and [[Home]].\n\n${block.replace("</li>\n", "</li>\n\t<li>#ai</li>\n\t<li>[[Plan]]</li>\n")}`,
  );
  expect([steps, said]).toEqual([1, ["Added to the linkage block: 1 tag and 1 link"]]);
});

test.each([
  [
    "update-block",
    '[[Home]]\n\n<div class="linkage">\n<ul>\n\n<li>x</li></ul></div>\n',
    "The linkage block stays as it is. Line 5: A blank line ends the HTML of the linkage block here, expected none inside",
  ],
  ["update-block", '<div class="linkage"></div>\n', "The linkage block shows every tag and link of the note"],
  [
    "update-block",
    '[[Home]]\n\n<div class="linkage"><ul></ul><ul></ul></div>\n',
    "The linkage block stays as it is: none of its lists can be told to be for what is missing",
  ],
  ["insert-block", "Words.\n", "The note has no tags and no links for a linkage block"],
  [
    "insert-block",
    "[[Home]]\n\n```\ncode\n",
    "There is no place for a linkage block: what stands above it would take it for text of its own",
  ],
])("%s writes nothing into %j and says why", async (id, text, why) => {
  expect(await run(id, text)).toEqual({ isThere: true, after: text, said: [why], steps: 0 });
});

test("what was written meanwhile is left alone", async () => {
  const { after, said } = await run("insert-block", "[[Home]]\n", ({ editor }) => {
    editor.setValue("Other words.\n");
  });
  expect([after, said]).toEqual(["Other words.\n", ["The note has changed meanwhile and stays as it is"]]);
});

test.each([
  ["insert-block", '<div class="linkage"></div>\n'],
  ["update-block", "[[Home]]\n"],
])("%s is not there for %j", async (id, text) => {
  expect(await run(id, text)).toMatchObject({ isThere: false, after: text });
});

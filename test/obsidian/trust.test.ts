/** @jest-environment jsdom */
import { Modal } from "obsidian";
import { appOf, fileAt } from "./app.ts";
import { batchesOf, batchOf, openInEditor, said } from "./batch/batch-app.ts";
import { enable } from "./enabled-plugin.ts";

/*
 * How other tools of this kind lost the trust of those who used them: test/trust.test.ts, continued for the plugin.
 */

const files = {
  "Linear-Regression.md": "---\ntitle: Linear Regression\n---\n",
  "A.md": "---\ntags: [a, A]\n---\n\n[[Linear Regression]] [[Nowhere]]\n",
};

test("1. in the app no note is overwritten from a stale read", async () => {
  const app = appOf(files);
  const batch = batchOf([{ path: "A.md", before: files["A.md"], from: "[[Nowhere]]", to: "Nowhere" }]);
  await app.vault.modify(fileAt(app, "A.md"), "Synced from elsewhere\n");
  expect((await batchesOf(app).write(batch, null)).written).toEqual([]);
  expect(await said(app, "A.md")).toBe("Synced from elsewhere\n");
});

test("2. in the app no edit is applied to another editor state than it was computed for", async () => {
  const app = appOf(files);
  const { editor } = await openInEditor(app, "A.md");
  const batch = batchOf([{ path: "A.md", before: editor.getValue(), from: "[[Nowhere]]", to: "Nowhere" }]);
  editor.replaceRange("typed ", { line: 0, ch: 0 });
  expect((await batchesOf(app).write(batch, null)).written).toEqual([]);
  expect(editor.getValue()).toBe(`typed ${files["A.md"]}`);
});

test("4. in the app the frontmatter of a CRLF file that is open in an editor is changed where it stands", async () => {
  const crlf = { "A.md": files["A.md"].replaceAll("\n", "\r\n") };
  const app = appOf(crlf);
  const { editor } = await openInEditor(app, "A.md");
  const batch = batchOf([{ path: "A.md", before: crlf["A.md"], from: "[a, A]", to: "[a]" }]);
  expect((await batchesOf(app).write(batch, null)).written).toEqual(["A.md"]);
  expect(editor.getValue()).toBe(files["A.md"].replace("[a, A]", "[a]"));
});

test("8. in the app nothing is written unasked, whatever is opened, saved or synced", async () => {
  const app = appOf(files);
  const written: string[] = [];
  for (const method of ["modify", "create", "process", "append", "rename", "delete", "trash"] as const)
    jest.spyOn(app.vault, method as "modify").mockImplementation(() => {
      written.push(method);
      return Promise.reject(new Error("Nobody asked"));
    });
  const plugin = enable(app);
  for (const file of app.vault.getFiles()) app.vault.trigger("modify", file);
  await new Promise((resolve) => setTimeout(resolve, 300));
  plugin.unload();
  expect(written).toEqual([]);
});

test("12. no dialog stands in the way of a command that lints or repairs one problem", async () => {
  const open = jest.spyOn(Modal.prototype, "open").mockImplementation(() => undefined);
  const app = appOf(files);
  const plugin = enable(app);
  for (const id of [
    "lint-vault",
    "lint-note",
    "next-problem",
    "fix-problem",
    "open-problems",
    "open-tree",
    "fix-vault",
    "undo-batch",
  ])
    plugin.commands__.get(id)?.callback?.();
  await new Promise((resolve) => setTimeout(resolve, 300));
  plugin.unload();
  expect(open).not.toHaveBeenCalled();
});

/** @jest-environment jsdom */
import { Modal } from "obsidian";
import { appOf } from "./app.ts";
import { enable } from "./enabled-plugin.ts";

/*
 * How other tools of this kind lost the trust of those who used them: test/trust.test.ts, continued for the plugin.
 */

const files = {
  "Linear-Regression.md": "---\ntitle: Linear Regression\n---\n",
  "A.md": "---\ntags: [a, A]\n---\n\n[[Linear Regression]] [[Nowhere]]\n",
};

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
  for (const id of ["lint-vault", "lint-note", "next-problem", "fix-problem", "open-problems", "open-tree"])
    plugin.commands__.get(id)?.callback?.();
  await new Promise((resolve) => setTimeout(resolve, 300));
  plugin.unload();
  expect(open).not.toHaveBeenCalled();
});

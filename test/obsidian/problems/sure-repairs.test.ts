/** @jest-environment jsdom */
import { type appOf, connectedAppOf, fileAt, liveVaultOf } from "../app.ts";
import { until } from "../enabled-plugin.ts";
import { settle } from "../list-view.ts";
import { openView } from "./open-view.ts";

const files = {
  "heat pumps.md": "",
  "a.md": "[[Nowhere]] [[Nowhere]] [[Nowhere]] [[Elsewhere]] [[Elsewhere]] [[heat-pumps]]\n",
  "b.md": "---\ntags: [a, A]\n---\n",
};

/** What the rows of the rule about links are called. */
async function targets(app: ReturnType<typeof appOf>, state: Readonly<Record<string, unknown>> = {}) {
  const view = await openView(app, await liveVaultOf(app), state);
  await settle();
  return { view, said: () => view.said().filter((row) => /where|pumps/.test(row)) };
}

test("by target, sure repairs come first", async () => {
  const { said } = await targets(connectedAppOf(files));
  expect(said()).toEqual(["heat-pumps a 1:65", "Nowhere 3", "Elsewhere 2"]);
});

test("also when they come later, and not when they are gone", async () => {
  const app = connectedAppOf({ ...files, "heat pumps.md": "", "Elsewhere!.md": "" });
  const { said } = await targets(app, { rule: "unresolved-link" });
  expect(said()).toEqual(["Elsewhere 2", "heat-pumps a 1:65", "Nowhere 3"]);
  await app.fileManager.trashFile(fileAt(app, "Elsewhere!.md"));
  await app.vault.create("no pumps.md", "");
  await app.vault.modify(fileAt(app, "a.md"), `${files["a.md"]}[[no-pumps]]\n`);
  await until(() => said().length === 4);
  await settle();
  expect(said()).toEqual(["heat-pumps a 1:65", "no-pumps a 2:1", "Nowhere 3", "Elsewhere 2"]);
});

test("by filters that come first too", async () => {
  const { view, said } = await targets(connectedAppOf(files), { text: "no-such-thing" });
  expect(said()).toEqual([]);
  await view.setState({ text: "" }, { history: false });
  await settle();
  expect(said()[0]).toBe("heat-pumps a 1:65");
});

test("a note that cannot be read, or says something else, leaves the order as it is", async () => {
  const app = connectedAppOf(files);
  const vault = await liveVaultOf(app);
  jest.spyOn(app.vault, "cachedRead").mockRejectedValue(new Error("No disk"));
  const view = await openView(app, vault);
  expect(view.said().filter((row) => /where|pumps/.test(row))).toEqual([
    "Nowhere 3",
    "Elsewhere 2",
    "heat-pumps a 1:65",
  ]);
});

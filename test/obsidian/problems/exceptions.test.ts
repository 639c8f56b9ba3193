/** @jest-environment jsdom */
import { type App, ConfirmationModal, type MarkdownView, Modal } from "obsidian-test-mocks/obsidian";
import { connectedAppOf, fileAt, liveVaultOf, nextChange } from "../app.ts";
import type { LiveVault } from "../../../src/obsidian/live-vault.ts";
import { heardNotices } from "../heard-notices.ts";
import { settle } from "../list-view.ts";
import { choose, shownMenus, titlesOf } from "../shown-menus.ts";
import { type OpenView, openView, withEditors } from "./open-view.ts";

const files = {
  "Home.md": "",
  "alpha.md": "---\r\ntitle: A # c\r\n---\r\n[[Nowhere]]\r\n",
  "beta.md": "[[Nowhere]]\n",
  "sub/broken.md": "---\na: [b\n---\n",
};

let app: App;
let vault: LiveVault;
let opened: () => MarkdownView | null;
let notices: readonly string[];

beforeEach(() => {
  notices = heardNotices();
});

afterEach(() => {
  jest.restoreAllMocks();
});

async function open(more: Readonly<Record<string, string>> = {}, grouping = "note"): Promise<OpenView> {
  app = connectedAppOf({ ...files, ...more });
  ({ opened } = withEditors(app));
  vault = await liveVaultOf(app);
  return openView(app, vault, { grouping });
}

/** Choose an item of a row's menu; gives the dialog that asks for confirmation. */
async function ask(view: OpenView, row: string, title: string): Promise<ConfirmationModal | null> {
  const menus = shownMenus();
  const shown: Modal[] = [];
  jest.spyOn(Modal.prototype, "open").mockImplementation(function (this: Modal) {
    shown.push(this);
  });
  view.click(view.row(row), "contextmenu");
  await settle();
  choose(menus.at(-1), title);
  await settle();
  const [modal] = shown;
  return modal instanceof ConfirmationModal ? modal : null;
}

/** What a dialog says. */
function said(modal: ConfirmationModal | null): readonly string[] {
  return Array.from(modal?.contentEl.querySelectorAll("p, pre > div") ?? [], (el) => el.textContent);
}

async function confirm(modal: ConfirmationModal | null): Promise<void> {
  modal?.buttonContainerEl.querySelector("button")?.click();
  await settle();
}

async function text(path: string): Promise<string> {
  return app.vault.read(fileAt(app, path));
}

const ruleHere = "Ignore unresolved-link in this note…";

test.each([
  ["note", "Nowhere", ['Keep "Nowhere" as a placeholder…', ruleHere, "Ignore this note…"]],
  ["note", "alpha", ["Ignore this note…"]],
  ["target", "Nowhere", ['Keep "Nowhere" as a placeholder…']],
  ["rule", "unresolved-link", []],
])("by %s, the row of %s has its exceptions", async (grouping, row, expected) => {
  const view = await open({}, grouping);
  const menus = shownMenus();
  view.click(view.row(row), "contextmenu");
  await settle();
  expect(titlesOf(menus.at(-1)).filter((title) => /^(?:Keep|Ignore)/.test(title))).toEqual(expected);
});

test("what no rule has found has none", async () => {
  const view = await open({ "linkage.yaml": "rulez: a\n" });
  const menus = shownMenus();
  view.click(view.row("rulez"), "contextmenu");
  await settle();
  expect(titlesOf(menus.at(-1)).filter((title) => /^(?:Keep|Ignore)/.test(title))).toEqual([]);
});

test("a target is kept as a placeholder, and its problems are gone", async () => {
  const view = await open({ "linkage.yaml": "# ours\nplaceholders: [Later] # yes\n" });
  const modal = await ask(view, "Nowhere", 'Keep "Nowhere" as a placeholder…');
  expect(modal?.titleEl.textContent).toBe('Keep "Nowhere" as a placeholder');
  expect(said(modal)).toEqual([
    'These lines of "linkage.yaml" will change:',
    "- placeholders: [Later] # yes",
    "+ placeholders: [Later, Nowhere] # yes",
  ]);
  expect(await text("linkage.yaml")).toBe("# ours\nplaceholders: [Later] # yes\n");
  const change = nextChange(vault);
  await confirm(modal);
  expect(await text("linkage.yaml")).toBe("# ours\nplaceholders: [Later, Nowhere] # yes\n");
  expect(notices).toEqual(['"linkage.yaml" was changed']);
  await change;
  expect(vault.diagnostics("alpha.md")).toEqual([]);
});

test("a note is ignored, in a file that is made for it", async () => {
  const modal = await ask(await open(), "broken", "Ignore this note…");
  expect(said(modal)).toEqual([
    '"linkage.yaml" will be created with these lines:',
    "+ # The conventions of this vault, as Linkage checks them.",
    "+ ignore: [sub/broken.md]",
  ]);
  const lines = modal?.contentEl.querySelector("pre");
  expect([lines?.getAttribute("role"), lines?.getAttribute("aria-label")]).toEqual([
    "group",
    "Changed lines",
  ]);
  await confirm(modal);
  expect(await text("linkage.yaml")).toContain("ignore: [sub/broken.md]\n");
});

test("a rule is switched off in a note's file", async () => {
  const modal = await ask(await open(), "Nowhere", ruleHere);
  expect(said(modal)).toEqual([
    'These lines of "alpha.md" will change:',
    "+ linkage-disable:",
    "+   - unresolved-link",
  ]);
  await confirm(modal);
  expect(await text("alpha.md")).toBe(
    files["alpha.md"].replace("\r\n---\r\n[", "\r\nlinkage-disable:\r\n  - unresolved-link\r\n---\r\n["),
  );
  expect(notices).toEqual(['"alpha.md" was changed']);
});

test("a rule is switched off in the editor that shows the note", async () => {
  const view = await open();
  view.click(view.row("Nowhere"));
  await settle();
  await confirm(await ask(view, "Nowhere", ruleHere));
  expect(opened()?.editor.getValue()).toBe(
    "---\ntitle: A # c\nlinkage-disable:\n  - unresolved-link\n---\n[[Nowhere]]\n",
  );
  expect(vault.diagnostics("alpha.md")).toEqual([]);
});

test("where a note gives no place for it, the rule ignores the note in linkage.yaml", async () => {
  const modal = await ask(await open(), "cannot be read", "Ignore invalid-frontmatter in this note…");
  expect(said(modal).slice(2)).toEqual([
    "+ rules:",
    "+   invalid-frontmatter:",
    "+     ignore: [sub/broken.md]",
  ]);
});

describe("nothing is written", () => {
  test("unless it is confirmed", async () => {
    await ask(await open(), "Nowhere", ruleHere);
    expect(await text("alpha.md")).toBe(files["alpha.md"]);
    expect(notices).toEqual([]);
  });

  test("into a note that has changed", async () => {
    const modal = await ask(await open(), "Nowhere", ruleHere);
    await app.vault.modify(fileAt(app, "alpha.md"), "[[Nowhere]] new");
    await confirm(modal);
    expect(await text("alpha.md")).toBe("[[Nowhere]] new");
    expect(notices).toEqual(['"alpha.md" has changed meanwhile, so nothing was written']);
  });

  test("into a config that has changed", async () => {
    const modal = await ask(await open({ "linkage.yaml": "ignore: x\n" }), "alpha", "Ignore this note…");
    await app.vault.modify(fileAt(app, "linkage.yaml"), "ignore: y\n");
    await confirm(modal);
    expect(await text("linkage.yaml")).toBe("ignore: y\n");
    expect(notices).toEqual(['"linkage.yaml" has changed meanwhile, so nothing was written']);
  });

  test("over a config that has come meanwhile", async () => {
    const modal = await ask(await open(), "alpha", "Ignore this note…");
    await app.vault.create("linkage.yaml", "ignore: y\n");
    await confirm(modal);
    expect(await text("linkage.yaml")).toBe("ignore: y\n");
    expect(notices).toEqual(['"linkage.yaml" has changed meanwhile, so nothing was written']);
  });

  test("into a config that does not parse", async () => {
    expect(
      await ask(await open({ "linkage.yaml": "ignore: [x\n" }), "alpha", "Ignore this note…"),
    ).toBeNull();
    expect(notices).toEqual([expect.stringMatching(/^linkage.yaml was not changed: Line 2 cannot be read/)]);
  });

  test("when the app cannot", async () => {
    const modal = await ask(await open(), "Nowhere", ruleHere);
    jest.spyOn(app.vault, "process").mockRejectedValue(new Error("No disk"));
    await confirm(modal);
    expect(notices).toEqual(["That did not work: No disk"]);
  });
});

/** @jest-environment jsdom */
import { type App, ConfirmationModal, Modal } from "obsidian-test-mocks/obsidian";
import { inferNoteTypes } from "../../../src/obsidian/note-types/infer-note-types.ts";
import type { LiveVault } from "../../../src/obsidian/live-vault.ts";
import { linkage, folderOf } from "../../cli/command-line.ts";
import { filesOf } from "../../inference/journal-of.ts";
import { appOf, fileAt, liveVaultOf, nextChange, original } from "../app.ts";
import { heardNotices } from "../heard-notices.ts";
import { settle } from "../list-view.ts";
import { openView } from "../problems/open-view.ts";

const notes = filesOf(
  { count: 6, code: "MR", classes: ["market-report"], folder: "memo", body: "#" },
  { count: 2, folder: "Pages" },
);

let notices: readonly string[];
let shown: Modal[];

beforeEach(() => {
  notices = heardNotices();
  shown = [];
  jest.spyOn(Modal.prototype, "open").mockImplementation(function (this: Modal) {
    shown.push(this);
  });
});

afterEach(() => {
  jest.restoreAllMocks();
});

async function infer(app: App, vault: LiveVault): Promise<ConfirmationModal | null> {
  await inferNoteTypes(original(app), vault);
  const [modal] = shown;
  return modal instanceof ConfirmationModal ? modal : null;
}

async function confirm(modal: ConfirmationModal | null): Promise<void> {
  modal?.buttonContainerEl.querySelector("button")?.click();
  await settle();
}

test("shows what it found, and writes what the command line writes once that is confirmed", async () => {
  const app = appOf(notes);
  const vault = await liveVaultOf(app);
  const modal = await infer(app, vault);
  expect(modal?.contentEl.querySelector("p")?.textContent).toBe("1 note type in 8 notes; 2 without one.");
  const cells = Array.from(modal?.contentEl.querySelectorAll("td") ?? [], (el) => el.textContent);
  expect(cells).toEqual(["MR", "6", "class market-report; folder memo"]);
  expect(modal?.contentEl.querySelector("pre")?.textContent).toContain("+   MR:");
  expect(app.vault.getFileByPath("linkage.yaml")).toBeNull();

  const change = nextChange(vault);
  await confirm(modal);
  await change;
  const { out } = await linkage(["init", "--dry-run", folderOf(notes)]);
  expect(await app.vault.read(fileAt(app, "linkage.yaml"))).toBe(out);
  expect(notices).toEqual(['"linkage.yaml" was changed']);
  expect(vault.vaultConfig.conventions.types.map(({ code }) => code)).toEqual(["MR"]);
});

test("never writes over a file, nor over one that has come meanwhile", async () => {
  const app = appOf(notes);
  const vault = await liveVaultOf(app);
  const modal = await infer(app, vault);
  app.vault.createSync__("linkage.yaml", "# theirs\n");
  await confirm(modal);
  expect(await app.vault.read(fileAt(app, "linkage.yaml"))).toBe("# theirs\n");
  await inferNoteTypes(original(app), vault);
  expect(shown).toHaveLength(1);
  expect(notices).toEqual([
    "linkage.yaml has been created meanwhile, so nothing was written",
    "linkage.yaml is there already, and nothing is written over it. Your note types are in the settings",
  ]);
});

test("says where there is nothing to infer from", async () => {
  const app = appOf({ "a.md": "" });
  expect(await infer(app, await liveVaultOf(app))).toBeNull();
  expect(notices).toEqual([expect.stringMatching(/^No note types in 1 note: /)]);
});

describe("the problems view", () => {
  async function offer(files: Readonly<Record<string, string>>, app = appOf(files)): Promise<HTMLElement> {
    const view = await openView(app, await liveVaultOf(app));
    return view.one(".linkage-problems-offer");
  }

  test.each<readonly [string, Readonly<Record<string, string>>, string]>([
    ["offers to infer note types", notes, ""],
    ["does not where there is a config", { ...notes, "linkage.yaml": "" }, "none"],
    ["does not where nothing is in common", { "a.md": "[[b]]" }, "none"],
  ])("%s", async (_, files, display) => {
    expect((await offer(files)).style.display).toBe(display);
  });

  test("shows what is inferred, without writing", async () => {
    (await offer(notes)).querySelector("button")?.click();
    await settle();
    expect(shown[0]).toBeInstanceOf(ConfirmationModal);
  });

  test("does not offer again what was declined", async () => {
    const app = appOf(notes);
    const el = await offer(notes, app);
    el.querySelector<HTMLElement>("[aria-label='Not now']")?.click();
    expect(el.style.display).toBe("none");
    expect((await offer(notes, app)).style.display).toBe("none");
  });
});

/** @jest-environment jsdom */
import { forceLinting, forEachDiagnostic, type Action, type Diagnostic } from "@codemirror/lint";
import { EditorState } from "@codemirror/state";
import { EditorView } from "@codemirror/view";
import { editorInfoField, Modal } from "obsidian";
import { editorLint, LINT_DELAY } from "../../src/obsidian/editor-lint.ts";
import type { LiveVault } from "../../src/obsidian/live-vault.ts";
import { mark } from "../marked.ts";
import { connectedAppOf, fileAt, liveVaultOf, nextChange, original, unreadVaultOf } from "./app.ts";

const views: EditorView[] = [];

// Work is cut into slices by the clock; where it stands still, nothing depends on how busy the machine is.
beforeEach(() => {
  jest.spyOn(performance, "now").mockReturnValue(0);
});

afterEach(() => {
  jest.restoreAllMocks();
  for (const view of views.splice(0)) view.destroy();
});

/** An editor on the note at `path`, as the app opens it; null for an editor without a file. */
function editorOn(
  app: ReturnType<typeof connectedAppOf>,
  vault: LiveVault,
  path: string | null,
  doc: string,
): EditorView {
  const file = path === null ? null : fileAt(app, path).asOriginalType2__();
  const info = { app: original(app), file, hoverPopover: null };
  const state = EditorState.create({
    doc,
    extensions: [editorInfoField.init(() => info), editorLint(vault)],
  });
  const view = new EditorView({ state, parent: document.body });
  views.push(view);
  return view;
}

/** Lint now and wait for what comes of it. */
async function linted(view: EditorView): Promise<readonly Diagnostic[]> {
  forceLinting(view);
  await Promise.resolve();
  await new Promise((resolve) => setTimeout(resolve, 0));
  return shown(view);
}

function shown(view: EditorView): readonly Diagnostic[] {
  const found: Diagnostic[] = [];
  forEachDiagnostic(view.state, (diagnostic) => found.push(diagnostic));
  return found;
}

function rest(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, LINT_DELAY + 200));
}

/** The action of this name on the first diagnostic. */
function actionOf([diagnostic]: readonly Diagnostic[], name: string): Action {
  const action = diagnostic?.actions?.find((each) => each.name === name);
  if (!action) throw new RangeError(`There is no action "${name}" in ${JSON.stringify(diagnostic?.actions)}`);
  return action;
}

const files = { "Home.md": "", "a.md": "" };

describe.each([
  ["a link", "See [[Home]] and «[[Hoem]]»."],
  ["in the frontmatter", '---\ntags: [«2023»]\nup: "«[[Hoem]]»"\n---\n'],
  ["nothing", "See [[Home]]."],
])("marks %s", (_, marked) => {
  test("in an editor", async () => {
    const app = connectedAppOf(files);
    const vault = await liveVaultOf(app);
    const text = marked.replace(/[«»]/g, "");
    const view = editorOn(app, vault, "a.md", text);
    const found = await linted(view);
    expect(mark(text, [...found])).toBe(marked);
    expect(found).toMatchObject(
      vault.diagnostics("a.md").map(({ rule, severity, message }) => ({ rule, severity, message })),
    );
  });
});

test("shows the message with the rule's name, which opens what is to be known of the rule", async () => {
  const app = connectedAppOf(files);
  const vault = await liveVaultOf(app);
  const view = editorOn(app, vault, "a.md", "[[Hoem]]");
  const [first] = await linted(view);
  const el = first?.renderMessage?.(view);
  expect(el?.textContent).toBe(`${first?.message ?? ""}unresolved-link`);
  const opened: (string | null)[] = [];
  jest.spyOn(Modal.prototype, "open").mockImplementation(function (this: Modal) {
    opened.push(this.titleEl.textContent);
  });
  if (el instanceof HTMLElement) el.querySelector("button")?.click();
  expect(opened).toEqual(["unresolved-link"]);
});

test("marks the line in the gutter", async () => {
  const app = connectedAppOf(files);
  const vault = await liveVaultOf(app);
  const view = editorOn(app, vault, "a.md", "fine\n[[Hoem]]");
  await linted(view);
  expect(view.dom.querySelectorAll(".cm-gutter-lint .cm-lint-marker-warning")).toHaveLength(1);
});

test("an empty range takes in a character", async () => {
  const app = connectedAppOf(files);
  const vault = await liveVaultOf(app);
  const [first] = await linted(editorOn(app, vault, "a.md", "---\ntitle: a\ntext without end\n"));
  expect(first && first.to > first.from).toBe(true);
});

const harbour = { "Home Port.md": "", "a.md": "" };
const title = 'Link to "Home Port"';

test("a repair changes the text in one step, and the problem goes", async () => {
  const app = connectedAppOf(harbour);
  const vault = await liveVaultOf(app);
  const view = editorOn(app, vault, "a.md", "[[home-port]]");
  actionOf(await linted(view), title).apply(view, 0, 8);
  expect(view.state.doc.toString()).toBe("[[Home Port|home-port]]");
  await new Promise((resolve) => setTimeout(resolve, 0));
  expect(shown(view)).toEqual([]);
});

test("a repair of older text does nothing", async () => {
  const app = connectedAppOf(harbour);
  const vault = await liveVaultOf(app);
  const view = editorOn(app, vault, "a.md", "[[home-port]]");
  const action = actionOf(await linted(view), title);
  view.dispatch({ changes: { from: 0, insert: "x" } });
  action.apply(view, 1, 9);
  expect(view.state.doc.toString()).toBe("x[[home-port]]");
});

test("nothing is repaired by what the file says otherwise, be it as long", async () => {
  const app = connectedAppOf({ ...harbour, "Home Port.md": "# abcd", "a.md": "" });
  const vault = await liveVaultOf(app);
  const [problem] = await linted(editorOn(app, vault, "a.md", "x [[home-port|abcd]]\n"));
  const told = nextChange(vault);
  await app.vault.modify(fileAt(app, "a.md"), "x [[home-port#abcd]]\n");
  await told;
  expect(problem?.actions).toEqual([]);
});

test("problems follow the text as it is typed", async () => {
  const app = connectedAppOf(files);
  const vault = await liveVaultOf(app);
  const view = editorOn(app, vault, "a.md", "fine");
  expect(await linted(view)).toEqual([]);
  view.dispatch({ changes: { from: 0, insert: "[[Hoem]] " } });
  await rest();
  expect(shown(view)).toMatchObject([{ from: 0, to: 8, rule: "unresolved-link" }]);
});

test("ranges are the editor's where the file has other line ends", async () => {
  const app = connectedAppOf({ "Home.md": "", "a.md": "one\r\ntwo\r\n[[Hoem]]" });
  const vault = await liveVaultOf(app);
  expect(vault.diagnostics("a.md")).toMatchObject([{ range: { from: 10, to: 18 } }]);
  const view = editorOn(app, vault, "a.md", "one\r\ntwo\r\n[[Hoem]]");
  expect(await linted(view)).toMatchObject([{ from: 8, to: 16 }]);
});

test("another note's change shows here", async () => {
  const app = connectedAppOf({ "Home.md": "", "a.md": "[[Home]]" });
  const vault = await liveVaultOf(app);
  const view = editorOn(app, vault, "a.md", "[[Home]]");
  expect(await linted(view)).toEqual([]);
  await app.vault.rename(fileAt(app, "Home.md"), "Elsewhere.md");
  await rest();
  expect(shown(view)).toMatchObject([{ rule: "unresolved-link" }]);
});

test("an editor that is open before the vault is read has its problems afterwards", async () => {
  const app = connectedAppOf(files);
  const vault = unreadVaultOf(app);
  const view = editorOn(app, vault, "a.md", "[[Hoem]]");
  expect(await linted(view)).toEqual([]);
  app.workspace.setLayoutReady__();
  await rest();
  expect(shown(view)).toMatchObject([{ rule: "unresolved-link" }]);
});

test("an editor without a note has no problems", async () => {
  const app = connectedAppOf(files);
  const vault = await liveVaultOf(app);
  expect(await linted(editorOn(app, vault, null, "[[Hoem]]"))).toEqual([]);
});

test("an editor that closes is no longer told", async () => {
  const app = connectedAppOf(files);
  const vault = await liveVaultOf(app);
  const stopped = jest.fn();
  const onChange = vault.onChange.bind(vault);
  jest.spyOn(vault, "onChange").mockImplementation((listener) => {
    const stop = onChange(listener);
    return () => {
      stopped();
      stop();
    };
  });
  editorOn(app, vault, "a.md", "").destroy();
  expect(stopped).toHaveBeenCalledTimes(1);
});

/** @jest-environment jsdom */
import { ButtonComponent, getLinkpath, type CachedMetadata, type TFile } from "obsidian";
import { CompareModal } from "../../../src/obsidian/compare/compare-modal.ts";
import { appOf, fileAt, liveVaultOf, original } from "../app.ts";

type App = ReturnType<typeof appOf>;

const position = { start: { line: 0, col: 0, offset: 0 }, end: { line: 0, col: 0, offset: 0 } };

/** The links in double brackets of a text, as the app would have them in its cache. */
function metadataOf(text: string): CachedMetadata {
  const links = Array.from(text.matchAll(/\[\[(.+?)\]\]/g), ([written, link = ""]) => ({
    link,
    original: written,
    position,
  }));
  return { links };
}

/** Let the app have in its cache what these texts say; it finds files by their path without extension only. */
function index(app: App, texts: Readonly<Record<string, string>>): void {
  const cache = original(app).metadataCache;
  const find = (link: string): TFile | null => original(app).vault.getFileByPath(`${getLinkpath(link)}.md`);
  const linksOf = (path: string): readonly string[] =>
    metadataOf(texts[path] ?? "").links?.map(({ link }) => link) ?? [];
  const table = (path: string, isFound: boolean): Record<string, number> =>
    Object.fromEntries(
      linksOf(path)
        .filter((link) => (find(link) !== null) === isFound)
        .map((link) => [isFound ? `${link}.md` : link, 1]),
    );
  const paths = Object.keys(texts);
  Object.assign(cache, {
    getFileCache: ({ path }: TFile) => (path in texts ? metadataOf(texts[path] ?? "") : null),
    getFirstLinkpathDest: find,
    resolvedLinks: Object.fromEntries(paths.map((path) => [path, table(path, true)])),
    unresolvedLinks: Object.fromEntries(paths.map((path) => [path, table(path, false)])),
  });
}

beforeEach(() => {
  // Those of the mocks cannot be clicked.
  jest.spyOn(ButtonComponent.prototype, "onClick").mockImplementation(function (this: ButtonComponent, run) {
    this.buttonEl.addEventListener("click", run);
    return this;
  });
});

afterEach(() => {
  jest.restoreAllMocks();
});

/** The modal when it has compared. */
async function compared(app: App): Promise<CompareModal> {
  const modal = new CompareModal(original(app), await liveVaultOf(app));
  // That of the mocks closes at once.
  modal.onOpen();
  while (!modal.contentEl.querySelector("[role=status]"))
    await new Promise((resolve) => setTimeout(resolve, 5));
  return modal;
}

function textsIn({ contentEl }: CompareModal, selector: string): readonly (string | null)[] {
  return [...contentEl.querySelectorAll(selector)].map((el) => el.textContent);
}

const files = {
  "a.md": "[[b]] [[in/c]] [[gone]]",
  "b.md": "<div>[[a]]</div>",
  "in/c.md": "[[c]]\n\n`[[a]]`",
  "large.md": "[[a]]",
};

test("lists where links differ, and counts what is expected to", async () => {
  const app = appOf(files);
  index(app, { "a.md": files["a.md"], "b.md": "", "in/c.md": files["in/c.md"] });
  const modal = await compared(app);
  expect(textsIn(modal, "[role=status] div")).toEqual([
    "2 differences in 1 of 3 notes",
    "Obsidian has not indexed 1 note",
    "As expected, Obsidian does not index what stands in HTML: 1 link in 1 note",
  ]);
  expect(textsIn(modal, "h4")).toEqual(["in/c.md"]);
  expect(textsIn(modal, "li")).toEqual([
    '"[[c]]" leads to "in/c.md" in Linkage, but nowhere in Obsidian',
    'Only Obsidian reads "[[a]]" as a link, which leads to "a.md"',
  ]);
  modal.close();
});

test("a note whose links the app has still to resolve is not indexed", async () => {
  const app = appOf({ "a.md": "[[b]]", "b.md": "" });
  index(app, { "a.md": "[[b]]", "b.md": "" });
  const cache = original(app).metadataCache;
  Object.assign(cache, { resolvedLinks: { "b.md": {} }, unresolvedLinks: { "b.md": {} } });
  const modal = await compared(app);
  expect(textsIn(modal, "[role=status] div")).toEqual([
    "No differences in 1 note",
    "Obsidian has not indexed 1 note",
  ]);
  modal.close();
});

test("copies the list as Markdown in which nothing is a link", async () => {
  const app = appOf({ "a`b.md": "[[gone]]", "large.md": "" });
  index(app, { "a`b.md": "[[gone]] [[`x`]]" });
  const modal = await compared(app);
  const copied: string[] = [];
  Object.defineProperty(window.navigator, "clipboard", {
    configurable: true,
    value: { writeText: (text: string) => Promise.resolve(void copied.push(text)) },
  });
  modal.contentEl.querySelector("button")?.click();
  await new Promise((resolve) => setTimeout(resolve, 0));
  expect(copied.join()).toMatchInlineSnapshot(`
   "# Links of Linkage and of Obsidian

   - 1 difference in 1 of 1 note
   - Obsidian has not indexed 1 note

   ## \`\` a\`b.md \`\`

   - Only Obsidian reads \`\` [[\`x\`]] \`\` as a link, which leads nowhere

   ## Not indexed by Obsidian

   - \`large.md\`
   "
  `);
  modal.close();
});

test("says that there is no difference", async () => {
  const app = appOf({ "a.md": "[[b]]", "b.md": "" });
  index(app, { "a.md": "[[b]]", "b.md": "" });
  const modal = await compared(app);
  expect(textsIn(modal, "[role=status] div")).toEqual(["No differences in 2 notes"]);
  modal.close();
});

test("lists many notes page by page", async () => {
  const many = Object.fromEntries(Array.from({ length: 250 }, (_, at) => [`n${String(at)}.md`, "[[gone]]"]));
  const app = appOf(many);
  index(app, Object.fromEntries(Object.keys(many).map((path) => [path, ""])));
  const modal = await compared(app);
  const more = (): HTMLButtonElement | undefined => [...modal.contentEl.querySelectorAll("button")].at(-1);
  expect(textsIn(modal, "h4")).toHaveLength(100);
  expect(more()?.textContent).toBe("Show 150 more notes");
  more()?.click();
  more()?.click();
  expect(textsIn(modal, "h4")).toHaveLength(250);
  modal.close();
});

test("compares what the files say, not what an editor shows", async () => {
  const app = appOf({ "a.md": "[[b]]", "b.md": "" });
  index(app, { "a.md": "[[b]]", "b.md": "" });
  const vault = await liveVaultOf(app);
  vault.setText("a.md", "[[b]] [[typed]]");
  const modal = new CompareModal(original(app), vault);
  modal.onOpen();
  while (!modal.contentEl.querySelector("[role=status]"))
    await new Promise((resolve) => setTimeout(resolve, 5));
  expect(textsIn(modal, "li")).toEqual([]);
  modal.close();
});

test("closed while it works, it shows and changes nothing", async () => {
  const app = appOf(files);
  index(app, files);
  const modal = new CompareModal(original(app), await liveVaultOf(app));
  modal.onOpen();
  modal.close();
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(modal.contentEl.childElementCount).toBe(0);
  expect(await original(app).vault.read(fileAt(app, "a.md").asOriginalType2__())).toBe(files["a.md"]);
});

import { inApp, type AppPage } from "../page/app-page.mts";
import { longest, tasksBetween, workOf } from "../page/main-thread.mts";
import { shownMilliseconds, table } from "../report/table.mts";
import type { Result } from "../suite.mts";

/** How long the view may go on after it shows problems, in milliseconds: it looks for sure repairs. */
const after = 3000;

/** What "Lint vault" costs the app. Times are of the processor, in milliseconds. */
interface VaultLint {
  readonly notes: number;
  readonly problems: number;
  /** From the command to the notice with the result. */
  readonly linting: number;
  /** The longest slice of that, and how long it is without garbage collection. */
  readonly slice: number;
  readonly sliceWithoutCollecting: number;
  /** From that notice to the problems view with rows, and the longest slice of it and of what follows. */
  readonly showing: number;
  readonly showingByClock: number;
  readonly showingSlice: number;
  readonly showingSliceWithoutCollecting: number;
}

/** What the command "Lint vault" costs the app, in a real browser: to lint, and to show what was found. */
export async function pluginLint(sizes: readonly number[]): Promise<Result> {
  const all: VaultLint[] = [];
  for (const notes of sizes) all.push(await inApp(notes, (app) => lintIn(app, notes)));
  const rows = all.map((each) => [
    each.notes.toLocaleString("en"),
    each.problems.toLocaleString("en"),
    ...[
      each.linting,
      each.slice,
      each.sliceWithoutCollecting,
      each.showing,
      each.showingByClock,
      each.showingSlice,
      each.showingSliceWithoutCollecting,
    ].map(shownMilliseconds),
  ]);
  const head = [
    "notes",
    "problems",
    "lint ms",
    "longest slice",
    "without GC",
    "then to show ms",
    "by the clock",
    "longest slice of it",
    "without GC of it",
  ];
  return {
    title: '"Lint vault" (goal: no slice above 50 ms, the view open within 100 ms of the end)',
    text: table(head, rows),
    data: all,
  };
}

async function lintIn({ page: current, trace }: AppPage, notes: number): Promise<VaultLint> {
  const page = current();
  await page.evaluate(enableAndOpenNote);
  await page.waitForSelector(".linkage-status-icon");
  await page.waitForTimeout(1000);
  const thread = await trace("lint", async () => {
    await page.evaluate(lintVault);
    await page.waitForFunction(() => performance.getEntriesByName("shown").length > 0);
    await page.waitForTimeout(after);
    await page.evaluate(() => performance.mark("over"));
  });
  const counts = await page.locator(".linkage-problems-counts").first().textContent();
  const linting = tasksBetween(thread, "lint", "linted");
  const showing = tasksBetween(thread, "linted", "shown");
  const lintingSlice = longest(linting);
  const showingSlice = longest(tasksBetween(thread, "linted", "over"));
  return {
    notes,
    problems: Number(/[\d,]+/.exec(counts ?? "")?.[0].replaceAll(",", "")),
    linting: workOf(linting).work,
    slice: lintingSlice.work,
    sliceWithoutCollecting: lintingSlice.withoutCollecting,
    showing: workOf(showing).work,
    showingByClock: (thread.marks.get("shown") ?? NaN) - (thread.marks.get("linted") ?? NaN),
    showingSlice: showingSlice.work,
    showingSliceWithoutCollecting: showingSlice.withoutCollecting,
  };
}

/** In the page. Nothing is kept in the browser, which would be written at the same time. */
async function enableAndOpenNote(): Promise<void> {
  const { app, pluginId } = window.host;
  Object.defineProperty(window, "indexedDB", { value: undefined });
  const [file] = app.vault.getMarkdownFiles();
  if (file) await app.workspace.getLeaf(false).openFile(file);
  await app.plugins.enable(pluginId);
}

/** In the page. Marks when the result is told, and when the view has its first row. */
function lintVault(): void {
  const { app, pluginId } = window.host;
  const markOnce = (name: string, isThere: () => boolean): void => {
    if (performance.getEntriesByName(name).length === 0 && isThere()) performance.mark(name);
  };
  const observer = new MutationObserver(() => {
    markOnce("linted", () => document.querySelector(".notice:not(:has(.linkage-progress))") !== null);
    markOnce("shown", () => document.querySelector(".linkage-problems [role=treeitem]") !== null);
  });
  observer.observe(document.body, { childList: true, subtree: true });
  performance.mark("lint");
  app.commands.executeCommandById(`${pluginId}:lint-vault`);
}

import type { Page } from "playwright-core";
import { inApp, type AppPage } from "../page/app-page.mts";
import { longest, tasksBetween, workOf, type Task } from "../page/main-thread.mts";
import { shownMilliseconds, table } from "../report/table.mts";
import type { Result } from "../suite.mts";

/** How often the app is started with a cache. */
const starts = 3;

/** How long the plugin may have something to do after it is ready, in milliseconds: until it writes its cache. */
const after = 1500;

/** What the plugin does when the app starts. Times are of the processor, in milliseconds. */
interface Start {
  readonly notes: number;
  readonly cache: "empty" | "full";
  /** What the app waits for: main.js is run, and the plugin loaded. */
  readonly blocking: number;
  /** The longest slice after that, and how long it is without garbage collection. */
  readonly slice: number;
  readonly sliceWithoutCollecting: number;
  /** All of it until the vault is known. */
  readonly all: number;
  readonly collecting: number;
  readonly notesRead: number;
  readonly bytesRead: number;
}

/**
 * What the start of the plugin costs the app, without a cache and with one, in a real browser.
 * @throws Error if a start with a cache reads notes, none of which has changed
 */
export async function pluginStart(sizes: readonly number[]): Promise<Result> {
  const all: Start[] = [];
  for (const notes of sizes) all.push(...(await inApp(notes, (app) => startsIn(app, notes))));
  const rows = all.map((start) => [
    `${start.notes.toLocaleString("en")} notes, cache ${start.cache}`,
    ...[start.blocking, start.slice, start.sliceWithoutCollecting, start.all, start.collecting].map(
      shownMilliseconds,
    ),
    start.notesRead.toLocaleString("en"),
    start.bytesRead.toLocaleString("en"),
  ]);
  const head = [
    "start",
    "blocking ms",
    "longest slice after",
    "without GC",
    "all ms",
    "GC ms",
    "notes read",
    "bytes",
  ];
  return {
    title: "Start of the plugin (goal: blocking 30 ms, slices of 8 ms, nothing read but what changed)",
    text: table(head, rows),
    data: all,
  };
}

async function startsIn(app: AppPage, notes: number): Promise<readonly Start[]> {
  const all: Start[] = [{ notes, cache: "empty", ...(await start(app)) }];
  await cacheWritten(app.page(), notes);
  for (let time = 0; time < starts; time++) {
    await app.restart();
    const again = await start(app);
    if (again.notesRead > 0)
      throw new Error(`${String(again.notesRead)} notes were read that had not changed`);
    all.push({ notes, cache: "full", ...again });
  }
  return all;
}

/**
 * Start the plugin as the app does: before any note is open. Then a note is opened, until the plugin says how many problems it has, and a
 * little longer. A note has been opened before, so that the app's own code for it is not compiled at the same time.
 */
async function start({ page: current, trace }: AppPage): Promise<Omit<Start, "notes" | "cache">> {
  const page = current();
  await page.evaluate(openFirstNote);
  await page.evaluate(closeNotes);
  await page.evaluate(countReads);
  await page.waitForTimeout(500);
  const thread = await trace("enable", async () => {
    await page.evaluate(enablePlugin);
    await page.evaluate(openFirstNote);
    await page.waitForSelector(".linkage-status-icon");
    await page.evaluate(() => performance.mark("ready"));
    await page.waitForTimeout(after);
    await page.evaluate(() => performance.mark("over"));
  });
  const loading = tasksBetween(thread, "enable", "enabled");
  // The app's work to open the note is not ours.
  const opening = tasksBetween(thread, "open", "opened");
  const isOurs = (task: Task): boolean => !loading.includes(task) && !opening.includes(task);
  const tasks = tasksBetween(thread, "enable", "over").filter(isOurs);
  const all = [...loading, ...tasksBetween(thread, "enabled", "ready").filter(isOurs)];
  const reads = await page.evaluate(() => window.benchReads);
  const { work, withoutCollecting } = longest(tasks);
  return {
    blocking: workOf(loading).work,
    slice: work,
    sliceWithoutCollecting: withoutCollecting,
    all: workOf(all).work,
    collecting: workOf(all).collecting,
    notesRead: reads.notes,
    bytesRead: reads.bytes,
  };
}

declare global {
  interface Window {
    /** What the plugin has asked the app to read. */
    benchReads: { notes: number; bytes: number };
  }
}

/** In the page. A task of its own. */
async function openFirstNote(): Promise<void> {
  const { vault, workspace } = window.host.app;
  const [file] = vault.getMarkdownFiles();
  await new Promise((resolve) => window.setTimeout(resolve, 0));
  performance.mark("open");
  if (file) await workspace.getLeaf(false).openFile(file);
  performance.mark("opened");
}

/** In the page. */
function closeNotes(): void {
  window.host.app.workspace.detachLeavesOfType("markdown");
}

/** In the page. */
function countReads(): void {
  const { vault } = window.host.app;
  const read = vault.cachedRead.bind(vault);
  window.benchReads = { notes: 0, bytes: 0 };
  vault.cachedRead = async (file) => {
    window.benchReads.notes += 1;
    window.benchReads.bytes += file.stat.size;
    return read(file);
  };
}

/** In the page. What is done before the next task is what the app waits for. */
async function enablePlugin(): Promise<void> {
  const { app, pluginId } = window.host;
  await new Promise((resolve) => window.setTimeout(resolve, 0));
  performance.mark("enable");
  const enabling = app.plugins.enable(pluginId);
  performance.mark("enabled");
  await enabling;
}

/** Wait until the cache knows so many notes. */
async function cacheWritten(page: Page, notes: number): Promise<void> {
  while ((await page.evaluate(countKept)) < notes) await page.waitForTimeout(500);
}

/** In the page. */
async function countKept(): Promise<number> {
  const [kept] = await window.indexedDB.databases();
  if (kept?.name === undefined) return 0;
  const { name } = kept;
  const db = await new Promise<IDBDatabase>((resolve, reject) => {
    const request = window.indexedDB.open(name);
    request.onsuccess = () => {
      resolve(request.result);
    };
    request.onerror = () => {
      reject(new Error("The cache does not open"));
    };
  });
  const count = await new Promise<number>((resolve) => {
    const request = db.transaction("facts").objectStore("facts").count();
    request.onsuccess = () => {
      resolve(request.result);
    };
  });
  db.close();
  return count;
}

import type { Page } from "playwright-core";
import { generateVault } from "../bench/vault/generate-vault.mts";
import { vaultOfTexts } from "../host/serve/read-vault.mts";
import { openNote, runCommand, story } from "./story.ts";

/** The longest that anything may keep the page busy while somebody types, the editor included: milliseconds of processor time. */
const FRAME = 50;

/** 40 letters with a link of their own that leads nowhere. */
const words = (at: number): string => `On to [[nowhere ${String(at)}]] where the tide goes `;

const vault = vaultOfTexts("large", Object.fromEntries(generateVault(10_000)));

/** One entry of a trace: a task of a thread, or a call of a script's function in one. */
interface TraceEvent {
  readonly name: string;
  readonly pid: number;
  readonly tid: number;
  /** When it began, in microseconds. */
  readonly ts: number;
  /** How long it took by the clock, in microseconds. */
  readonly dur?: number;
  /** Processor time, in microseconds. */
  readonly tdur?: number;
}

/** How long somebody who types fast takes for a letter, in milliseconds. */
const KEY = 25;

/** Type 200 letters as somebody does who pauses after some words, until they have been linted. */
async function typeLetters(page: Page): Promise<void> {
  for (let at = 1; at <= 5; at += 1) {
    await page.keyboard.type(words(at), { delay: KEY });
    await page.locator(".cm-lintRange", { hasText: `[[nowhere ${String(at)}]]` }).waitFor();
  }
}

/**
 * How long the processor worked on each task of the page while something was done, in milliseconds. A frame waits for its tasks;
 * that other programs use the machine makes them take longer by the clock, not by this. Collecting all garbage of the page is left out:
 * all notes of the vault lie in its memory, which in the app are on the disk.
 */
async function tasksOf(page: Page, act: (page: Page) => Promise<void>): Promise<readonly number[]> {
  const browser = page.context().browser();
  if (!browser) throw new Error("The page has no browser");
  const categories = ["toplevel", "devtools.timeline", "disabled-by-default-devtools.timeline"];
  await browser.startTracing(page, { categories });
  await act(page);
  const trace: unknown = JSON.parse((await browser.stopTracing()).toString("utf8"));
  const { traceEvents } = trace as { traceEvents: TraceEvent[] };
  // The thread that the page's scripts run in.
  const script = traceEvents.find(({ name }) => name === "FunctionCall");
  const ofPage = traceEvents.filter(({ tid, pid }) => tid === script?.tid && pid === script.pid);
  const collections = ofPage.filter(({ name }) => name === "MajorGC");
  return ofPage
    .filter(({ name }) => name === "RunTask")
    .map((task) => {
      const inside = collections.filter(({ ts }) => ts >= task.ts && ts < task.ts + (task.dur ?? 0));
      return inside.reduce((left, { tdur = 0 }) => left - tdur, task.tdur ?? 0) / 1000;
    });
}

story("10,000 notes: nothing keeps somebody waiting who types", { vault }, async (page) => {
  await openNote(page, vault.files[5000]?.path ?? "");
  await page.waitForFunction(() => window.host.app.metadataCache.isIdle(), null, { timeout: 200_000 });
  await page.locator(".cm-lintRange").first().waitFor();
  // Both views follow what is typed: of all notes, and of this one.
  for (const command of ["Open problems", "Open linkage tree"]) {
    await runCommand(page, command);
    await page.locator("[role=tree]:visible [role=treeitem]").first().waitFor();
  }
  await page.locator(".cm-content").click();
  await page.keyboard.press("Control+End");

  const tasks = await tasksOf(page, typeLetters);
  expect(tasks.length).toBeGreaterThan(200);
  expect(Math.max(...tasks)).toBeLessThan(FRAME);
});

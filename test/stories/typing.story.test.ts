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
  /** Processor time, in microseconds. */
  readonly tdur?: number;
}

/** How long somebody who types fast takes for a letter, in milliseconds. */
const KEY = 25;

/**
 * Put the cursor behind the first paragraph, where nothing has to scroll: in the editor of this version, a letter that is typed while a
 * scroll is told may come to stand behind the cursor (changelog of @codemirror/view, 6.43.15).
 */
function toFirstParagraph(): void {
  const editor = window.host.app.workspace.activeEditor?.editor;
  if (!editor) throw new Error("No note is open");
  const lines = editor.getValue().split("\n");
  const heading = lines.findIndex((line) => line.startsWith("# "));
  const line = lines.findIndex((text, at) => at > heading && /^[A-Za-z]/.test(text));
  editor.setCursor({ line, ch: lines[line]?.length ?? 0 });
}

/** Type 40 letters as somebody does who pauses after some words, until they have been linted. */
async function typeWords(page: Page, at: number): Promise<void> {
  await page.keyboard.type(words(at), { delay: KEY });
  await page.locator(".cm-lintRange", { hasText: `[[nowhere ${String(at)}]]` }).waitFor();
}

/**
 * The longest that the processor worked on one task of the page while something was done, in milliseconds. A frame waits for its
 * tasks; that other programs use the machine makes them take longer by the clock, not by this.
 */
async function longestTask(page: Page, act: () => Promise<void>): Promise<number> {
  const browser = page.context().browser();
  if (!browser) throw new Error("The page has no browser");
  const categories = ["toplevel", "devtools.timeline", "disabled-by-default-devtools.timeline"];
  await browser.startTracing(page, { categories });
  await act();
  const trace: unknown = JSON.parse((await browser.stopTracing()).toString("utf8"));
  const { traceEvents } = trace as { traceEvents: TraceEvent[] };
  // The thread that the page's scripts run in.
  const script = traceEvents.find(({ name }) => name === "FunctionCall");
  const tasks = traceEvents.filter(
    ({ name, tid, pid }) => name === "RunTask" && tid === script?.tid && pid === script.pid,
  );
  // Each letter is a task at least: fewer would say that the trace is not of the page.
  expect(tasks.length).toBeGreaterThan(40);
  return Math.max(...tasks.map(({ tdur = 0 }) => tdur / 1000));
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
  await page.evaluate(toFirstParagraph);
  // Whenever the note is saved, the stand-in for the app parses it for as long as some frames: that is not ours.
  await page.evaluate(() => {
    window.host.app.metadataCache.turnOff();
  });

  const longest: number[] = [];
  for (let at = 1; at <= 5; at += 1) longest.push(await longestTask(page, () => typeWords(page, at)));
  // What the plugin does it does each time; V8 compiles, and collects the garbage of 10,000 notes in the page's memory, once in a while.
  expect(longest.toSorted((a, b) => a - b)[2]).toBeLessThan(FRAME);
});

import { chromium, type Browser, type BrowserContext, type Page } from "playwright-core";
import type { HostData } from "../host/page.ts";
import { findBrowser } from "../host/serve/find-browser.mts";
import { serveHost } from "../host/serve/server.mts";
import { noBrowser, toldStage } from "./stage/stage.ts";

/** Longest time a story may take, in milliseconds: others may be using the machine. */
const LONGEST = 240_000;

/** How a story begins. */
export interface Beginning {
  readonly vault: HostData["vault"];
  /** A phone has 360 by 740 pixels, a desktop 1280 by 800 unless said otherwise. */
  readonly device?: "desktop" | "phone";
  readonly theme?: "dark" | "light";
  /** The app in a language that is written from right to left. */
  readonly isRightToLeft?: boolean;
  readonly size?: { readonly width: number; readonly height: number };
}

/** Without a browser stories are skipped, unless they must not be. */
const canBeTold = findBrowser() !== null || process.env["REQUIRE_BROWSER"] === "1";
let browser: Browser | null = null;

if (!canBeTold) process.stderr.write(`The stories are skipped: ${noBrowser}\n`);

// On a machine whose load nobody knows one that fails is told once more, and why it failed is printed: what is wrong fails again.
if (process.env["CI"] === "true") jest.retryTimes(1, { logErrorsBeforeRetry: true });

beforeAll(async () => {
  if (canBeTold) browser = await chromium.connect(toldStage().browser);
}, LONGEST);

afterAll(async () => {
  await browser?.close();
});

/**
 * A story that a person could tell, in a real browser with the built main.js. It fails if the page reports an error that
 * nobody caught, or logs one. Skipped where there is no browser, unless `REQUIRE_BROWSER=1`.
 */
export function story(name: string, beginning: Beginning, tell: (page: Page) => Promise<void>): void {
  const run = canBeTold ? test : test.skip;
  run(
    name,
    async () => {
      if (!browser) throw new Error("There is no browser");
      const served = await serveHost({ built: toldStage().built, vault: beginning.vault });
      const context = await browser.newContext(contextOptions(beginning));
      const errors = errorsOf(context);
      try {
        const page = await context.newPage();
        await page.goto(`${served.url}?${new URLSearchParams(query(beginning)).toString()}`);
        await page.waitForSelector("body[data-ready]");
        await tell(page);
      } finally {
        await context.close();
        await served.close();
      }
      expect(errors).toEqual([]);
    },
    LONGEST,
  );
}

function contextOptions({
  device = "desktop",
  size,
}: Beginning): NonNullable<Parameters<Browser["newContext"]>[0]> {
  if (device === "phone") return { viewport: size ?? { width: 360, height: 740 }, hasTouch: true };
  return {
    viewport: size ?? { width: 1280, height: 800 },
    permissions: ["clipboard-read", "clipboard-write"],
  };
}

function query({ device = "desktop", theme = "dark", isRightToLeft }: Beginning): Record<string, string> {
  return { device, theme, dir: isRightToLeft === true ? "rtl" : "ltr" };
}

/** What goes wrong in all windows of a story, from now on. */
function errorsOf(context: BrowserContext): readonly string[] {
  const errors: string[] = [];
  context.on("weberror", (error) => {
    const { stack, message } = error.error();
    errors.push(stack ?? message);
  });
  context.on("console", (message) => {
    if (message.type() === "error") errors.push(`${message.text()} (${message.location().url})`);
  });
  return errors;
}

/** Run a command by the palette, as somebody who types does. */
export async function runCommand(page: Page, name: string): Promise<void> {
  await page.keyboard.press("Control+p");
  await page.keyboard.type(name);
  await page.getByRole("option", { name, exact: false }).first().waitFor();
  await page.keyboard.press("Enter");
}

/** Open a note in the active tab, in source mode or live preview. */
export async function openNote(page: Page, path: string, source = true): Promise<void> {
  await page.evaluate(
    async ([notePath, isSource]) => {
      const { vault, workspace } = window.host.app;
      const file = vault.getFileByPath(notePath);
      if (!file) throw new RangeError(`There is no file "${notePath}"`);
      await workspace.getLeaf(false).openFile(file, { state: { mode: "source", source: isSource } });
    },
    [path, source] as const,
  );
}

/** What is selected in the active editor. */
export interface Selection {
  readonly path: string;
  /** Offsets in the editor's text. */
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/** Wait until the active editor has something selected; gives what. */
export async function selectionIn(page: Page): Promise<Selection> {
  const found = await page.waitForFunction(() => {
    const { workspace } = window.host.app;
    const { editor } = workspace.activeEditor ?? {};
    if (!editor?.somethingSelected()) return null;
    const [from, to] = [
      editor.posToOffset(editor.getCursor("from")),
      editor.posToOffset(editor.getCursor("to")),
    ];
    return { path: workspace.getActiveFile()?.path ?? "", from, to, text: editor.getSelection() };
  });
  const selection = await found.jsonValue();
  if (!selection) throw new Error("Nothing is selected");
  return selection;
}

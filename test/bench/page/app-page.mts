import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium, type Browser, type Page } from "playwright-core";
import type { HostData } from "../../host/page.ts";
import { buildHost } from "../../host/serve/build.mts";
import { browserArguments, findBrowser } from "../../host/serve/find-browser.mts";
import { serveHost } from "../../host/serve/server.mts";
import { generateVault } from "../vault/generate-vault.mts";
import { mainThread, traceCategories, type MainThread, type TraceEvent } from "./main-thread.mts";

/** How long a page may take for anything, in milliseconds: others may be using the machine. */
const LONGEST = 1_200_000;

/** The app with a generated vault in a real browser, the built plugin off at first. What it keeps in the browser lasts until the end. */
export interface AppPage {
  readonly page: Page;
  /** Load the page anew, as if the app were started again: the plugin is off. */
  readonly restart: () => Promise<void>;
  /** What the main thread does while `act` runs, in which the page must make the mark `mark`. */
  readonly trace: (mark: string, act: () => Promise<void>) => Promise<MainThread>;
}

/** Whether there is a browser on this machine. */
export function hasBrowser(): boolean {
  return findBrowser() !== null;
}

/**
 * Do something in the app with a generated vault of so many notes. The app reads no note for itself: what it would do at the same time
 * is not ours.
 * @throws Error if the page logs an error
 */
export async function inApp<T>(notes: number, act: (app: AppPage) => Promise<T>): Promise<T> {
  const built = mkdtempSync(join(tmpdir(), "linkage-bench-host-"));
  await buildHost(built);
  const served = await serveHost({ built, vault: vaultOf(notes) });
  const browser = await chromium.launch({
    executablePath: findBrowser() ?? "",
    args: [...browserArguments, "--js-flags=--max-old-space-size=4096"],
    timeout: LONGEST,
  });
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    page.setDefaultTimeout(LONGEST);
    const errors: string[] = [];
    page.on("pageerror", ({ message }) => errors.push(message));
    page.on("console", (message) => message.type() === "error" && errors.push(message.text()));
    const app = appOn(browser, page, served.url);
    await app.restart();
    const result = await act(app);
    if (errors.length > 0) throw new Error(errors.join("\n"));
    return result;
  } finally {
    await browser.close();
    await served.close();
    rmSync(built, { recursive: true, force: true });
  }
}

function appOn(browser: Browser, page: Page, url: string): AppPage {
  return {
    page,
    restart: async () => {
      await page.goto(`${url}?plugin=off&metadata=off`);
      await page.waitForSelector("body[data-ready]");
    },
    trace: async (mark, act) => {
      await browser.startTracing(page, { categories: [...traceCategories] });
      await act();
      const trace = JSON.parse((await browser.stopTracing()).toString()) as { traceEvents: TraceEvent[] };
      return mainThread(trace.traceEvents, mark);
    },
  };
}

function vaultOf(notes: number): HostData["vault"] {
  const time = Date.UTC(2026, 0, 1);
  const files = Array.from(generateVault(notes), ([path, text]) => ({
    path,
    text,
    ctime: time,
    mtime: time,
  }));
  return { name: "bench", files };
}

import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium, type BrowserContext, type Page } from "playwright-core";
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
  /** That of the last start. */
  readonly page: () => Page;
  /** Start the browser and the app anew: nothing is compiled yet, and the plugin is off. */
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
 * @throws Error if a page logs an error
 */
export async function inApp<T>(notes: number, act: (app: AppPage) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), "linkage-bench-host-"));
  await buildHost(folder);
  const served = await serveHost({ built: folder, vault: vaultOf(notes) });
  const started = new StartedApp(served.url, join(folder, "profile"));
  try {
    await started.restart();
    const result = await act({
      page: () => started.page,
      restart: () => started.restart(),
      trace: (mark, traced) => started.trace(mark, traced),
    });
    started.expectNoErrors();
    return result;
  } finally {
    await started.close();
    await served.close();
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** A browser with the app in it, and what it keeps. */
class StartedApp {
  private readonly url: string;
  private readonly profile: string;
  private readonly errors: string[] = [];
  private context: BrowserContext | null = null;

  constructor(url: string, profile: string) {
    this.url = url;
    this.profile = profile;
  }

  get page(): Page {
    const page = this.context?.pages()[0];
    if (!page) throw new Error("The app has not been started");
    return page;
  }

  async restart(): Promise<void> {
    await this.close();
    this.context = await chromium.launchPersistentContext(this.profile, {
      executablePath: findBrowser() ?? "",
      args: [...browserArguments, "--js-flags=--max-old-space-size=4096"],
      viewport: { width: 1280, height: 800 },
      timeout: LONGEST,
    });
    const { page } = this;
    page.setDefaultTimeout(LONGEST);
    page.on("pageerror", ({ message }) => this.errors.push(message));
    page.on("console", (message) => {
      if (message.type() === "error") this.errors.push(message.text());
    });
    await page.goto(`${this.url}?plugin=off&metadata=off`);
    await page.waitForSelector("body[data-ready]");
  }

  async trace(mark: string, act: () => Promise<void>): Promise<MainThread> {
    const tracing = await this.page.context().newCDPSession(this.page);
    const events: TraceEvent[] = [];
    tracing.on("Tracing.dataCollected", ({ value }) => {
      for (const event of value) events.push(event as unknown as TraceEvent);
    });
    const complete = new Promise((resolve) => tracing.once("Tracing.tracingComplete", resolve));
    await tracing.send("Tracing.start", {
      transferMode: "ReportEvents",
      traceConfig: { excludedCategories: ["*"], includedCategories: [...traceCategories] },
    });
    await act();
    await tracing.send("Tracing.end");
    await complete;
    await tracing.detach();
    return mainThread(events, mark);
  }

  expectNoErrors(): void {
    if (this.errors.length > 0) throw new Error(this.errors.join("\n"));
  }

  async close(): Promise<void> {
    await this.context?.close();
    this.context = null;
  }
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

import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium, type BrowserServer } from "playwright-core";
import { buildHost } from "../../host/serve/build.mts";
import { browserArguments, findBrowser } from "../../host/serve/find-browser.mts";
import { noBrowser, tellStage } from "./stage.ts";

declare global {
  /** What is to be ended and removed after the last story. */
  var stageProps: { readonly built: string; readonly server: BrowserServer } | undefined;
}

/**
 * Before the first story: build the plugin and the host's page, and start a browser with a profile of its own. That one of them
 * fails is told to the stories: other tests go on.
 */
export default async function setUp(): Promise<void> {
  const executablePath = findBrowser();
  if (executablePath === null) {
    tellStage(new Error(noBrowser));
    return;
  }
  const built = mkdtempSync(join(tmpdir(), "linkage-host-"));
  try {
    await buildHost(built);
    const server = await chromium.launchServer({ executablePath, args: browserArguments });
    globalThis.stageProps = { built, server };
    tellStage({ built, browser: server.wsEndpoint() });
  } catch (error) {
    rmSync(built, { recursive: true, force: true });
    tellStage(error instanceof Error ? error : new Error(String(error)));
  }
}

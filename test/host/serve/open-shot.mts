import type { Browser, Page } from "playwright-core";
import { serveHost } from "./server.mts";
import type { Device, Shot, Theme } from "./shots.mts";

/** As what a view is shown. */
export interface Looks {
  readonly device: Device;
  readonly theme: Theme;
}

/** Show a view in its state, do something with its page, and close it. `built`: as of the server. */
export async function withShot(
  shot: Shot,
  { device, theme }: Looks,
  built: string,
  browser: Browser,
  use: (page: Page) => Promise<void>,
): Promise<void> {
  const served = await serveHost({ built, vault: shot.vault() });
  const viewport = device === "phone" ? { width: 360, height: 740 } : { width: 1280, height: 800 };
  const page = await browser.newPage({ viewport, hasTouch: device === "phone" });
  const query = new URLSearchParams({ device, theme, dir: shot.isRightToLeft === true ? "rtl" : "ltr" });
  await page.goto(`${served.url}?${query.toString()}`);
  await page.waitForSelector("body[data-ready]");
  await shot.act(page, device);
  await use(page);
  await page.close();
  await served.close();
}

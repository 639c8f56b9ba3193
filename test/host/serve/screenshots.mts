import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { chromium, type Browser, type Page } from "playwright-core";
import { buildHost } from "./build.mts";
import { browserArguments, findBrowser } from "./find-browser.mts";
import { withShot } from "./open-shot.mts";
import { shots, themes, type Device, type Shot } from "./shots.mts";

const built = "dist/host/page";
const folder = "dist/screenshots";

/**
 * Take pictures of the views into `dist/screenshots`, dark and light; of those whose name holds a word that is given. With
 * `--readme` those of the README, from the sample vault into `docs/images`.
 */
async function main(words: readonly string[]): Promise<void> {
  const executablePath = findBrowser();
  if (executablePath === null) throw new Error("No Chromium or Chrome was found");
  await buildHost(built);
  const browser = await chromium.launch({ executablePath, args: browserArguments });
  if (words.includes("--readme")) await takeForReadme(browser);
  else await takeAll(words, browser);
  await browser.close();
}

async function takeAll(words: readonly string[], browser: Browser): Promise<void> {
  mkdirSync(folder, { recursive: true });
  for (const shot of shots) {
    if (words.length > 0 && !words.some((word) => shot.name.includes(word))) continue;
    for (const device of shot.on ?? ["desktop"]) await takeThemes(shot, device, browser);
  }
}

/** What cannot be shown is told, and the others are taken all the same. */
async function takeThemes(shot: Shot, device: Device, browser: Browser): Promise<void> {
  try {
    await withShot(shot, { device, theme: "dark" }, built, browser, async (page) => {
      for (const theme of themes) {
        await page.evaluate(`window.host.app.setTheme("${theme}")`);
        await take(page, join(folder, `${shot.name}-${device}-${theme}.png`));
      }
    });
  } catch (error) {
    process.stderr.write(`${shot.name}, ${device}: ${String(error)}\n`);
    process.exitCode = 1;
  }
}

/** Small files: what they show is read at the width of the page, on every screen. */
async function takeForReadme(browser: Browser): Promise<void> {
  mkdirSync("docs/images", { recursive: true });
  for (const shot of shots)
    if (shot.readme !== undefined)
      await withShot(shot, { device: "desktop", theme: shot.readme }, built, browser, (page) =>
        take(page, join("docs/images", `${shot.name}.png`)),
      );
}

async function take(page: Page, path: string): Promise<void> {
  // What comes with a delay, such as underlines.
  await page.waitForTimeout(700);
  await page.screenshot({ path });
}

await main(process.argv.slice(2));

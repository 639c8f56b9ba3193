import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { chromium, type Browser } from "playwright-core";
import { buildHost } from "./build.mts";
import { browserArguments, findBrowser } from "./find-browser.mts";
import { withShot, type Looks } from "./open-shot.mts";
import { shots, themes, type Shot } from "./shots.mts";

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
    for (const device of shot.on ?? ["desktop"])
      for (const theme of themes)
        await take(shot, { device, theme }, join(folder, `${shot.name}-${device}-${theme}.png`), browser);
  }
}

/** Small files: what they show is read at the width of the page, on every screen. */
async function takeForReadme(browser: Browser): Promise<void> {
  mkdirSync("docs/images", { recursive: true });
  for (const shot of shots)
    if (shot.readme !== undefined)
      await take(
        shot,
        { device: "desktop", theme: shot.readme },
        join("docs/images", `${shot.name}.png`),
        browser,
      );
}

async function take(shot: Shot, looks: Looks, path: string, browser: Browser): Promise<void> {
  await withShot(shot, looks, built, browser, async (page) => {
    // What comes with a delay, such as underlines.
    await page.waitForTimeout(700);
    await page.screenshot({ path });
  });
}

await main(process.argv.slice(2));

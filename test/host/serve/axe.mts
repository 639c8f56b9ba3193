import { chromium } from "playwright-core";
import { buildHost } from "./build.mts";
import { browserArguments, findBrowser } from "./find-browser.mts";
import { findViolations } from "./find-violations.mts";
import { withShot } from "./open-shot.mts";
import { shots, themes } from "./shots.mts";

const built = "dist/host/page";

/** Let axe look at the views, dark and light; at those whose name holds a word that is given. Prints what it finds; 1 if anything. */
async function main(words: readonly string[]): Promise<void> {
  const executablePath = findBrowser();
  if (executablePath === null) throw new Error("No Chromium or Chrome was found");
  await buildHost(built);
  const browser = await chromium.launch({ executablePath, args: browserArguments });
  let [views, wrong] = [0, 0];
  const look = async (name: string, find: () => Promise<readonly string[]>): Promise<void> => {
    const found = await find();
    views += 1;
    wrong += found.length;
    const lines = [`${name}: ${found.length === 0 ? "nothing" : String(found.length)}`, ...found];
    process.stdout.write(`${lines.join("\n  ")}\n`);
  };
  for (const shot of shots) {
    if (words.length > 0 && !words.some((word) => shot.name.includes(word))) continue;
    for (const device of shot.on ?? ["desktop"])
      await withShot(shot, { device, theme: "dark" }, built, browser, async (page) => {
        for (const theme of themes) {
          await page.evaluate(`window.host.app.setTheme("${theme}")`);
          await look(`${shot.name}, ${device}, ${theme}`, () => findViolations(page));
        }
      });
  }
  await browser.close();
  process.stdout.write(`axe found ${String(wrong)} faults in ${String(views)} views\n`);
  process.exitCode = wrong === 0 ? 0 : 1;
}

await main(process.argv.slice(2));

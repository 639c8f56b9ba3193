import type { Page } from "playwright-core";
import { findViolations } from "../host/serve/find-violations.mts";
import { shots, type Device } from "../host/serve/shots.mts";
import { focusFaults } from "./everybody/focus-faults.ts";
import { motionFaults } from "./everybody/motion-faults.ts";
import { nameFaults } from "./everybody/name-faults.ts";
import { touchFaults } from "./everybody/touch-faults.ts";
import { story } from "./story.ts";

const desktop: readonly Device[] = ["desktop"];

/** What axe finds, dark and light. A theme changes colours only: what is the same in both is looked at once. */
async function axeFaults(page: Page, inBothThemes: boolean): Promise<readonly string[]> {
  const dark = await findViolations(page);
  if (!inBothThemes) return dark;
  await page.evaluate(() => {
    window.host.app.setTheme("light");
  });
  return [...dark, ...(await findViolations(page, ["color-contrast"]))];
}

for (const { name, vault, isRightToLeft = false, on = desktop, act, forEyes = false } of shots)
  for (const device of on)
    story(
      `everybody can use it: ${name}, ${device}`,
      { vault: vault(), device, isRightToLeft },
      async (page) => {
        await act(page, device);
        expect({
          axe: await axeFaults(page, !forEyes),
          names: await nameFaults(page),
          motion: await motionFaults(page),
          touch: device === "phone" ? await touchFaults(page) : [],
          focus: device === "desktop" ? await focusFaults(page) : [],
        }).toEqual({ axe: [], names: [], motion: [], touch: [], focus: [] });
      },
    );

import type { Page } from "playwright-core";
import { findViolations } from "../../host/serve/find-violations.mts";
import { shots, type Device, type Shot } from "../../host/serve/shots.mts";
import { story } from "../story.ts";
import { focusFaults } from "./focus-faults.ts";
import { motionFaults } from "./motion-faults.ts";
import { nameFaults } from "./name-faults.ts";
import { touchFaults } from "./touch-faults.ts";

const desktop: readonly Device[] = ["desktop"];

/**
 * Tell of each state that everybody can use it: whoever sees little, hears the page, uses keys or a finger, or is made dizzy by what
 * moves. The stories lie in several files, since those are told side by side.
 * @param isMine which states, of those that a device has
 */
export function tellEverybody(device: Device, isMine: (shot: Shot) => boolean): void {
  for (const shot of shots) {
    const { name, vault, isRightToLeft = false, on = desktop, act, forEyes = false } = shot;
    if (!on.includes(device) || !isMine(shot)) continue;
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
  }
}

/** Whether a state is one of the three views. */
export function isOfView({ name }: Shot): boolean {
  return /^(?:problems|fixes|tree)/.test(name);
}

/** What axe finds, dark and light. A theme changes colours only: what is the same in both is looked at once. */
async function axeFaults(page: Page, inBothThemes: boolean): Promise<readonly string[]> {
  const dark = await findViolations(page);
  if (!inBothThemes) return dark;
  await page.evaluate(() => {
    window.host.app.setTheme("light");
  });
  return [...dark, ...(await findViolations(page, ["color-contrast"]))];
}

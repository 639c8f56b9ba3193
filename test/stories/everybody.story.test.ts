import { findViolations } from "../host/serve/find-violations.mts";
import { shots, type Device } from "../host/serve/shots.mts";
import { story } from "./story.ts";

const desktop: readonly Device[] = ["desktop"];

/** A theme changes colours only: what is the same in both is looked at once. */
const looks = [
  ["dark", undefined],
  ["light", ["color-contrast"]],
] as const;

for (const { name, vault, isRightToLeft = false, on = desktop, act } of shots.filter(
  ({ forEyes }) => forEyes !== true,
))
  for (const device of on)
    story(
      `axe finds nothing, dark or light: ${name}, ${device}`,
      { vault: vault(), device, isRightToLeft },
      async (page) => {
        await act(page, device);
        for (const [theme, rules] of looks) {
          await page.evaluate((wanted) => {
            window.host.app.setTheme(wanted);
          }, theme);
          expect(await findViolations(page, rules)).toEqual([]);
        }
      },
    );

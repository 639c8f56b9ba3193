import { findViolations } from "../host/serve/find-violations.mts";
import { shots, themes, type Device } from "../host/serve/shots.mts";
import { story } from "./story.ts";

const desktop: readonly Device[] = ["desktop"];

for (const { name, vault, isRightToLeft = false, on = desktop, act } of shots.filter(
  ({ forEyes }) => forEyes !== true,
))
  for (const device of on)
    story(
      `axe finds nothing, dark or light: ${name}, ${device}`,
      { vault: vault(), device, isRightToLeft },
      async (page) => {
        await act(page, device);
        for (const theme of themes) {
          await page.evaluate((wanted) => {
            window.host.app.setTheme(wanted);
          }, theme);
          expect(await findViolations(page)).toEqual([]);
        }
      },
    );

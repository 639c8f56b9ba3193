import type { Page } from "playwright-core";
import { hosts, ours } from "../../host/serve/find-violations.mts";

/** What of ours moves by itself though the system asks for reduced motion: one line for each element. */
export async function motionFaults(page: Page): Promise<readonly string[]> {
  await page.emulateMedia({ reducedMotion: "reduce" });
  const moving = await page.evaluate(
    ([own, others]) =>
      [...document.querySelectorAll(own.map((root) => `${root}, ${root} *`).join())]
        .filter((el) => el.closest(others) === null)
        .flatMap((el) => {
          const { transitionDuration, animationName, scrollBehavior } = getComputedStyle(el);
          const isStill = !/[1-9]/.test(transitionDuration) && animationName === "none";
          return isStill && scrollBehavior === "auto" ? [] : [el.outerHTML.slice(0, 160)];
        }),
    [ours, hosts.join()] as const,
  );
  await page.emulateMedia({ reducedMotion: null });
  return moving.map((html) => `It moves: ${html}`);
}

import type { Page } from "playwright-core";
import { hosts, ours } from "../../host/serve/find-violations.mts";

/** What the keyboard goes to. */
const focusable = "a[href], button, input, select, textarea, [tabindex]";

/** These have keys of their own in place of Tab. */
const withoutTab = ".menu, .prompt";

declare global {
  interface Window {
    /** What of ours the keyboard should reach, in its order. */
    reachable: HTMLElement[];
  }
}

/**
 * What of ours Tab does not reach or does not leave, and where one does not see that the keyboard is there: one line for each
 * element. Goes through the page as somebody does who presses Tab.
 */
export async function focusFaults(page: Page): Promise<readonly string[]> {
  const count = await page.evaluate(remember, [ours, [...hosts, withoutTab].join(), focusable] as const);
  const faults: string[] = [];
  for (let at = 0; at < count;) {
    // After a key the page shows where the focus is, as it does for those who use keys.
    await page.keyboard.press("Shift");
    await page.evaluate((from) => {
      window.reachable[from]?.focus();
    }, at);
    for (let isIn = true; isIn && at < count; at += 1) {
      const seen = await page.evaluate(lookOf, at);
      if (seen.isThere) await page.keyboard.press("Tab");
      const after = await page.evaluate(lookOf, at);
      if (!seen.isThere) faults.push(`Tab does not reach it: ${seen.html}`);
      else if (after.isThere) faults.push(`Tab does not leave it: ${seen.html}`);
      else if (after.look === seen.look)
        faults.push(`One does not see that the keyboard is there: ${seen.html}`);
      isIn = await page.evaluate((next) => document.activeElement === window.reachable[next], at + 1);
    }
  }
  return faults;
}

/** Remember what the keyboard should reach; gives how much that is. */
function remember([own, others, selector]: readonly [readonly string[], string, string]): number {
  const inside = own.map((root) => `${root} :is(${selector}), ${root}:is(${selector})`).join();
  window.reachable = [...document.querySelectorAll<HTMLElement>(inside)].filter(
    (el) =>
      el.tabIndex >= 0 &&
      !el.matches(":disabled") &&
      el.closest(others) === null &&
      el.checkVisibility({ visibilityProperty: true }),
  );
  return window.reachable.length;
}

/** What is drawn around the keyboard's place, of an element or of its active row; and whether the keyboard is there. */
function lookOf(at: number): { readonly isThere: boolean; readonly look: string; readonly html: string } {
  const el = window.reachable[at];
  if (!el) throw new RangeError(`There are not ${String(at + 1)} elements`);
  const active = document.getElementById(el.getAttribute("aria-activedescendant") ?? "");
  const drawn = active ?? el.closest(".checkbox-container") ?? el;
  const { outlineStyle, outlineWidth, outlineColor, boxShadow, borderColor, backgroundColor } =
    getComputedStyle(drawn);
  const outline = outlineStyle === "none" ? "" : `${outlineWidth} ${outlineColor}`;
  return {
    isThere: document.activeElement === el,
    look: [outline, boxShadow, borderColor, backgroundColor].join("; "),
    html: el.outerHTML.slice(0, 160),
  };
}

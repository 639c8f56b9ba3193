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

/** So often is a page looked at that is drawn anew meanwhile. */
const MOST_LOOKS = 5;

/**
 * What of ours Tab does not reach or does not leave, and where one does not see that the keyboard is there: one line for each
 * element. Goes through the page as somebody does who presses Tab. Where an element has been drawn anew meanwhile, since the
 * vault was still being looked at, what was found of the old one says nothing.
 */
export async function focusFaults(page: Page): Promise<readonly string[]> {
  for (let looks = 0; looks < MOST_LOOKS; looks += 1) {
    const faults = await faultsByTab(page);
    if (faults.length === 0 || (await page.evaluate(isWhole))) return faults;
  }
  return ["What the keyboard should reach is drawn anew again and again"];
}

async function faultsByTab(page: Page): Promise<readonly string[]> {
  const count = await page.evaluate(remember, [ours, [...hosts, withoutTab].join(), focusable] as const);
  const faults: string[] = [];
  for (let at = 0; at < count;) {
    // After a key the page shows where the focus is, as it does for those who use keys.
    await page.keyboard.press("Shift");
    let [seen] = await page.evaluate(looksFrom, { first: at, isToFocus: true });
    while (seen) {
      if (seen.isThere) await page.keyboard.press("Tab");
      const [after, next] = await page.evaluate(looksFrom, { first: at, isToFocus: false });
      if (!seen.isThere) faults.push(`Tab does not reach it: ${seen.html}`);
      else if (after?.isThere === true) faults.push(`Tab does not leave it: ${seen.html}`);
      else if (after?.look === seen.look)
        faults.push(`One does not see that the keyboard is there: ${seen.html}`);
      at += 1;
      seen = next?.isThere === true ? next : undefined;
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

/** Whether all that the keyboard should reach is still in the page. */
function isWhole(): boolean {
  return window.reachable.every((el) => el.isConnected);
}

/** What is drawn around the keyboard's place, and whether that is there. */
interface Look {
  readonly isThere: boolean;
  readonly look: string;
  readonly html: string;
}

/** How an element and the one behind it look, each or the active row in it; the first may be given the focus before. One message for all. */
function looksFrom({
  first,
  isToFocus,
}: {
  readonly first: number;
  readonly isToFocus: boolean;
}): readonly Look[] {
  if (isToFocus) window.reachable[first]?.focus();
  return window.reachable.slice(first, first + 2).map((el) => {
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
  });
}

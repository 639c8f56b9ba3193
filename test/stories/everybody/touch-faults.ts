import type { Page } from "playwright-core";
import { hosts, ours } from "../../host/serve/find-violations.mts";

/** What a finger hits, in pixels: no side of what it is meant to hit is shorter. */
const FINGER = 40;

/** What is meant to be hit. */
const targets = "button, select, input, a[href], [role=button], [role=treeitem], .linkage-check";

/** Links in a sentence are as high as its lines, everywhere; settings are drawn by the app. */
const others = ".linkage-tree a, .linkage a, .linkage-compare a, .mod-settings *";

/** What of ours a finger misses, and what is wider than the screen: one line for each element. */
export async function touchFaults(page: Page): Promise<readonly string[]> {
  return page.evaluate(
    ([own, exempt, hit, least]) => {
      const faults: string[] = [];
      const root = document.documentElement;
      if (root.scrollWidth > root.clientWidth) faults.push(`The page is ${String(root.scrollWidth)} wide`);
      for (const el of document.querySelectorAll(
        own.map((each) => `${each} :is(${hit}), ${each}:is(${hit})`).join(),
      )) {
        const { width, height, left, right } = el.getBoundingClientRect();
        if (el.closest(exempt) !== null || width * height === 0) continue;
        const size = `${String(Math.round(width))} by ${String(Math.round(height))}`;
        if (Math.min(width, height) < least) faults.push(`It is ${size}: ${el.outerHTML.slice(0, 160)}`);
        if (left < 0 || right > root.clientWidth)
          faults.push(`It is out of sight: ${el.outerHTML.slice(0, 160)}`);
      }
      return faults;
    },
    [ours, [...hosts, others].join(), targets, FINGER] as const,
  );
}

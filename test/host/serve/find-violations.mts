import axe from "axe-core";
import type { Page } from "playwright-core";

/** What is the plugin's in a page: its views, what it draws in notes, dialogs and settings that it fills. */
export const ours = [
  ".linkage-problems",
  ".linkage-view",
  ".linkage-fixes",
  ".linkage-tree",
  ".linkage",
  ".linkage-status",
  ".linkage-note-action",
  ".cm-tooltip-lint",
  ".modal-content",
  ".prompt",
  ".menu",
];

/**
 * What of these the host draws alone, so that it says nothing of the app: buttons of dialogs, the list of the settings' tabs, and
 * links and tags of a note's text, which have the app's colours on purpose.
 */
export const hosts = [
  ".search-input-clear-button",
  ".modal-button-container",
  ".vertical-tab-header",
  ".mod-cta",
  "a.internal-link",
  "a.tag",
];

/**
 * Rules that do not fit an element. A row's name has the words that it shows, but in another order and with more: what beside its
 * label stands quietly, or is cut in a narrow sidebar, is said in full. The counts of a note's problems show numbers, and say words.
 */
const misfits = [
  ["label-content-name-mismatch", "[role=treeitem], .linkage-status, .linkage-note-action"],
] as const;

/**
 * What axe finds wrong with the plugin's part of a page, once it shows some of it: one line for each element.
 * @param rules the names of axe's rules to look for; all, if left out
 */
export async function findViolations(page: Page, rules?: readonly string[]): Promise<readonly string[]> {
  // Beside a note there is nothing of the plugin's before the vault has been read.
  await page.locator(ours.join()).first().waitFor({ state: "attached" });
  if (!(await page.evaluate("window.axe !== undefined"))) await page.evaluate(axe.source);
  return page.evaluate(
    async ([include, exclude, unfit, only]) => {
      const { violations } = await window.axe.run(
        { include: include.map((each) => [each]), exclude: exclude.map((each) => [each]) },
        { resultTypes: ["violations"], elementRef: true, ...(only && { runOnly: [...only] }) },
      );
      const isMeant = (rule: string, el: Element | undefined): boolean =>
        !unfit.some(([id, selector]) => id === rule && el?.matches(selector));
      return violations.flatMap(({ id, nodes }) =>
        nodes
          .filter(({ element }) => isMeant(id, element))
          .map(({ html, failureSummary }) => {
            const [, why = ""] = (failureSummary ?? "").split("\n");
            return `${id}: ${html.slice(0, 160)} ${why.trim()}`;
          }),
      );
    },
    [ours, hosts, misfits, rules] as const,
  );
}

declare global {
  interface Window {
    readonly axe: typeof axe;
  }
}

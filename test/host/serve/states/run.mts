import type { Page } from "playwright-core";

/** How a note is shown. */
export const source = { mode: "source", source: true };
export const livePreview = { mode: "source", source: false };
export const reading = { mode: "preview" };

/** A note of the sample vault that has problems of several kinds. */
export const clockRadio = "Notes/Tech_Journal/2026/the clock radio runs zephyr.md";

/** Run a command of the plugin, once there is something for it to do. */
export async function run(page: Page, command: string): Promise<void> {
  await page.waitForFunction(
    `window.host.app.commands.executeCommandById(${JSON.stringify(`linkage:${command}`)})`,
  );
}

/** Show a note in the active tab. */
export async function showNote(
  page: Page,
  state: Readonly<Record<string, unknown>>,
  file = clockRadio,
): Promise<void> {
  const asked = JSON.stringify({ type: "markdown", active: true, state: { ...state, file } });
  await page.evaluate(`window.host.app.workspace.getLeaf(false).setViewState(${asked})`);
}

/** Show a view of the plugin in a tab of the main area, where it is wide. */
export async function showInTab(
  page: Page,
  type: string,
  state: Readonly<Record<string, unknown>> = {},
): Promise<void> {
  const asked = JSON.stringify({ type, active: true, state });
  await page.evaluate(`window.host.app.workspace.getLeaf("tab").setViewState(${asked})`);
}

/** As narrow as a sidebar or a pane beside others gets. `selector`: of a view. */
export async function narrow(page: Page, selector: string, pixels: number): Promise<void> {
  await page.addStyleTag({ content: `${selector} { inline-size: ${String(pixels)}px !important }` });
}

/** Nothing that is asked of the vault's files is ever answered from now on: what waits for it goes on waiting. */
export async function holdFiles(page: Page): Promise<void> {
  await page.evaluate(
    `Object.assign(window.host.app.vault, { read: () => new Promise(() => {}), cachedRead: () => new Promise(() => {}) })`,
  );
}

import { Plugin } from "obsidian-test-mocks/obsidian";
import LinkagePlugin from "../../src/main.ts";
import { type appOf, original } from "./app.ts";
import { manifest } from "./manifest.ts";

type App = ReturnType<typeof appOf>;

/** The plugin in an app whose layout is ready, and what the app knows of it. `data`: what it has kept. */
export function enable(app: App, data: unknown = {}): Plugin {
  const plugin = new LinkagePlugin(original(app), manifest);
  const known = Plugin.fromOriginalType2__(plugin);
  known.data__ = data;
  app.workspace.setLayoutReady__();
  plugin.load();
  return known;
}

/** Wait until something holds, however busy the machine is; the test's own time limit ends it. */
export async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await holds())) await new Promise((resolve) => setTimeout(resolve, 1));
}

import { TextDecoder, TextEncoder } from "node:util";
import { App, type TFile } from "obsidian-test-mocks/obsidian";
import { setup } from "obsidian-test-mocks/setup";
import type { App as ObsidianApp } from "obsidian";
import { LiveVault } from "../../src/obsidian/live-vault.ts";

setup();
// jsdom has neither.
Object.assign(globalThis, { TextDecoder, TextEncoder });

/** An app with a vault in memory: the text of each file by path. Its layout is not ready. */
export function appOf(files: Readonly<Record<string, string>>): App {
  const app = App.createConfigured__();
  // Linkage does not use the metadata cache, and that of the mocks throws for frontmatter that the app can read.
  Object.assign(app.metadataCache, { parseFileMetadata: () => undefined });
  const folders = Object.keys(files).flatMap((path) => parentsOf(path));
  for (const folder of [...new Set(folders)].sort()) app.vault.createFolderSync__(folder);
  for (const [path, text] of Object.entries(files)) app.vault.createSync__(path, text);
  return app;
}

/** The same with a canvas that shows all notes, so that none is without links, however few they are. */
export function connectedAppOf(files: Readonly<Record<string, string>>): App {
  return appOf({ ...files, "All.canvas": canvasOf(Object.keys(files)) });
}

/** A canvas with these files. */
export function canvasOf(files: readonly string[]): string {
  return JSON.stringify({ nodes: files.map((file) => ({ type: "file", file })) });
}

function parentsOf(path: string): readonly string[] {
  const names = path.split("/").slice(0, -1);
  return names.map((_, at) => names.slice(0, at + 1).join("/"));
}

/** The app as the plugin sees it. */
export function original(app: App): ObsidianApp {
  return app.asOriginalType__();
}

/** The file at `path`. */
export function fileAt(app: App, path: string): TFile {
  const file = app.vault.getFileByPath(path);
  if (!file) throw new RangeError(`There is no file "${path}"`);
  return file;
}

const vaults: LiveVault[] = [];

/** The live vault of an app whose layout is not ready, with nothing read. It is unloaded when the tests of the file are done. */
export function unreadVaultOf(app: App): LiveVault {
  const vault = new LiveVault(original(app));
  vaults.push(vault);
  vault.load();
  return vault;
}

/** The live vault of an app, its first reading done. */
export async function liveVaultOf(app: App): Promise<LiveVault> {
  const vault = unreadVaultOf(app);
  app.workspace.setLayoutReady__();
  await vault.ready;
  return vault;
}

afterAll(() => {
  for (const vault of vaults.splice(0)) vault.unload();
});

/** What the vault next tells has changed. */
export function nextChange(vault: LiveVault): Promise<ReadonlySet<string>> {
  return new Promise((resolve) => {
    const stop = vault.onChange((affected) => {
      stop();
      resolve(affected);
    });
  });
}

/** Diagnostics in short: `a.md unresolved-link 3–8`, with what they say. */
export function problemsOf(vault: LiveVault): readonly string[] {
  return [...vault.linted()]
    .sort()
    .flatMap((path) => vault.diagnostics(path))
    .map(
      ({ path, rule, range, message }) =>
        `${path} ${rule} ${String(range.from)}–${String(range.to)} ${message}`,
    );
}

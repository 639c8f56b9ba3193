import * as commands from "@codemirror/commands";
import * as language from "@codemirror/language";
import * as lint from "@codemirror/lint";
import * as state from "@codemirror/state";
import * as view from "@codemirror/view";
import { App } from "./app/app.ts";
import { cliHandlers } from "./app/cli.ts";
import { obsidianModule } from "./app/obsidian-module.ts";
import { Platform, setPlatform } from "./app/platform.ts";
import type { PluginManifest } from "./app/plugin.ts";
import { guardClasses, setKnownApi, strictModule, type DeclaredApi } from "./app/strict.ts";
import { MarkdownView } from "./editor/markdown-view.ts";
import { SettingsDialog } from "./settings/settings-dialog.ts";
import { addDomHelpers } from "./ui/dom.ts";
import { FileExplorerView } from "./ui/file-explorer.ts";
import { showPagePreviews } from "./ui/hover-preview.ts";
import { showTooltips } from "./ui/tooltip.ts";
import { MemoryAdapter, type GivenFile } from "./vault/adapter.ts";
import { PlainFileView } from "./workspace/file-view.ts";
import { EmptyView } from "./workspace/view.ts";

/** What the server gives to the page. */
export interface HostData {
  readonly vault: { readonly name: string; readonly files: readonly GivenFile[] };
  readonly manifest: PluginManifest;
  readonly css: string;
  /** The text of the plugin's main.js. */
  readonly main: string;
  readonly api: DeclaredApi;
}

/** What a story may use of the page, as `window.host`. */
export interface Host {
  readonly app: App;
  readonly pluginId: string;
  runCli(command: string, params: Record<string, string>): Promise<string>;
  openSettings(): void;
}

declare global {
  interface Window {
    host: Host;
  }
}

/** Start the app: `?device=phone|tablet|desktop&theme=dark|light&dir=rtl&plugin=off&metadata=off`. */
async function start(): Promise<void> {
  const query = new URLSearchParams(window.location.search);
  const data = (await (await window.fetch("host.json")).json()) as HostData;
  addDomHelpers(window);
  setPlatform((query.get("device") ?? "desktop") as "desktop" | "phone" | "tablet");
  dressBody(query.get("theme") === "light" ? "light" : "dark");
  if (query.get("dir") === "rtl") writeRightToLeft();
  const { minAppVersion, id } = data.manifest;
  guardClasses(obsidianModule, data.api, minAppVersion);
  setKnownApi(data.api, minAppVersion);
  const app = new App(new MemoryAdapter(data.vault.name, data.vault.files), document.body);
  if (query.get("metadata") === "off") app.metadataCache.turnOff();
  window.host = hostOf(app, id);
  app.plugins.provide(modulesFor(data, minAppVersion));
  app.plugins.install({ manifest: data.manifest, css: data.css, main: data.main });
  showTooltips(document);
  showPagePreviews(app);
  addOwnParts(app);
  if (query.get("plugin") !== "off") await app.plugins.enable(id);
  await app.fileManager.loadSettings();
  app.vault.loadFiles();
  await layOut(app);
  app.workspace.setLayoutReady();
  document.body.setAttr("data-ready", "true");
}

function dressBody(theme: "light" | "dark"): void {
  document.body.addClasses([`theme-${theme}`, "mod-windows", "is-focused"]);
  document.body.toggleClass("is-mobile", Platform.isMobile);
  document.body.toggleClass("is-phone", Platform.isPhone);
  document.body.toggleClass("is-tablet", Platform.isTablet);
}

/** As in a language that is written so. */
function writeRightToLeft(): void {
  document.documentElement.dir = "rtl";
  document.body.addClass("mod-rtl");
}

function modulesFor({ api }: HostData, minAppVersion: string): (id: string) => unknown {
  const modules: Readonly<Record<string, object>> = {
    obsidian: strictModule("obsidian", obsidianModule, api.exports, minAppVersion),
    "@codemirror/commands": commands,
    "@codemirror/language": language,
    "@codemirror/lint": lint,
    "@codemirror/state": state,
    "@codemirror/view": view,
  };
  return (id) => {
    const found = modules[id];
    if (!found) throw new Error(`The host does not provide the module "${id}"`);
    return found;
  };
}

/** The app's own views and commands. */
function addOwnParts(app: App): void {
  const { workspace } = app;
  workspace.registerView("empty", (leaf) => new EmptyView(leaf));
  workspace.registerView("markdown", (leaf) => new MarkdownView(leaf));
  workspace.registerView("file", (leaf) => new PlainFileView(leaf));
  workspace.registerView("file-explorer", (leaf) => new FileExplorerView(leaf));
  workspace.leftRibbon.addAction("square-terminal", "Open command palette", () => {
    app.commands.openPalette();
  });
  workspace.leftRibbon.addAction("settings", "Settings", () => {
    new SettingsDialog(app).open();
  });
  app.commands.add({
    id: "app:open-settings",
    name: "Open settings",
    callback: () => {
      new SettingsDialog(app).open();
    },
  });
  app.commands.add({
    id: "theme:toggle-light-dark",
    name: "Toggle light/dark mode",
    callback: () => {
      app.setTheme(app.isDarkMode() ? "light" : "dark");
    },
  });
  for (const side of ["left", "right"] as const)
    app.commands.add({
      id: `app:toggle-${side}-sidebar`,
      name: `Toggle ${side} sidebar`,
      callback: () => {
        workspace[`${side}Split`].toggle();
      },
    });
}

async function layOut({ workspace }: App): Promise<void> {
  await workspace.getLeftLeaf(false).setViewState({ type: "file-explorer" });
  if (!Platform.isMobile) workspace.leftSplit.expand();
  workspace.setActiveLeaf(workspace.getLeaf("tab"));
}

function hostOf(app: App, pluginId: string): Host {
  return {
    app,
    pluginId,
    runCli: (command, params) => cliHandlers.run(command, params),
    openSettings: () => {
      new SettingsDialog(app).open();
    },
  };
}

void start();

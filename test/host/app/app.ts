import { MetadataCache } from "../metadata/metadata-cache.ts";
import { setActiveWindow } from "../ui/dom.ts";
import { Keymap, Scope } from "../ui/keymap.ts";
import { Menu } from "../ui/menu.ts";
import { FileManager } from "../vault/file-manager.ts";
import type { MemoryAdapter } from "../vault/adapter.ts";
import { Vault } from "../vault/vault.ts";
import { Workspace } from "../workspace/workspace.ts";
import { Commands } from "./commands.ts";
import { Plugins } from "./plugins.ts";

/** The app: what a plugin gets to know of it, and its windows. */
export class App {
  readonly scope = new Scope();
  readonly keymap = new Keymap(this.scope);
  readonly vault: Vault;
  readonly metadataCache: MetadataCache;
  readonly fileManager: FileManager;
  readonly workspace: Workspace;
  readonly commands: Commands;
  readonly plugins: Plugins;
  readonly statusBarEl: HTMLElement;
  lastEvent: UIEvent | null = null;
  private readonly windows = new Set<Window>();

  constructor(adapter: MemoryAdapter, body: HTMLElement) {
    const container = body.createDiv("app-container");
    this.vault = new Vault(adapter);
    this.metadataCache = new MetadataCache(this.vault);
    this.fileManager = new FileManager(this);
    this.workspace = new Workspace(this, container.createDiv("horizontal-main-container"));
    this.statusBarEl = container.createDiv("status-bar");
    this.commands = new Commands(this);
    this.plugins = new Plugins(this);
    this.addWindow(window);
  }

  isDarkMode(): boolean {
    return document.body.hasClass("theme-dark");
  }

  /** Kept in the browser, under the vault's name. */
  loadLocalStorage(key: string): unknown {
    const stored = window.localStorage.getItem(this.storageKey(key));
    return stored === null ? null : (JSON.parse(stored) as unknown);
  }

  saveLocalStorage(key: string, data: unknown): void {
    if (data === null || data === undefined) window.localStorage.removeItem(this.storageKey(key));
    else window.localStorage.setItem(this.storageKey(key), JSON.stringify(data));
  }

  /** Light or dark, for all windows. */
  setTheme(theme: "light" | "dark"): void {
    for (const { document: doc } of this.windows) {
      doc.body.toggleClass("theme-dark", theme === "dark");
      doc.body.toggleClass("theme-light", theme === "light");
    }
    this.workspace.trigger("css-change");
  }

  /** Hear the keys and clicks of a window. */
  addWindow(win: Window): void {
    this.windows.add(win);
    this.keymap.listenTo(win);
    setActiveWindow(activeOf(this.windows), this.windows);
    win.addEventListener("focus", () => {
      setActiveWindow(win, this.windows);
    });
    for (const type of ["click", "keydown"] as const)
      win.addEventListener(
        type,
        (event) => {
          this.lastEvent = event;
        },
        true,
      );
  }

  removeWindow(win: Window): void {
    this.windows.delete(win);
    setActiveWindow(window, this.windows);
  }

  newMenu(): Menu {
    return new Menu();
  }

  private storageKey(key: string): string {
    return `${this.vault.getName()}-${key}`;
  }
}

function activeOf(windows: ReadonlySet<Window>): Window {
  return [...windows].find(({ document: doc }) => doc.hasFocus()) ?? window;
}

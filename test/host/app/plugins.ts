import type { App } from "./app.ts";
import type { Plugin, PluginManifest } from "./plugin.ts";

type PluginClass = new (app: App, manifest: PluginManifest) => Plugin;

/** A plugin's main.js as a function, and its manifest. */
export interface PluginSource {
  readonly manifest: PluginManifest;
  readonly css: string;
  readonly run: (require: (id: string) => unknown, module: { exports: unknown }, exports: unknown) => void;
}

/** The community plugins: read from their main.js, and switched on and off. */
export class Plugins {
  private readonly app: App;
  private readonly sources = new Map<string, PluginSource>();
  private readonly enabled = new Map<string, { readonly plugin: Plugin; readonly style: HTMLElement }>();
  private modules: (id: string) => unknown = () => undefined;

  constructor(app: App) {
    this.app = app;
  }

  /** What `require` gives to a plugin. @throws for what the app does not have */
  provide(modules: (id: string) => unknown): void {
    this.modules = modules;
  }

  install(source: PluginSource): void {
    this.sources.set(source.manifest.id, source);
  }

  /** Run a plugin's main.js anew and load it, with its styles. */
  async enable(id: string): Promise<void> {
    const source = this.sources.get(id);
    if (!source || this.enabled.has(id)) return;
    const module: { exports: unknown } = { exports: {} };
    source.run(this.modules, module, module.exports);
    const { default: PluginMain } = module.exports as { default: PluginClass };
    const plugin = new PluginMain(this.app, source.manifest);
    const style = document.head.createEl("style", { text: source.css });
    this.enabled.set(id, { plugin, style });
    plugin.load();
    await plugin.loading;
  }

  /** Unload a plugin. Its views stay in their places, deferred. */
  disable(id: string): void {
    const there = this.enabled.get(id);
    if (!there) return;
    this.enabled.delete(id);
    there.plugin.unload();
    there.style.remove();
  }

  get(id: string): Plugin | null {
    return this.enabled.get(id)?.plugin ?? null;
  }
}

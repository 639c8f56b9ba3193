import type { App } from "./app.ts";
import type { Plugin, PluginManifest } from "./plugin.ts";

type PluginClass = new (app: App, manifest: PluginManifest) => Plugin;

/** What a plugin's folder holds. `main`: the text of its main.js, a CommonJS module. */
export interface PluginSource {
  readonly manifest: PluginManifest;
  readonly css: string;
  readonly main: string;
}

/** A CommonJS module is the body of a function. */
type ModuleBody = (require: (id: string) => unknown, module: { exports: unknown }, exports: unknown) => void;

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
    moduleBody(source)(this.modules, module, module.exports);
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

declare global {
  interface Window {
    /** The module that was compiled last. */
    pluginModule?: ModuleBody;
  }
}

/**
 * Compile a plugin's main.js in this moment, in the page's own thread, as the app does, so that a start costs what it costs there. The app
 * evaluates the text; a script in the page is compiled alike.
 * @throws Error if the text is no script
 */
function moduleBody({ manifest, main }: PluginSource): ModuleBody {
  const text = `window.pluginModule = (function (require, module, exports) {${main}\n});\n//# sourceURL=plugin:${manifest.id}\n`;
  document.head.createEl("script", { text }).remove();
  const { pluginModule } = window;
  delete window.pluginModule;
  if (!pluginModule) throw new Error(`The plugin "${manifest.id}" is no script`);
  return pluginModule;
}

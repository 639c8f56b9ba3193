import type { EventRef } from "./events.ts";

/** Something that lives from `load` to `unload`, with all that is registered in between. */
export class Component {
  private readonly children = new Set<Component>();
  private readonly cleanups: (() => unknown)[] = [];
  private isLoaded = false;

  load(): void {
    if (this.isLoaded) return;
    this.isLoaded = true;
    const loading: unknown = this.onload();
    const loadChildren = (): void => {
      for (const child of this.children) child.load();
    };
    // A plugin may load asynchronously.
    if (loading instanceof Promise) void loading.then(loadChildren);
    else loadChildren();
  }

  onload(): unknown {
    return undefined;
  }

  unload(): void {
    if (!this.isLoaded) return;
    this.isLoaded = false;
    for (const child of [...this.children].reverse()) this.removeChild(child);
    for (const cleanup of this.cleanups.splice(0).reverse()) cleanup();
    this.onunload();
  }

  onunload(): void {
    return undefined;
  }

  addChild<T extends Component>(component: T): T {
    this.children.add(component);
    if (this.isLoaded) component.load();
    return component;
  }

  removeChild<T extends Component>(component: T): T {
    if (this.children.delete(component)) component.unload();
    return component;
  }

  register(cleanup: () => unknown): void {
    this.cleanups.push(cleanup);
  }

  registerEvent(ref: EventRef): void {
    this.register(() => {
      ref.source.offref(ref);
    });
  }

  registerDomEvent(
    target: EventTarget,
    type: string,
    callback: (event: Event) => unknown,
    options?: boolean | AddEventListenerOptions,
  ): void {
    target.addEventListener(type, callback, options);
    this.register(() => {
      target.removeEventListener(type, callback, options);
    });
  }

  registerInterval(id: number): number {
    this.register(() => {
      window.clearInterval(id);
    });
    return id;
  }
}

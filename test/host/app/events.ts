/** What `on` gives and `offref` takes. */
export interface EventRef {
  readonly source: Events;
  readonly name: string;
  readonly callback: EventCallback;
  readonly context: unknown;
}

type EventCallback = (...data: never[]) => unknown;

/** Named events. Who listens while an event is told, hears the next one; who fails does not keep others from hearing it. */
export class Events {
  private readonly refs = new Map<string, Set<EventRef>>();

  on(name: string, callback: EventCallback, context?: unknown): EventRef {
    const ref: EventRef = { source: this, name, callback, context };
    const refs = this.refs.get(name);
    if (refs) refs.add(ref);
    else this.refs.set(name, new Set([ref]));
    return ref;
  }

  off(name: string, callback: EventCallback): void {
    for (const ref of this.refs.get(name) ?? []) if (ref.callback === callback) this.offref(ref);
  }

  offref(ref: EventRef): void {
    this.refs.get(ref.name)?.delete(ref);
  }

  trigger(name: string, ...data: unknown[]): void {
    for (const ref of [...(this.refs.get(name) ?? [])]) this.tryTrigger(ref, data);
  }

  tryTrigger(ref: EventRef, data: unknown[]): void {
    try {
      ref.callback.apply(ref.context, data as never[]);
    } catch (error) {
      // The app reports it and goes on with the next listener.
      window.setTimeout(() => {
        throw error;
      });
    }
  }

  /** How many listen, for a story that counts what a plugin leaves behind. */
  countListeners(): number {
    return [...this.refs.values()].reduce((sum, refs) => sum + refs.size, 0);
  }
}

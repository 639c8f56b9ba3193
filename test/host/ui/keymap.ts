import { Platform } from "../app/platform.ts";

type Modifier = "Mod" | "Ctrl" | "Meta" | "Shift" | "Alt";
type PaneType = "tab" | "split" | "window";

interface Handler {
  readonly scope: Scope;
  /** Sorted and joined; null: any. */
  readonly modifiers: string | null;
  readonly key: string | null;
  readonly run: (event: KeyboardEvent, context: { modifiers: string; key: string; vkey: string }) => unknown;
}

/** Keys of a part of the app. What it does not handle goes to its parent. */
export class Scope {
  private readonly parent: Scope | undefined;
  private readonly handlers: Handler[] = [];

  constructor(parent?: Scope) {
    this.parent = parent;
  }

  register(modifiers: Modifier[] | null, key: string | null, run: Handler["run"]): Handler {
    const sorted = modifiers?.map(realModifier).sort().join(",") ?? null;
    const handler = { scope: this, modifiers: sorted, key: key?.toLowerCase() ?? null, run };
    this.handlers.push(handler);
    return handler;
  }

  unregister(handler: Handler): void {
    const at = this.handlers.indexOf(handler);
    if (at >= 0) this.handlers.splice(at, 1);
  }

  /** Whether a key was handled: then it does nothing else. */
  handleKey(event: KeyboardEvent): boolean {
    const modifiers = modifiersOf(event);
    const key = event.key.toLowerCase();
    for (const handler of [...this.handlers].reverse()) {
      if (handler.modifiers !== null && handler.modifiers !== modifiers) continue;
      if (handler.key !== null && handler.key !== key) continue;
      if (handler.run(event, { modifiers, key: event.key, vkey: event.key }) === false) return true;
    }
    return this.parent?.handleKey(event) ?? false;
  }
}

function realModifier(modifier: Modifier): string {
  if (modifier !== "Mod") return modifier;
  return Platform.isMacOS ? "Meta" : "Ctrl";
}

function modifiersOf(event: KeyboardEvent): string {
  const held = { Alt: event.altKey, Ctrl: event.ctrlKey, Meta: event.metaKey, Shift: event.shiftKey };
  return Object.entries(held)
    .filter(([, isHeld]) => isHeld)
    .map(([name]) => name)
    .join(",");
}

/** Which scope hears the keyboard: the one pushed last. */
export class Keymap {
  private readonly scopes: Scope[] = [];

  constructor(root: Scope) {
    this.scopes.push(root);
  }

  pushScope(scope: Scope): void {
    this.popScope(scope);
    this.scopes.push(scope);
  }

  popScope(scope: Scope): void {
    const at = this.scopes.indexOf(scope);
    if (at > 0) this.scopes.splice(at, 1);
  }

  /** Hear the keys of a window before anything in it does. */
  listenTo(win: Window): void {
    win.addEventListener(
      "keydown",
      (event) => {
        if (!this.scopes.at(-1)?.handleKey(event)) return;
        event.preventDefault();
        event.stopPropagation();
      },
      true,
    );
  }

  static isModifier(event: MouseEvent | TouchEvent | KeyboardEvent, modifier: Modifier): boolean {
    const held = { Alt: event.altKey, Ctrl: event.ctrlKey, Meta: event.metaKey, Shift: event.shiftKey };
    return held[realModifier(modifier) as keyof typeof held];
  }

  /** Where a click asks to open something: Mod opens a tab, Mod-Alt a split, Mod-Alt-Shift a window; so does the middle button. */
  static isModEvent(event?: MouseEvent | TouchEvent | KeyboardEvent | null): PaneType | boolean {
    if (!event) return false;
    const isMiddle = "button" in event && event.button === 1;
    if (!isMiddle && !Keymap.isModifier(event, "Mod")) return false;
    if (!event.altKey) return "tab";
    return event.shiftKey ? "window" : "split";
  }
}

import { Component } from "obsidian";
import { editorLint } from "../editor-lint.ts";
import type { EditorPart } from "../editor-parts.ts";
import type { LiveVault } from "../live-vault.ts";
import type { PersonalSettings } from "./personal-settings.ts";

/** Problems in editors, as far as the user wants them, and as late. */
export function liveLint(vault: LiveVault, settings: PersonalSettings): EditorPart {
  return {
    wanted: () => (settings.current.liveLint ? String(settings.current.delay) : ""),
    extension: () => editorLint(vault, settings.current.delay),
  };
}

/** Loads a component while a condition holds, and unloads it while it does not. */
export class Switch extends Component {
  private readonly settings: PersonalSettings;
  private readonly isWanted: () => boolean;
  private readonly create: () => Component;
  private part: Component | null = null;

  /** @param isWanted of the settings of now; @param create a new component each time */
  constructor(settings: PersonalSettings, isWanted: () => boolean, create: () => Component) {
    super();
    this.settings = settings;
    this.isWanted = isWanted;
    this.create = create;
  }

  override onload(): void {
    this.register(
      this.settings.onChange(() => {
        this.update();
      }),
    );
    this.update();
  }

  private update(): void {
    if (this.isWanted()) this.part ??= this.addChild(this.create());
    else if (this.part) {
      this.removeChild(this.part);
      this.part = null;
    }
  }
}

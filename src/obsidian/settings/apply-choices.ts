import type { Extension } from "@codemirror/state";
import { Component, type Plugin } from "obsidian";
import { editorLint } from "../editor-lint.ts";
import type { LiveVault } from "../live-vault.ts";
import type { PersonalSettings } from "./personal-settings.ts";

/** Have problems shown in editors as far as the user wants them: the app takes up at once what this array comes to hold. */
export function addLiveLint(plugin: Plugin, vault: LiveVault, settings: PersonalSettings): void {
  const extensions: Extension[] = [];
  let installed = "";
  const install = (): boolean => {
    const { liveLint, delay } = settings.current;
    const wanted = liveLint ? String(delay) : "off";
    if (wanted === installed) return false;
    installed = wanted;
    extensions.splice(0, extensions.length, ...(liveLint ? [editorLint(vault, delay)] : []));
    return true;
  };
  install();
  plugin.registerEditorExtension(extensions);
  plugin.register(
    settings.onChange(() => {
      if (install()) plugin.app.workspace.updateOptions();
    }),
  );
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

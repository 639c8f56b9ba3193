import { PluginSettingTab, type App, type Plugin, type SettingDefinitionItem } from "obsidian";
import {
  propertyChange,
  severityChange,
  valueChange,
  type ConfigChange,
  type KeyPath,
} from "../../journal/config-change.ts";
import { configName } from "../../journal/conventions.ts";
import { propertyKinds, type PropertyConvention } from "../../journal/property-kinds.ts";
import { saidAt } from "../../journal/config-value.ts";
import { mayHaveTypes } from "../../inference/may-have-types.ts";
import { allRules } from "../../rules/all-rules.ts";
import { ConfigFile } from "../config-file.ts";
import type { LiveVault } from "../live-vault.ts";
import { inferNoteTypes } from "../note-types/infer-note-types.ts";
import { groupProblems } from "../open-problems.ts";
import { reasonOf } from "../read-note.ts";
import { configPath } from "./config-keys.ts";
import { conventionDefinitions, noSite } from "./convention-definitions.ts";
import { usualOption } from "./option-definitions.ts";
import { personalDefinitions } from "./personal-definitions.ts";
import type { PersonalSettings } from "./personal-settings.ts";
import type { Refusal } from "./settings-host.ts";
import { usualSeverity } from "./rule-definitions.ts";
import { texts } from "../texts.ts";

/**
 * The plugin's settings: the user's own choices, and the conventions that all who write in the vault share. Nothing is kept
 * here; the conventions are those that the live vault has read from `linkage.yaml`, and a change is written there.
 */
export class LinkageSettings extends PluginSettingTab {
  private readonly vault: LiveVault;
  private readonly personal: PersonalSettings;
  private readonly file: ConfigFile;
  private refusal: Refusal | null = null;

  constructor(app: App, plugin: Plugin, vault: LiveVault, personal: PersonalSettings) {
    super(app, plugin);
    this.vault = vault;
    this.personal = personal;
    this.file = new ConfigFile(app.vault, () => {
      vault.lookAtConfig();
    });
    this.icon = "list-tree";
    this.containerEl.addClass("linkage-settings");
    plugin.register(
      vault.onChange((affected) => {
        if (!affected.has(configName)) return;
        // What stands in the way of a change may be what has just been found.
        if (vault.vaultConfig.problems.length === 0) this.refusal = null;
        this.update();
      }),
    );
  }

  override getSettingDefinitions(): SettingDefinitionItem[] {
    const change = (wanted: ConfigChange): void => {
      void this.change(wanted);
    };
    const { app, vault, refusal } = this;
    const infer = (): void => {
      void inferNoteTypes(app, vault);
    };
    const isOffered = vault.configText === null && mayHaveTypes(vault.index);
    const config = vault.vaultConfig;
    const mistakes = vault.configMistakes();
    const host = { app, config, mistakes, refusal, change, infer: isOffered ? infer : null };
    return [personalDefinitions(), conventionDefinitions(host)];
  }

  override getControlValue(key: string): unknown {
    const path = configPath(key);
    return path
      ? this.conventionAt(path)
      : Object.entries(this.personal.current).find(([each]) => each === key)?.[1];
  }

  override async setControlValue(key: string, value: unknown): Promise<void> {
    const path = configPath(key);
    if (path) await this.change(this.propertyChange(path, value) ?? changeOf(path, value));
    else await this.personal.change({ [key]: value });
    if (key === "grouping") groupProblems(this.app.workspace, this.personal.current.grouping);
  }

  /** What is in the way is told below the control or list that it is of, and the settings show what holds. */
  private async change(wanted: ConfigChange): Promise<void> {
    const before = this.refusal;
    const reason = await this.write(wanted);
    this.refusal =
      reason === null ? null : { path: wanted.path, message: texts.shared.configRefused(reason) };
    if (this.refusal !== before) this.update();
    // The file may say something else by now than what is shown.
    if (reason !== null) this.vault.lookAtConfig();
  }

  /** Gives what is in the way, or null. */
  private async write(wanted: ConfigChange): Promise<string | null> {
    try {
      return await this.file.change(wanted);
    } catch (error) {
      return reasonOf(error);
    }
  }

  /** What the config says of the property whose kind stands at a path; null if the path is of something else. */
  private property([first, code, part, name]: KeyPath): PropertyConvention | null {
    if (first !== "types" || part !== "properties") return null;
    const type = this.vault.vaultConfig.conventions.types.find((each) => each.code === code);
    return type?.properties.find((each) => each.name === name) ?? null;
  }

  /** The change that another kind of a property means; null if the path is of something else. */
  private propertyChange(path: KeyPath, value: unknown): ConfigChange | null {
    const property = this.property(path);
    const kind = propertyKinds.find((each) => each === value) ?? "any";
    return property && propertyChange(path[1] ?? "", { ...property, kind });
  }

  private conventionAt(path: KeyPath): unknown {
    const [first = "", second = "", third = ""] = path;
    const { text, conventions } = this.vault.vaultConfig;
    if (first === "lintExcluded") return conventions.lintExcluded;
    if (first === "extends") return saidAt(text ?? "", ["extends"]) !== "none";
    if (first === "site") return conventions.site ?? noSite;
    if (third === "properties") return this.property(path)?.kind;
    if (first === "types")
      return conventions.types.some(({ code, linkage }) => code === second && linkage === "required");
    const setting = conventions.rules.get(second);
    if (third === "severity") return setting?.severity ?? usualSeverity;
    const rule = allRules.find(({ id }) => id === second);
    return setting?.options[third] ?? (rule && usualOption(rule, third));
  }
}

/** The change that a control's new value means. */
function changeOf(path: KeyPath, value: unknown): ConfigChange {
  if (path[0] === "extends") return valueChange(path, value === true ? null : "none");
  if (path[0] === "lintExcluded") return valueChange(path, value === true ? true : null);
  if (path[0] === "site") return valueChange(path, value === noSite ? null : String(value));
  if (path[0] === "types") return valueChange(path, value === true ? "required" : null);
  if (path[2] === "severity")
    return severityChange(path[1] ?? "", severities.find((each) => each === value) ?? null);
  const isPlain = typeof value === "string" || typeof value === "number" || typeof value === "boolean";
  return valueChange(path, isPlain ? value : null);
}

const severities = ["error", "warning", "info", "off"] as const;

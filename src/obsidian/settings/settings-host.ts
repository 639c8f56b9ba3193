import type { App, SettingDefinitionItem, SettingDefinitionList, SettingDefinitionRender } from "obsidian";
import type { ConfigChange, KeyPath, ListChange } from "../../journal/config-change.ts";
import type { Diagnostic } from "../../lint/diagnostic.ts";
import type { VaultConfig } from "../vault-config.ts";
import { AskText } from "./ask-text.ts";
import { isSamePath } from "./config-keys.ts";
import { mistakeRow } from "./mistake-row.ts";
import { texts } from "../texts.ts";

/** A change that was not made. */
export interface Refusal {
  readonly path: KeyPath;
  readonly message: string;
}

/** What the parts of the settings need of the tab that they are in. */
export interface SettingsHost {
  readonly app: App;
  readonly config: VaultConfig;
  /** What is wrong in `linkage.yaml`, and what in it matches nothing. */
  readonly mistakes: readonly Diagnostic[];
  /** Why the last change was not made, and of what; null if it was. */
  readonly refusal: Refusal | null;
  /** Show the note types that can be inferred from the notes; null where there is no need, or nothing to infer from. */
  readonly infer: (() => void) | null;
  /** Change `linkage.yaml`; what is in the way is told. */
  readonly change: (change: ConfigChange) => void;
}

/** A list of texts in `linkage.yaml`. */
export interface TextList {
  readonly path: KeyPath;
  readonly items: readonly string[];
  readonly heading: string;
  /** What is said where there is none. */
  readonly empty: string;
  readonly add: string;
  /** What an item is, in a few words. */
  readonly detail: string;
  /** What is wrong with a new item; null if nothing is. */
  readonly validate: (item: string) => string | null;
  /** What an item more or less means for the file, if not that of a list of texts at `path`. */
  readonly changeOf?: (kind: ListChange["kind"], item: string) => ConfigChange;
}

/** A list to add to and to delete from, and below it why the last change of it was refused. */
export function textList(list: TextList, host: SettingsHost): SettingDefinitionItem[] {
  return [listOf(list, host), ...refusalOf(list.path, host)];
}

/** Why the last change of what stands at a path was refused, as a row to go below its control. */
export function refusalOf(path: KeyPath, { refusal }: SettingsHost): readonly SettingDefinitionRender[] {
  return refusal && isSamePath(refusal.path, path) ? [mistakeRow(refusal.message)] : [];
}

function listOf(list: TextList, { app, change }: SettingsHost): SettingDefinitionList {
  const { path, items } = list;
  const ofTexts = (kind: ListChange["kind"], item: string): ListChange => ({ kind, path, item });
  const changeOf = list.changeOf ?? ofTexts;
  return {
    type: "list",
    heading: list.heading,
    emptyState: list.empty,
    items: items.map((name) => ({ name, searchable: false })),
    onDelete: (index) => {
      const item = items[index];
      if (item !== undefined) change(changeOf("drop", item));
    },
    addItem: {
      name: list.add,
      action: () => {
        const validate = (item: string): string | null =>
          items.includes(item) ? texts.shared.isThere(item) : list.validate(item);
        const take = (item: string): void => {
          change(changeOf("add", item));
        };
        const { add: title, detail } = list;
        new AskText(app, { title, detail, button: texts.settings.add, validate, take }).open();
      },
    },
  };
}

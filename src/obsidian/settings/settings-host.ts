import type { App, SettingDefinitionList } from "obsidian";
import type { ConfigChange, KeyPath } from "../../journal/config-change.ts";
import type { VaultConfig } from "../vault-config.ts";
import { AskText } from "./ask-text.ts";
import { texts } from "./texts.ts";

/** What the parts of the settings need of the tab that they are in. */
export interface SettingsHost {
  readonly app: App;
  readonly config: VaultConfig;
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
}

/** A list to add to and to delete from. */
export function textList(list: TextList, { app, change }: SettingsHost): SettingDefinitionList {
  const { path, items } = list;
  return {
    type: "list",
    heading: list.heading,
    emptyState: list.empty,
    items: items.map((name) => ({ name, searchable: false })),
    onDelete: (index) => {
      const item = items[index];
      if (item !== undefined) change({ kind: "drop", path, item });
    },
    addItem: {
      name: list.add,
      action: () => {
        const validate = (item: string): string | null =>
          items.includes(item) ? texts.isThere(item) : list.validate(item);
        const take = (item: string): void => {
          change({ kind: "add", path, item });
        };
        new AskText(app, { title: list.add, detail: list.detail, validate, take }).open();
      },
    },
  };
}

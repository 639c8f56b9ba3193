import type {
  App,
  Setting,
  SettingDefinition,
  SettingDefinitionItem,
  SettingDefinitionPage,
  SettingGroupItem,
} from "obsidian";
import { typePath, valueChange, type TypeList } from "../../journal/config-change.ts";
import type { NoteType } from "../../journal/conventions.ts";
import { codeForm } from "../../journal/note-id.ts";
import { techJournal } from "../../journal/tech-journal.ts";
import { tagFault } from "../../rules/tag-fault.ts";
import { AskText } from "./ask-text.ts";
import { configKey } from "./config-keys.ts";
import { latePage } from "./late-page.ts";
import { propertyItems } from "./property-definitions.ts";
import { refusalOf, textList, type SettingsHost } from "./settings-host.ts";
import { texts } from "../texts.ts";

/** Note types: the vault's own, and those that are built in. */
export function typesPage(host: SettingsHost): SettingDefinitionPage {
  const { types } = host.config.conventions;
  const isBuiltIn = (type: NoteType): boolean => techJournal.types.includes(type);
  const own = types.filter((type) => !isBuiltIn(type));
  return latePage({ name: texts.settings.types, desc: texts.settings.typesDetail }, () => [
    {
      type: "list",
      heading: texts.settings.types,
      emptyState: texts.settings.noTypes,
      items: own.map((type) => typePage(type, host)),
      onDelete: (index) => {
        const type = own[index];
        if (type) host.change({ kind: "unset", path: ["types", type.code] });
      },
      addItem: {
        name: texts.settings.addType,
        action: () => {
          askForType(types, host);
        },
      },
    },
    ...refusalOfType(host),
    {
      type: "group",
      heading: texts.settings.builtIn,
      items: [
        {
          name: texts.settings.builtIn,
          desc: texts.settings.builtInDetail,
          control: { type: "toggle", key: configKey(["extends"]) },
        },
        ...refusalOf(["extends"], host),
        ...types.filter(isBuiltIn).map((type) => typePage(type, host)),
      ],
    },
  ]);
}

/** Why the last type was not added or deleted. */
function refusalOfType(host: SettingsHost): ReturnType<typeof refusalOf> {
  const path = host.refusal?.path ?? [];
  return path[0] === "types" && path.length === 2 ? refusalOf(path, host) : [];
}

function askForType(types: readonly NoteType[], { app, change }: SettingsHost): void {
  const validate = (code: string): string | null => {
    if (!codeForm.test(code)) return texts.settings.noCode;
    return types.some((type) => type.code === code) ? texts.shared.isThere(code) : null;
  };
  const take = (code: string): void => {
    change({ kind: "set", path: ["types", code], value: {} });
  };
  new AskText(app, {
    title: texts.settings.addType,
    detail: texts.settings.code,
    button: texts.settings.add,
    validate,
    take,
  }).open();
}

const lists = ["required", "sections", "classes", "tags", "folders"] as const satisfies readonly TypeList[];

function typePage(type: NoteType, host: SettingsHost): SettingGroupItem {
  const { code, required } = type;
  const listItems = (): readonly SettingDefinitionItem[] =>
    lists.flatMap((list): readonly SettingDefinitionItem[] => {
      const heading = texts.settings.lists[list];
      return textList(
        {
          path: typePath(code, list),
          items: type[list],
          heading,
          empty: texts.settings.nothing,
          add: texts.settings.addToList[list],
          detail: texts.settings.listDetails[list],
          validate: (item) => faultOf(list, item, host.app),
        },
        host,
      );
    });
  return latePage({ name: texts.settings.type(code), desc: required.join(", ") }, () => [
    ...linkageItems(code, host),
    ...endingItems(type, host),
    ...listItems(),
    ...propertyItems(type, host),
  ]);
}

function linkageItems(code: string, host: SettingsHost): readonly SettingDefinition[] {
  const path = typePath(code, "linkage");
  const control = { type: "toggle", key: configKey(path) } as const;
  return [
    { name: texts.settings.linkage, desc: texts.settings.linkageDetail, control },
    ...refusalOf(path, host),
  ];
}

/** Asked for in a dialog: a text field would write the file with each key that is pressed. */
function endingItems({ code, ending }: NoteType, host: SettingsHost): readonly SettingDefinition[] {
  const path = typePath(code, "ending");
  const name = texts.settings.ending;
  const desc = ending === null ? texts.settings.noEnding : texts.settings.endsWith(ending);
  const ask = (): void => {
    const take = (line: string): void => {
      host.change(valueChange(path, line === "" ? null : line));
    };
    const question = { title: name, detail: texts.settings.endingDetail, button: texts.settings.change };
    new AskText(host.app, { ...question, now: ending ?? "", validate: () => null, take }).open();
  };
  const render = (setting: Setting): void => {
    setting
      .setName(name)
      .setDesc(desc)
      .addButton((button) => button.setButtonText(texts.settings.change).onClick(ask));
  };
  return [{ name, desc, render }, ...refusalOf(path, host)];
}

function faultOf(list: TypeList, item: string, { vault }: App): string | null {
  switch (list) {
    case "tags":
      return tagFault(item.replace(/^#/, "")) === null ? null : texts.settings.noTag(item);
    case "folders":
      return vault.getFolderByPath(item.replace(/^\/+|\/+$/g, "")) ? null : texts.settings.noFolder(item);
    case "sections":
      return null;
    case "classes":
    case "required":
      return /\s/.test(item) ? texts.settings.hasBlanks(item) : null;
  }
}
